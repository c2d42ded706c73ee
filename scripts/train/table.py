"""Writes the learned tables in the form that src/content/weights.rs reads: a magic word, then one stream of bits as a range coder
writes them."""
import pathlib
import struct

import numpy as np

import pages as P

MAGIC = b"LMP6"
# Bits of a hash that are kept. Fewer make strangers look like known words.
HASH_BITS = 24
# Ascending numbers are written as steps: the upper bits of a step as so many ones and a zero, these lower bits as they are. So
# many ones without a zero say that the whole step follows as it is.
HASH_STEP_BITS = 14
THRESHOLD_STEP_BITS = 6
ONES_MAX = 15
# Bits of log-odds, in quarters.
ODDS_BITS = 6
THRESHOLD_BITS = 16
FEATURE_BITS = 8
# Bits of a leaf. One fewer shows in the scores, one more does not.
LEAF_BITS = 6


class Coder:
    """Writes bits, each in as little room as it was to be expected: a range coder, read by src/content/coder.rs.

    The chance of a bit is learned under a name while it is written; without a name it is even."""

    def __init__(self):
        self.low, self.range, self.shifts = 0, 0xFFFFFFFF, 0
        self.chances = {}

    def bit(self, bit, name=None):
        chance = self.chances.get(name, 1024)
        bound = (self.range >> 11) * chance
        if bit:
            self.low += bound
            self.range -= bound
            chance -= chance >> 4
        else:
            self.range = bound
            chance += (2048 - chance) >> 4
        if name is not None:
            self.chances[name] = chance
        if self.range < 1 << 24:
            self.range <<= 8
            self.low <<= 8
            self.shifts += 1

    def put(self, value, bits, name=None):
        assert 0 <= value < 1 << bits, (value, bits)
        at = 1
        for place in reversed(range(bits)):
            bit = value >> place & 1
            self.bit(bit, None if name is None else (name, at))
            at = at * 2 + bit

    def signed(self, value, bits, name):
        half = 1 << bits - 1
        self.put(int(np.clip(value, -half, half - 1)) + half, bits, name)

    def step(self, value, low_bits, all_bits, name):
        ones = min(value >> low_bits, ONES_MAX)
        for at in range(ones):
            self.bit(1, (name, at))
        if ones < ONES_MAX:
            self.bit(0, (name, ones))
            self.put(value & (1 << low_bits) - 1, low_bits)
        else:
            self.put(value, all_bits)

    def bytes(self):
        return self.low.to_bytes(self.shifts + 4, "big").rstrip(b"\0")


def write(path, words, first, second, kinds):
    """Writes the words, the trees of both rounds, and those of each kind of page."""
    bits = Coder()
    write_words(bits, f"{words}.class", 1)
    write_words(bits, f"{words}.page", len(P.KINDS))
    dumps = [model.dump_model() for model in (first, second, *kinds)]
    thresholds = write_thresholds(bits, dumps, second.num_feature())
    for dump in dumps:
        write_trees(bits, dump, thresholds)
    path.write_bytes(MAGIC + bits.bytes())
    splits = sum(len(node_values(tree["tree_structure"])) for dump in dumps for tree in dump["tree_info"])
    print(f"{path.name}: {path.stat().st_size} bytes, {splits} splits")


def write_words(bits, path, odds):
    """A count; then for each word, by ascending hash, the difference to the hash before and its log-odds."""
    rows = {row[0] >> 32 - HASH_BITS: row[1:] for row in struct.iter_unpack(f"<I{odds}f", pathlib.Path(path).read_bytes())}
    bits.put(len(rows), 16)
    before = 0
    for word in sorted(rows):
        bits.step(word - before, HASH_STEP_BITS, HASH_BITS, "hash")
        before = word
        for value in rows[word]:
            bits.signed(round(value * 4), ODDS_BITS, f"odds{odds}")


def write_thresholds(bits, dumps, features):
    """For each feature a count and its thresholds, ascending, as the upper halves of floats; both rounds share them."""
    found = [set() for _ in range(features)]
    for dump in dumps:
        for tree in dump["tree_info"]:
            walk(tree["tree_structure"], lambda node: found[node["split_feature"]].add(half(node["threshold"])))
    found = [sorted(values, key=whole) for values in found]
    bits.put(features, 8)
    for values in found:
        bits.put(len(values), 6, "count")
        before = 0
        for value in map(rising, values):
            bits.step(value - before, THRESHOLD_STEP_BITS, THRESHOLD_BITS, "threshold")
            before = value
    return found


def write_trees(bits, dump, thresholds):
    """What all leaves of a tree have in common, the size of a leaf's step, how many trees; then each tree, a node before its left and its right: a 1, the feature and
    the number of the threshold; or a 0 and the leaf. The chances are learned anew for each round."""
    bits.chances = {}
    trees = [tree["tree_structure"] for tree in dump["tree_info"]]
    # The first tree's leaves hold the average of all blocks.
    ground = [float(np.median(leaf_values(tree))) if at == 0 else 0.0 for at, tree in enumerate(trees)]
    leaves = [abs(leaf - base) for tree, base in zip(trees, ground) for leaf in leaf_values(tree)]
    step = float(np.float32(np.quantile(leaves, 0.995) / ((1 << LEAF_BITS - 1) - 1)))
    bits.put(int(np.float32(sum(ground)).view(np.uint32)), 32)
    bits.put(int(np.float32(step).view(np.uint32)), 32)
    bits.put(len(trees), 16)

    def add(node, base, open_splits=0):
        is_split = "split_feature" in node
        bits.bit(is_split, ("split", open_splits))
        if not is_split:
            bits.signed(round((node["leaf_value"] - base) / step), LEAF_BITS, "leaf")
            return
        feature = node["split_feature"]
        bits.put(feature, FEATURE_BITS, "feature")
        known = thresholds[feature]
        bits.put(known.index(half(node["threshold"])), (len(known) - 1).bit_length())
        add(node["left_child"], base, open_splits + 1)
        add(node["right_child"], base, open_splits)

    for tree, base in zip(trees, ground):
        add(tree, base)


def half(threshold):
    """The upper half of a float's bits, rounded: three digits are enough to split at, and half the bytes."""
    return int((np.float32(threshold).view(np.uint32).astype(np.uint64) + 0x8000) >> 16)


def rising(bits):
    """The bits of a float as a number that rises with it."""
    return 0xFFFF - bits if bits & 0x8000 else bits | 0x8000


def whole(bits):
    return float(np.uint32(bits << 16).view(np.float32))


def walk(node, visit):
    if "split_feature" in node:
        visit(node)
        walk(node["left_child"], visit)
        walk(node["right_child"], visit)


def node_values(node):
    nodes = []
    walk(node, nodes.append)
    return nodes


def leaf_values(node):
    if "split_feature" not in node:
        return [node["leaf_value"]]
    return leaf_values(node["left_child"]) + leaf_values(node["right_child"])
