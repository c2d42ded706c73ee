"""The pages to learn from: which site each belongs to, and which of its blocks are the article."""
import collections
import json
import pathlib
import re
import zlib
from urllib.parse import urlsplit

FOLDS = 5
SECOND_LEVEL = {"co", "com", "org", "net", "gov", "edu", "ac", "gob", "go", "or", "ne"}
ARCHIVES = {"archive.org", "example.com", "example.org", "fakehost"}
TOKEN = re.compile(r"\w+")
SHINGLE = 4
# The kinds of page in src/content/page_words.rs, and sets of nothing but articles.
KINDS = (("forum",), ("product",), ("collection", "listing"), ("documentation",), ("service",))
ARTICLE_SETS = ("scrapinghub", "news424", "l3s-gn1")
# Blocks on either side by which it is told which of two equal texts is the article's.
NEAR = 10


def domain(host):
    """The registrable part of a host name, near enough: www.news.example.co.uk -> example.co.uk."""
    labels = (host or "").lower().split(".")
    keep = 3 if len(labels) > 2 and labels[-2] in SECOND_LEVEL else 2
    return ".".join(labels[-keep:])


def site(gold, html):
    """The site of a page: its address, or where that is missing or an archive's, the host that it links to most."""
    known = domain(urlsplit(gold.get("url") or "").hostname)
    if known and known not in ARCHIVES:
        return known
    hosts = collections.Counter(re.findall(r"""(?:href|content)=["']?https?://(?:web\.archive\.org/[^/]*/https?://)?([\w.-]+)""", html))
    ours = [domain(host) for host, _ in hosts.most_common(3) if domain(host) not in ARCHIVES]
    return ours[0] if ours else f"{gold['corpus']}/{gold['id']}"


def corpus(folder, sets=None):
    """Every page of the corpus with its truth, its site and its fold. Pages of one site share a fold."""
    for path in sorted(pathlib.Path(folder).glob("*/*.json")):
        if sets and path.parent.name not in sets:
            continue
        gold = json.loads(path.read_text(encoding="utf-8"))
        if gold.get("text") is None and not gold.get("with"):
            continue
        html = path.with_suffix(".html")
        name = site(gold, html.read_bytes()[:400_000].decode("utf-8", "replace"))
        yield {"id": f"{gold['corpus']}/{gold['id']}", "path": str(html), "url": gold.get("url"), "site": name,
               "fold": zlib.crc32(name.encode()) % FOLDS, "gold": gold}


def kind(gold):
    """The kind of a page: 0 an article, from 1 on the places of KINDS; None where nobody said."""
    if gold.get("page_type"):
        return next((at for at, names in enumerate(KINDS, 1) if gold["page_type"] in names), 0)
    return 0 if gold["corpus"] in ARTICLE_SETS else None


def tokens(text):
    return TOKEN.findall(text or "")


def shingles(words):
    return [tuple(words[i:i + SHINGLE]) for i in range(max(1, len(words) - SHINGLE + 1))] if words else []


def labels(texts, gold):
    """For each block: 1 article, 0 not, -1 unknown."""
    if gold.get("text") is not None:
        return by_text(texts, gold["text"])
    return by_segments(texts, gold.get("with") or [], gold.get("without") or [])


def by_text(texts, truth):
    """A block is the article's when most of its shingles, taken with the words before and after it, stand in the truth."""
    known = set(shingles(tokens(truth)))
    lines = {tuple(tokens(line)) for line in truth.split("\n")}
    blocks = [tokens(text) for text in texts]
    out = []
    for at, words in enumerate(blocks):
        if len(words) >= SHINGLE:
            mine = shingles(words)
            out.append(1 if sum(s in known for s in mine) >= 0.6 * len(mine) else 0)
        elif not words:
            out.append(-1)
        else:
            before = next((b for b in reversed(blocks[max(0, at - 3):at]) if b), [])[-3:]
            after = next((b for b in blocks[at + 1:at + 4] if b), [])[:3]
            joined = before + words + after
            hits = [s in known for s in shingles(joined)] if len(joined) >= SHINGLE else []
            out.append(1 if tuple(words) in lines or (hits and sum(hits) >= 0.7 * len(hits)) else 0)
    return as_often(blocks, out, tokens(truth))


def as_often(blocks, out, truth):
    """A text that stands on the page more often than in the truth is the article's only where most of the article is near."""
    places = collections.defaultdict(list)
    for at, (words, label) in enumerate(zip(blocks, out)):
        if label == 1:
            places[tuple(words)].append(at)
    repeated = {words: at for words, at in places.items() if len(at) > 1}
    counts = {}
    for size in {min(len(words), SHINGLE) for words in repeated}:
        counts[size] = collections.Counter(tuple(truth[i:i + size]) for i in range(len(truth) - size + 1))
    worth = [0]
    for words, label in zip(blocks, out):
        worth.append(worth[-1] + len(words) * (label == 1))
    near = lambda at: worth[min(at + NEAR + 1, len(blocks))] - worth[max(at - NEAR, 0)]
    for words, at in repeated.items():
        size = min(len(words), SHINGLE)
        often = min(counts[size][words[i:i + size]] for i in range(len(words) - size + 1))
        for surplus in sorted(at, key=near, reverse=True)[max(often, 1):]:
            out[surplus] = 0
    return out


def by_segments(texts, keep, drop):
    fold = lambda text: " ".join(text.split())
    keep, drop = [fold(s) for s in keep if s.strip()], [fold(s) for s in drop if s.strip()]
    out = []
    for text in texts:
        text = fold(text)
        if any(s in text for s in keep):
            out.append(1)
        elif any(s in text for s in drop) and len(text) < 2000:
            out.append(0)
        elif len(text) >= 20 and any(text in s for s in keep):
            out.append(1)
        elif len(text) >= 8 and any(text in s for s in drop):
            out.append(0)
        else:
            out.append(-1)
    return out
