"""Writes the learned tables in the form that src/content/weights.rs reads: a magic word, then one stream of bits as a range coder
writes them."""
import pathlib
import struct

import numpy as np

import pages as P

MAGIC = b"LMP8"
# Bits of a hash that are kept. Fewer make strangers look like known words.
HASH_BITS = 24
# A step of an ascending row is written as how many bits it has, and those below the highest; the chances of so many of them are
# learned.
SIZE_BITS = 5
UPPER_BITS = 3
# Bits of log-odds, in quarters.
ODDS_BITS = 6
FEATURE_BITS = 8
PLACE_BITS = 6
# Splits on the way down whose features are expected each by its own.
UPPER_SPLITS = 3
# A chance learns by one half of what is new to it at first, and by one of two to the power of this many parts in the end.
SHIFT_MAX = 5
# Bits of a leaf. One fewer shows in the scores, one more does not.
LEAF_BITS = 6


class Coder:
    """Writes bits, each in as little room as it was to be expected: a range coder, read by src/content/coder.rs.

    The chance of a bit is learned under a name while it is written; without a name it is even."""

    def __init__(self):
        self.low, self.range, self.shifts = 0, 0xFFFFFFFF, 0
        self.chances = {}

    def bit(self, bit, name=None):
        zero, met = self.chances.get(name, (1 << 15, 0))
        shift = min((met + 1).bit_length(), SHIFT_MAX)
        bound = (self.range >> 16) * zero
        if bit:
            self.low += bound
            self.range -= bound
            zero -= zero >> shift
        else:
            self.range = bound
            zero += ((1 << 16) - zero) >> shift
        if name is not None:
            self.chances[name] = zero, met + 1
        while self.range < 1 << 24:
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

    def row(self, values, name):
        """An ascending row; gives one value after another, so that what belongs to it can be written behind it."""
        before, size = -1, 0
        for value in values:
            step, above = value - before, size
            size = step.bit_length() - 1
            upper_bits = min(UPPER_BITS, size)
            lower_bits = size - upper_bits
            self.put(size, SIZE_BITS, (name, "size", above))
            self.put(step >> lower_bits & (1 << upper_bits) - 1, upper_bits, (name, "upper", size))
            self.put(step & (1 << lower_bits) - 1, lower_bits)
            before = value
            yield value

    def bytes(self):
        return self.low.to_bytes(self.shifts + 4, "big").rstrip(b"\0")


def write(path, words, first, second, kinds):
    """Writes the words, the trees of both rounds, and those of each kind of page."""
    bits = Coder()
    write_words(bits, f"{words}.class", 1)
    write_words(bits, f"{words}.page", len(P.KINDS))
    dumps = [model.dump_model() for model in (first, second, *kinds)]
    thresholds = write_thresholds(bits, dumps, second.num_feature())
    for at, dump in enumerate(dumps):
        # The chances are learned anew for each round, and once for all kinds.
        if at <= len(dumps) - len(kinds):
            bits.chances = {}
        write_trees(bits, dump, thresholds)
    path.write_bytes(MAGIC + bits.bytes())
    splits = sum(len(node_values(tree["tree_structure"])) for dump in dumps for tree in dump["tree_info"])
    print(f"{path.name}: {path.stat().st_size} bytes, {splits} splits")


def write_words(bits, path, odds):
    """A count; then for each word, by ascending hash, the step from the hash before and its log-odds."""
    rows = {row[0] >> 32 - HASH_BITS: row[1:] for row in struct.iter_unpack(f"<I{odds}f", pathlib.Path(path).read_bytes())}
    bits.put(len(rows), 16)
    for word in bits.row(sorted(rows), "hash"):
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
        bits.put(len(values), PLACE_BITS, "count")
        list(bits.row(map(rising, values), "threshold"))
    return found


def write_trees(bits, dump, thresholds):
    """What all leaves of a tree have in common and the size of a leaf's step, then the trees."""
    trees = [tree["tree_structure"] for tree in dump["tree_info"]]
    # The first tree's leaves hold the average of all blocks.
    ground = [float(np.median(leaf_values(tree))) if at == 0 else 0.0 for at, tree in enumerate(trees)]
    leaves = [abs(leaf - base) for tree, base in zip(trees, ground) for leaf in leaf_values(tree)]
    step = float(np.float32(np.quantile(leaves, 0.995) / ((1 << LEAF_BITS - 1) - 1)))
    bits.put(int(np.float32(sum(ground)).view(np.uint32)), 32)
    bits.put(int(np.float32(step).view(np.uint32)), 32)
    put_trees(bits, [plain(tree, base, step, thresholds) for tree, base in zip(trees, ground)])


def plain(node, base, step, thresholds):
    """A tree as numbers: a leaf, or a feature, the place of its threshold, and both sides."""
    if "split_feature" not in node:
        return round((node["leaf_value"] - base) / step)
    feature = node["split_feature"]
    place = thresholds[feature].index(half(node["threshold"])), len(thresholds[feature])
    return feature, place, *(plain(node[side], base, step, thresholds) for side in ("left_child", "right_child"))


def put_trees(bits, trees):
    """How many trees and how many leaves one has at most; then each tree, a node before its left and its right: a 1, the feature
    and the place of the threshold; or a 0, unless there can be no more leaves, and the leaf."""
    leaves_max = max(map(leaf_count, trees))
    bits.put(len(trees), 16)
    bits.put(leaves_max, FEATURE_BITS)

    def add(node, depth, leaves):
        """Gives how many leaves there are then."""
        is_split = isinstance(node, tuple)
        if leaves < leaves_max:
            bits.bit(is_split, ("split", depth))
        if not is_split:
            bits.signed(node, LEAF_BITS, "leaf")
            return leaves
        feature, (place, count), left, right = node
        bits.put(feature, FEATURE_BITS, ("feature", min(depth, UPPER_SPLITS - 1)))
        bits.put(place, (count - 1).bit_length(), ("place", feature))
        return add(right, depth + 1, add(left, depth + 1, leaves + 1))

    for tree in trees:
        add(tree, 0, 1)


def leaf_count(node):
    return sum(map(leaf_count, node[2:])) if isinstance(node, tuple) else 1


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
