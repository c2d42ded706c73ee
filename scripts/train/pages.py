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
