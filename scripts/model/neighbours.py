"""Orders articles so that neighbours in the order are alike: the hard negatives of a batch stand side by side.

A tree of random projections (Dasgupta & Freund, STOC 2008): a set is cut at the median of its projection on the
line between two of its points, until the parts are small. Cheap enough to be grown anew, so no two orders agree.
"""
import numpy as np


def neighbourly_order(vectors, leaf, rng):
    """A permutation of the rows of `vectors` [articles, dims]; stretches of up to `leaf` rows are near one another."""
    parts, done = [np.arange(len(vectors))], []
    while parts:
        part = parts.pop()
        if len(part) <= leaf:
            done.append(part)
            continue
        a, b = vectors[rng.choice(part, 2, replace=False)]
        order = part[np.argsort(vectors[part] @ (a - b), kind="stable")]
        parts += [order[: len(order) // 2], order[len(order) // 2:]]
    return np.concatenate(done)
