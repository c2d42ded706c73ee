"""Writes the learned tables in the form that src/content/weights.rs reads."""
import struct

import numpy as np

MAGIC = b"LMP2"
LEAF_STEPS = 127


def write(path, words, first, second):
    """Writes the class words and the trees of both rounds."""
    path.write_bytes(MAGIC + class_words(words) + trees(first) + trees(second))
    print(f"{path.name}: {path.stat().st_size} bytes")


def class_words(path):
    """A count, the hashes in ascending order, then the log-odds in sixteenths."""
    pairs = sorted(struct.iter_unpack("<If", path.read_bytes()))
    return (struct.pack("<H", len(pairs)) + b"".join(struct.pack("<I", word) for word, _ in pairs)
            + b"".join(struct.pack("<b", round(odds * 16)) for _, odds in pairs))


def trees(model):
    """Thresholds of each feature, ascending, as the upper halves of floats; then each tree: its splits as (feature, threshold index, left, right) and its leaves.

    A child below zero is the leaf of that number's complement."""
    dump = model.dump_model()
    splits = [[] for _ in range(model.num_feature())]
    for tree in dump["tree_info"]:
        walk(tree["tree_structure"], lambda node: splits[node["split_feature"]].append(half(node["threshold"])))
    splits = [sorted(set(s), key=whole) for s in splits]
    leaves = [leaf for tree in dump["tree_info"] for leaf in leaf_values(tree["tree_structure"])]
    scale = max(abs(leaf) for leaf in leaves) / LEAF_STEPS
    out = [struct.pack("<B", len(splits))]
    for thresholds in splits:
        assert len(thresholds) < 256
        out.append(struct.pack(f"<B{len(thresholds)}H", len(thresholds), *thresholds))
    out.append(struct.pack("<Hf", len(dump["tree_info"]), scale))
    for tree in dump["tree_info"]:
        out.append(one_tree(tree["tree_structure"], splits, scale))
    return b"".join(out)


def half(threshold):
    """The upper half of a float's bits, rounded: three digits are enough to split at, and half the bytes."""
    return int((np.float32(threshold).view(np.uint32).astype(np.uint64) + 0x8000) >> 16)


def whole(bits):
    return float(np.uint32(bits << 16).view(np.float32))


def one_tree(root, splits, scale):
    nodes, leaves = [], []

    def add(node):
        if "split_feature" not in node:
            leaves.append(round(node["leaf_value"] / scale))
            return -len(leaves)
        at = len(nodes)
        nodes.append(None)
        feature = node["split_feature"]
        left, right = add(node["left_child"]), add(node["right_child"])
        nodes[at] = (feature, splits[feature].index(half(node["threshold"])), left, right)
        return at

    add(root)
    assert len(nodes) < 127 and len(leaves) <= 128
    return struct.pack("<B", len(nodes)) + b"".join(struct.pack("<BBbb", *node) for node in nodes) + struct.pack(f"<{len(leaves)}b", *leaves)


def walk(node, visit):
    if "split_feature" in node:
        visit(node)
        walk(node["left_child"], visit)
        walk(node["right_child"], visit)


def leaf_values(node):
    if "split_feature" not in node:
        return [node["leaf_value"]]
    return leaf_values(node["left_child"]) + leaf_values(node["right_child"])
