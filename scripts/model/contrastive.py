"""Contrastive training of the encoder on batches of pairs.

Source: the static-embedding recipe of sentence-transformers (in-batch negatives, temperature .05, high Adam rate,
batches from one source at a time), on a warm start instead of random vectors.
"""
import time

import numpy as np

from encoder import Encoder, text_ends
from loss import contrast

WARM_UP = 0.05


def starting_encoder(vectors, counts, smoothing=1e-3):
    """Warm-start vectors scaled to unit spread, weights by smooth inverse frequency (Arora et al., ICLR 2017)."""
    centred = vectors - np.average(vectors, axis=0, weights=counts)
    spread = centred / np.maximum(np.linalg.norm(centred, axis=1, keepdims=True), 1e-9) * np.sqrt(vectors.shape[1])
    bias = np.log(smoothing / (smoothing + counts / counts.sum()))
    spread[:2] = 0
    return Encoder(spread, bias)


def train(encoder, batches, steps, rate=0.04, bias_rate=0.003, report=None, every=500):
    """Trains in place; `report(step, losses by source, seconds)` is called every `every` steps."""
    began, losses = time.time(), {}
    for step, (source, left, right) in zip(range(steps), batches):
        left_ends, right_ends = text_ends(left), text_ends(right)
        loss, d_left, d_right = contrast(encoder.pool(left, left_ends), encoder.pool(right, right_ends))
        scale = min(1.0, (step + 1) / (WARM_UP * steps)) * (1 - step / steps)
        ids = np.concatenate([left, right])
        ends = np.concatenate([left_ends, right_ends + len(left)])
        encoder.update(ids, ends, np.concatenate([d_left, d_right]), rate * scale, bias_rate * scale)
        losses.setdefault(source.name, []).append(loss)
        if report and (step + 1) % every == 0:
            report(step + 1, {name: float(np.mean(values)) for name, values in losses.items()}, time.time() - began)
            losses = {}
