#!/usr/bin/env python3
"""Learns what a block of the article looks like, and writes src/content/weights.bin.

usage: train.py CORPUS [--sets a,b] [--work DIR] [--evaluate]

Two rounds of boosted trees (LightGBM) over the numbers of src/content/features.rs: the first sees a block by itself, the
second also what the first said of the blocks around it. Before that, the log-odds of the words in class names. Folds are by
site: no page of a site is ever on both sides. The tables of the folds stay in WORK/folds, beside WORK/in.jsonl: the example
`batch` reads every page with the tables that never saw its site. With --evaluate the project's own table is left alone.
"""
import argparse
import collections
import json
import pathlib
import struct
import subprocess
import sys

import lightgbm
import numpy as np

import pages as P
import score as S
import table

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
SEED = 20261123
# A class word is learned when it stands on this many sites; fewer fit to a site's own naming.
SITES_MIN = 10
# Words whose log-odds are nearer to zero than this are left out of the table.
ODDS_MIN = 0.35
WORDS_MAX = 700
# The same for the words that name a page.
PAGE_SITES_MIN = 5
PAGE_WORDS_MAX = 150
# Blocks of one page to learn from, about: more take time and teach nothing.
BLOCKS_A_PAGE = 200
AROUND = (-3, -2, -1, 1, 2, 3)
REACH = 8
# A container gains by words of more than this chance and loses by others.
HALF = 0.45
TREES = dict(objective="binary", num_leaves=31, learning_rate=0.1, min_data_in_leaf=120, feature_fraction=0.6, bagging_fraction=0.8,
             bagging_freq=1, lambda_l2=5.0, max_bin=31, verbose=-1, seed=SEED, num_threads=1, deterministic=True)
ROUNDS = (70, 90)
# Kinds of page that trees tell, of those in pages.KINDS: service pages read as articles do.
TOLD = 4
KIND_TREES = dict(TREES, num_leaves=6, learning_rate=0.15, min_data_in_leaf=15, feature_fraction=0.5)
KIND_ROUNDS = 25


def export(pages, work, tables=None):
    """Runs the Rust measuring code over the pages."""
    out = work / ("tabled" if tables else "plain")
    lines = "".join(json.dumps({k: p[k] for k in ("id", "path", "url", "fold")}) + "\n" for p in pages)
    subprocess.run([ROOT / "target/release/examples/features", out] + ([tables] if tables else []), input=lines.encode(), check=True)
    return out


def load(out):
    texts = [json.loads(line)["texts"] for line in open(f"{out}.jsonl", encoding="utf-8")]
    ends = np.cumsum([len(t) for t in texts])
    rows = np.fromfile(f"{out}.features", np.float32).reshape(ends[-1], -1)
    return rows, texts, [(end - len(t), end) for end, t in zip(ends, texts)]


def names(out):
    flat = np.fromfile(f"{out}.names", np.uint32)
    counts, at = [], 0
    while at < len(flat):
        counts.append(int(flat[at]))
        at += counts[-1] + 1
    counts = np.array(counts)
    starts = np.cumsum(counts + 1) - counts
    block = np.repeat(np.arange(len(counts)), counts)
    position = np.repeat(starts, counts) + np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
    return block, flat[position]


def word_tables(block, word, label, weight, site_of, fold_of, work):
    """One table a fold, learned from the other folds, and `all`; log-odds of a word against the base rate, smoothed."""
    known = label[block] >= 0
    block, word = block[known], word[known]
    vocabulary, index = np.unique(word, return_inverse=True)
    pairs = np.unique(np.stack([index, site_of[block]]), axis=1)
    sites = np.bincount(pairs[0], minlength=len(vocabulary))
    work.mkdir(exist_ok=True)
    for fold in [*range(P.FOLDS), "all"]:
        use = fold_of[block] != fold if fold != "all" else np.ones(len(block), bool)
        good = np.bincount(index[use], weight[block[use]] * (label[block[use]] == 1), len(vocabulary))
        every = np.bincount(index[use], weight[block[use]], len(vocabulary))
        base = good.sum() / every.sum()
        smooth = 3.0
        odds = np.log((good + smooth * base) / (every - good + smooth * (1 - base))) - np.log(base / (1 - base))
        keep = (sites >= SITES_MIN) & (np.abs(odds) >= ODDS_MIN)
        strength = np.where(keep, np.abs(odds) * np.sqrt(every), 0)
        best = np.argsort(-strength)[:WORDS_MAX]
        best = best[strength[best] > 0]
        odds = np.clip(np.round(odds * 4) / 4, -7.75, 7.75)
        with open(work / f"{fold}.class", "wb") as out:
            for i in sorted(best, key=lambda i: vocabulary[i]):
                out.write(struct.pack("<If", vocabulary[i], odds[i]))


def page_tables(out, pages, work):
    """Likewise the words that name a page, for each kind of page; from the pages of which the kind is known."""
    words = [set(json.loads(line)["page_words"]) for line in open(f"{out}.jsonl", encoding="utf-8")]
    kinds = [P.kind(page["gold"]) for page in pages]
    sites = collections.defaultdict(set)
    for page, here, kind in zip(pages, words, kinds):
        for word in here if kind is not None else ():
            sites[word].add(page["site"])
    for fold in [*range(P.FOLDS), "all"]:
        use = [(here, kind) for page, here, kind in zip(pages, words, kinds) if kind is not None and page["fold"] != fold]
        base = np.bincount([kind for _, kind in use], minlength=len(P.KINDS) + 1)[1:] / len(use)
        seen = collections.defaultdict(lambda: np.zeros(len(P.KINDS) + 1))
        for here, kind in use:
            for word in here:
                seen[word][kind] += 1
        rows = []
        for word, counts in seen.items():
            if len(sites[word]) >= PAGE_SITES_MIN:
                good, smooth = counts[1:], 4.0
                odds = np.log((good + smooth * base) / (counts.sum() - good + smooth * (1 - base))) - np.log(base / (1 - base))
                rows.append((np.abs(odds).max() * counts.sum() ** 0.5, word, np.clip(np.round(odds * 4) / 4, -4, 4)))
        best = sorted(sorted(rows, key=lambda row: -row[0])[:PAGE_WORDS_MAX], key=lambda row: row[1])
        with open(work / f"{fold}.page", "wb") as table:
            for _, word, odds in best:
                table.write(struct.pack(f"<I{len(odds)}f", word, *odds))


def with_neighbours(rows, first, spans, levels, templates):
    """The second round's numbers: the first round's, then what `wide` of src/content/verdicts.rs adds to them."""
    count = levels.shape[1]
    extra = np.full((len(rows), 11 + 2 * count + 3 + 2), -1, np.float32)
    extra[:, 0] = first
    for low, high in spans:
        if high > low:
            words = np.round(np.expm1(rows[low:high, 0]))
            neighbours(extra[low:high, :-2], first[low:high], words, levels[low:high])
            _, group = np.unique(templates[low:high], return_inverse=True)
            size = np.bincount(group, words + 1)
            extra[low:high, -2] = (np.bincount(group, first[low:high] * (words + 1)) / size)[group]
            extra[low:high, -1] = np.log1p(np.bincount(group))[group]
    return np.hstack([rows, extra])


def neighbours(extra, verdict, words, levels):
    n = len(verdict)
    for column, step in enumerate(AROUND, 1):
        if n > abs(step):
            if step < 0:
                extra[-step:, column] = verdict[:step]
            else:
                extra[:-step, column] = verdict[step:]
    worth = np.concatenate([[0], np.cumsum(verdict * words)])
    size = np.concatenate([[0], np.cumsum(words)])
    total = max(worth[-1], 1)
    low, high = np.maximum(np.arange(n) - REACH, 0), np.minimum(np.arange(n) + REACH + 1, n)
    extra[:, 7] = worth[:-1] / total
    extra[:, 8] = (worth[high] - worth[low]) / np.maximum(size[high] - size[low], 1)
    extra[:, 9] = np.log1p(worth[-1])
    extra[:, 10] = worth[-1] / max(size[-1], 1)
    starts, ends = levels[:, :, 0], levels[:, :, 1]
    held = worth[ends] - worth[starts]
    count = levels.shape[1]
    extra[:, 11:11 + count] = held / np.maximum(size[ends] - size[starts], 1)
    extra[:, 11 + count:11 + 2 * count] = held / total
    gain = held - HALF * (size[ends] - size[starts])
    best = np.unravel_index(np.argmax(gain), gain.shape)
    first, last = starts[best], ends[best]
    at = np.arange(n)
    extra[:, -3] = np.where(at < first, at - first, np.where(at >= last, at - last + 1, 0)).clip(-50, 50)
    extra[:, -2] = held[best] / total
    extra[:, -1] = held[best] / max(size[last] - size[first], 1)


def weights(rows, label, spans, pages):
    """A block counts by its words, a page about as much as any other."""
    weight = np.minimum(np.expm1(rows[:, 0]), 80) + 3
    for (low, high), page in zip(spans, pages):
        total = weight[low:high][label[low:high] >= 0].sum()
        if total > 0:
            weight[low:high] *= (total ** 0.35) * (0.5 if page["gold"]["corpus"] in ("readability", "defuddle") else 1.0) / total
    return weight / weight.mean()


def binned(rows, label, weight, spans):
    """Blocks that have a label, as LightGBM wants them, and which those are. Of a page of thousands a sample stands for all."""
    chance = np.concatenate([np.full(high - low, min(1, BLOCKS_A_PAGE / max(high - low, 1))) for low, high in spans])
    known = np.flatnonzero((label >= 0) & (np.random.default_rng(SEED).random(len(rows)) < chance))
    weight = weight / chance
    return lightgbm.Dataset(rows[known], label[known], weight=weight[known], params=TREES).construct(), known


def cross(rows, label, weight, fold_of, spans, rounds):
    """For each block the verdict of a model that never saw its site; those models; and one of all blocks."""
    data, known = binned(rows, label, weight, spans)
    verdict, models = np.zeros(len(rows), np.float32), []
    for fold in range(P.FOLDS):
        out = fold_of == fold
        models.append(lightgbm.train(TREES, data.subset(np.flatnonzero(~out[known])), rounds))
        verdict[out] = models[-1].predict(rows[out], num_threads=1)
    return verdict, models, data


def page_numbers(rows, spans):
    """A row a page: the numbers that are the same in all of its blocks, wherever they stand; 0 in place of the others."""
    firsts = np.array([rows[low] if high > low else np.zeros(rows.shape[1], np.float32) for low, high in spans])
    shared = np.ones(rows.shape[1], bool)
    for low, high in spans:
        if high > low:
            shared &= (rows[low:high] == rows[low]).all(axis=0)
    return np.where(shared, firsts, 0)


def kind_models(rows, spans, pages, use):
    """For each kind trees that tell it from all others, learned from the pages of `use` of which the kind is known."""
    kinds = [P.kind(page["gold"]) for page in pages]
    known = [at for at in range(len(pages)) if use[at] and kinds[at] is not None and spans[at][1] > spans[at][0]]
    numbers = page_numbers(rows, spans)[known]
    for kind in range(1, TOLD + 1):
        label = np.array([kinds[at] == kind for at in known], np.int8)
        yield lightgbm.train(KIND_TREES, lightgbm.Dataset(numbers, label, params=KIND_TREES), KIND_ROUNDS)


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("corpus")
    ap.add_argument("--sets", default="")
    ap.add_argument("--work", default=str(ROOT / "target" / "train"))
    ap.add_argument("--evaluate", action="store_true", help="only score, on pages not learned from")
    args = ap.parse_args()
    work = pathlib.Path(args.work)
    work.mkdir(parents=True, exist_ok=True)
    pages = list(P.corpus(args.corpus, [s for s in args.sets.split(",") if s]))
    subprocess.run(["cargo", "build", "-q", "--release", "--features", "html", "--example", "features"], check=True, cwd=ROOT)
    out = export(pages, work)
    rows, texts, spans = load(out)
    label = np.concatenate([P.labels(t, p["gold"]) or [] for t, p in zip(texts, pages)]).astype(np.int8)
    lengths = [high - low for low, high in spans]
    sites = {name: i for i, name in enumerate(sorted({p["site"] for p in pages}))}
    site_of = np.repeat([sites[p["site"]] for p in pages], lengths)
    fold_of = np.repeat([p["fold"] for p in pages], lengths)
    weight = weights(rows, label, spans, pages)
    print(f"{len(pages)} pages, {len(sites)} sites, {len(rows)} blocks, {np.mean(label[label >= 0]):.3f} of them article", flush=True)
    block, word = names(out)
    word_tables(block, word, label, weight, site_of, fold_of, work / "tables")
    page_tables(out, pages, work / "tables")
    rows, _, _ = load(export(pages, work, work / "tables"))

    first, firsts, data = cross(rows, label, weight, fold_of, spans, ROUNDS[0])
    levels = np.fromfile(f"{out}.levels", np.uint32).astype(np.int64).reshape(len(rows), -1, 2)
    templates = np.fromfile(f"{out}.templates", np.uint32)
    wider = with_neighbours(rows, first, spans, levels, templates)
    second, seconds, wide_data = cross(wider, label, weight, fold_of, spans, ROUNDS[1])
    S.report(pages, texts, spans, second)
    np.savez(work / "oof.npz", first=first, second=second, label=label, weight=weight, fold=fold_of)
    folds = work / "folds"
    folds.mkdir(exist_ok=True)
    for fold in range(P.FOLDS):
        kinds = kind_models(rows, spans, pages, [page["fold"] != fold for page in pages])
        table.write(folds / f"{fold}.bin", work / "tables" / f"{fold}", firsts[fold], seconds[fold], kinds)
    with open(work / "in.jsonl", "w") as lines:
        lines.writelines(json.dumps({k: p[k] for k in ("id", "path", "url", "fold")}) + "\n" for p in pages)
    if not args.evaluate:
        last = lightgbm.train(TREES, data, ROUNDS[0]), lightgbm.train(TREES, wide_data, ROUNDS[1])
        kinds = kind_models(rows, spans, pages, [True] * len(pages))
        table.write(ROOT / "src/content/weights.bin", work / "tables" / "all", *last, kinds)


if __name__ == "__main__":
    sys.path.insert(0, str(pathlib.Path(__file__).parent))
    main()
