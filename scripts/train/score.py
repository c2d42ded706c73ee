"""How good a choice of blocks is, by the measure of the article-extraction benchmark: shingles of four words, precision and
recall averaged over the pages of a set. Segments for the sets that have only those."""
import collections
import statistics

import numpy as np
import pages as P


def choose(verdict, words):
    """The blocks whose taking gives the best F1 to be expected, if every verdict is the chance that the block is right."""
    worth = verdict * words
    order = np.argsort(-verdict)
    got, size = np.cumsum(worth[order]), np.cumsum(words[order])
    value = 2 * got / (size + worth.sum() + 1e-9)
    best = int(np.argmax(value)) if len(value) else -1
    keep = np.zeros(len(verdict), bool)
    keep[order[:best + 1]] = True
    return keep & (verdict > 0.2) | (verdict > 0.65)


def page_score(gold, text):
    want, got = collections.Counter(P.shingles(P.tokens(gold["text"]))), collections.Counter(P.shingles(P.tokens(text)))
    right = sum((want & got).values())
    return right, sum(got.values()) - right, sum(want.values()) - right


def report(pages, texts, spans, verdict):
    rows = collections.defaultdict(list)
    for page, text, (low, high) in zip(pages, texts, spans):
        words = np.array([len(P.tokens(t)) for t in text], float)
        keep = choose(verdict[low:high], words) if high > low else []
        chosen = "\n".join(t for t, k in zip(text, keep) if k)
        gold = page["gold"]
        if gold.get("text") is not None:
            rows[gold["corpus"]].append(page_score(gold, chosen))
        else:
            fold = " ".join(chosen.split())
            hit = sum(" ".join(s.split()) in fold for s in gold.get("with") or [])
            bad = sum(" ".join(s.split()) in fold for s in gold.get("without") or [])
            rows[gold["corpus"] + "*"].append((hit, bad, len(gold.get("with") or []) - hit))
    for name, triples in sorted(rows.items()):
        if name.endswith("*"):
            a, b, c = map(sum, zip(*triples))
            p, r = a / (a + b), a / (a + c)
        else:
            p = statistics.fmean(a / (a + b) for a, b, c in triples if a + b)
            r = statistics.fmean(a / (a + c) for a, b, c in triples if a + c)
        print(f"  {name:16} {len(triples):4}  F1 {2 * p * r / (p + r):.4f}  precision {p:.4f}  recall {r:.4f}", flush=True)
