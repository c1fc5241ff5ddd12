"""Turns a model's space so that its first dimensions tell most: distances stay, a scan may look at a part of them first.

    python3 turn.py --data SHARED --model ../../data/models/rawi-embed

The axes are the principal ones, about the origin, of the vectors of news passages; the shipped folder is written anew.
"""
from itertools import islice

import numpy as np

import export
from encoder import Encoder
from measure import passages
from measure_model import load, read_options
from sources import news

ARTICLES = 4_000


def turned(encoder, encode, data):
    """The same encoder in a space whose axes come in the order of how much passages spread along them."""
    texts = [part for language in ("ar", "fa", "en") for _title, _lead, body in islice(news(data, language), ARTICLES)
             for part in passages(body)]
    vectors = encode(texts)
    _spread, axes = np.linalg.eigh(vectors.T @ vectors)
    return Encoder(encoder.vectors @ axes[:, ::-1], encoder.bias)


def main():
    options = read_options(__doc__)
    encoder, cutter = load(options.model)
    encoder = turned(encoder, lambda texts: encoder.encode(cutter.texts(texts)), options.data)
    export.write_graph(encoder, options.model)


if __name__ == "__main__":
    main()
