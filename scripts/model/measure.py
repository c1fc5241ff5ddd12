"""Measures an encoder: held-out NTREX sentences across languages and the development retrieval sets, vectors alone.

`encode` in what follows takes a list of raw texts and returns unit rows, float32 [texts, dims].
"""
import math
import re
from pathlib import Path

import numpy as np

from sources import ntrex, read_lines

SETS = ("mlqa-en-ar", "mlqa-ar-en", "mlqa-ar-ar", "arcd-train", "pquad-val")
PASSAGE_CHARACTERS = 700


def gain(ranks):
    """(nDCG@10, P@1) of queries with one right answer each, from its 0-based ranks."""
    return (float(np.mean([1 / math.log2(r + 2) if r < 10 else 0.0 for r in ranks])), float(np.mean([r == 0 for r in ranks])))


def across(encode, data):
    """{"fa-ar": (nDCG@10, P@1), …}: each held-out NTREX sentence sought among all 1,080 of the other language."""
    rows = [*ntrex(data, held_out=True), *ntrex(data, held_out=False)]
    asked = sum(1 for _ in ntrex(data, held_out=True))
    vectors = {language: encode([row[language] for row in rows]) for language in ("ar", "fa", "en")}
    result = {}
    for a in vectors:
        for b in vectors:
            if a != b:
                scores = vectors[a][:asked] @ vectors[b].T
                result[f"{a}-{b}"] = gain((scores > scores.diagonal()[:, None]).sum(axis=1))
    return result


def passages(text):
    """Pieces of a document of about 700 characters, cut after sentences."""
    parts, current = [], ""
    for sentence in re.split(r"(?<=[.!?؟۔\n])\s+", text):
        if current and len(current) + len(sentence) > PASSAGE_CHARACTERS:
            parts.append(current)
            current = ""
        current += sentence + " "
    return [*parts, current]


def retrieval(encode, folder):
    """(nDCG@10, P@1) of a BEIR folder; a document scores as its best passage."""
    folder = Path(folder)
    documents = {row["_id"]: row["text"] for row in read_lines(folder / "corpus.jsonl.gz")}
    queries = {row["_id"]: row["text"] for row in read_lines(folder / "queries.jsonl.gz")}
    answers = {}
    for line in (folder / "qrels/test.tsv").read_text().splitlines()[1:]:
        query, document, _score = line.split("\t")
        answers[query] = document
    owner, parts = zip(*((i, part) for i, text in enumerate(documents.values()) for part in passages(text)))
    column = {name: i for i, name in enumerate(documents)}
    asked = [q for q in queries if q in answers]
    scores = encode([queries[q] for q in asked]) @ encode(list(parts)).T
    best = np.full((len(asked), len(documents)), -1.0, dtype=np.float32)
    for part, document in enumerate(owner):
        np.maximum(best[:, document], scores[:, part], out=best[:, document])
    right = best[np.arange(len(asked)), [column[answers[q]] for q in asked]]
    return gain((best > right[:, None]).sum(axis=1))


def everything(encode, data):
    """All figures by name."""
    figures = {f"ntrex {way}": value for way, value in across(encode, data).items()}
    return figures | {name: retrieval(encode, Path(data) / "eval" / name) for name in SETS}


def as_line(figures):
    """One line: nDCG@10 of each set, P@1 after a slash for NTREX."""
    return "  ".join(f"{k.replace('ntrex ', '')} {n:.3f}" + (f"/{p:.3f}" if "ntrex" in k else "") for k, (n, p) in figures.items())
