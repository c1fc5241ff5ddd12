"""Reads the training material of the shared folder; nothing of eval/ is ever opened here.

Every reader yields raw text. `data` is the shared folder (articles/news, training/pairs, training/lexicon).
"""
import gzip
import hashlib
import json
import re
from pathlib import Path

OTHER_LANGUAGES = ["tr", "ru", "fr", "de", "es", "ur", "id", "az", "ku"]
DICTIONARIES = ("wiktionary", "wordnet", "wikidata-names", "osm")


def read_lines(path):
    """JSON values of a gzipped file of JSON lines."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def news(data, language):
    """(title, lead, body) of each article; a paragraph that repeats a part of the text before it is dropped."""
    for article in read_lines(Path(data) / f"articles/news/{language}.jsonl.gz"):
        kept = ""
        for paragraph in article["body"].split("\n"):
            if paragraph.strip() and paragraph.strip() not in kept:
                kept += paragraph.strip() + "\n"
        yield article["title"].strip(), article["lead"].strip(), kept


def pairs(data, name):
    """[a, b] pairs of training/pairs/NAME-LANGUAGES.jsonl.gz, as ((language a, language b), list)."""
    for path in sorted((Path(data) / "training/pairs").glob(f"{name}-*.jsonl.gz")):
        codes = path.name.split("-")[-1][:4]
        dictionary = name in DICTIONARIES
        clean = [(a, b) for a, b in read_lines(path) if not dictionary or (is_clean(a) and is_clean(b))]
        yield (codes[:2], codes[2:]), clean


def is_clean(text):
    """False for dictionary debris: brackets left open, editors' notes, empty sides."""
    return bool(text.strip()) and not re.search(r"[\[\]{}<>|=]|etc\.", text) and text.count("(") == text.count(")")


def lexicon(data, language):
    """(english, other) entries, notes in brackets removed."""
    for english, other, _part, _gloss in read_lines(Path(data) / f"training/lexicon/en-{language}.jsonl.gz"):
        english, other = (re.sub(r"\([^)]*\)|^.*:", " ", side).strip() for side in (english, other))
        if is_clean(english) and is_clean(other):
            yield english, other


def is_held_out(document):
    """A fixed third of the NTREX documents: those whose name's SHA-256 is 0 modulo 3."""
    return int(hashlib.sha256(document.encode()).hexdigest(), 16) % 3 == 0


def ntrex(data, held_out):
    """Sentences {doc, en, ar, fa} of the documents that are (or are not) held out of training."""
    for row in read_lines(Path(data) / "training/ntrex-news-sentences.jsonl.gz"):
        if is_held_out(row["doc"]) == held_out:
            yield row


def parallel(data):
    """((language a, language b), [(a, b), …]) of sentences that translate one another."""
    for name in ("tico19", "tatoeba"):
        yield from pairs(data, name)
    rows = list(ntrex(data, held_out=False))
    for a, b in (("en", "ar"), ("en", "fa"), ("ar", "fa")):
        yield (a, b), [(row[a], row[b]) for row in rows]
