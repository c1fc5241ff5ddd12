"""Skip-gram with negative sampling over piece ids, compiled by numba, on two threads.

Source: Mikolov et al., NIPS 2013; negatives shared by the windows of one centre word, which spares memory traffic.
Threads write to shared arrays without locks (Hogwild), so runs with one seed agree in quality, not to the last bit.
"""
import numba
import numpy as np

WINDOW = 8
NEGATIVES = 10
PER_POSITIVE = 2.0
SUBSAMPLE = 1e-4


@numba.njit(fastmath=True)
def _sigmoid(x):
    return 1.0 / (1.0 + np.exp(-min(max(x, -8.0), 8.0)))


@numba.njit(fastmath=True)
def _train_shard(text, inner, outer, keep, noise, seed, rate_from, rate_to):
    """One pass over `text` (int32 ids, -1 between documents); `inner`, `outer` float32 [pieces, dims] change in place."""
    np.random.seed(seed)
    dims = inner.shape[1]
    targets = np.zeros(2 * WINDOW + NEGATIVES, dtype=np.int64)
    block = 2000
    buffer = np.zeros(block, dtype=np.int64)
    at = 0
    while at < len(text):
        size = 0
        rate = np.float32(rate_from + (rate_to - rate_from) * at / len(text))
        while at < len(text) and size < block:
            piece = text[at]
            at += 1
            if piece < 0:
                if size:
                    break
                continue
            if np.random.random() < keep[piece]:
                buffer[size] = piece
                size += 1
        for centre in range(size):
            reach = np.random.randint(1, WINDOW + 1)
            count = 0
            for other in range(max(0, centre - reach), min(size, centre + reach + 1)):
                if other != centre:
                    targets[count] = buffer[other]
                    count += 1
            positives = count
            for _ in range(NEGATIVES):
                targets[count] = noise[np.random.randint(len(noise))]
                count += 1
            row = inner[buffer[centre]]
            # The negatives stand for all positives of this centre: together they weigh as PER_POSITIVE for each.
            weight = np.float32(PER_POSITIVE * positives / NEGATIVES)
            for t in range(count):
                column = outer[targets[t]]
                dot = np.float32(0)
                for d in range(dims):
                    dot += row[d] * column[d]
                if t < positives:
                    step = rate * np.float32(1.0 - _sigmoid(dot))
                else:
                    step = -rate * weight * np.float32(_sigmoid(dot))
                for d in range(dims):
                    before = row[d]
                    row[d] += step * column[d]
                    column[d] += step * before


@numba.njit(parallel=True, fastmath=True)
def _train_epoch(text, bounds, inner, outer, keep, noise, seeds, rate_from, rate_to):
    for shard in numba.prange(len(bounds) - 1):
        _train_shard(text[bounds[shard]:bounds[shard + 1]], inner, outer, keep, noise, seeds[shard], rate_from, rate_to)


class SkipGram:
    """State of one training: `inner` holds the vectors."""

    def __init__(self, pieces, dims, counts, seed):
        """`counts`: how often each piece occurs in the text to come (any pass of it)."""
        rng = np.random.default_rng(seed)
        self.inner = ((rng.random((pieces, dims), dtype=np.float32) - 0.5) / dims)
        self.outer = np.zeros((pieces, dims), dtype=np.float32)
        share = counts / counts.sum()
        self.keep = np.minimum(1.0, np.sqrt(SUBSAMPLE / np.maximum(share, 1e-12)))
        smooth = counts ** 0.75
        self.noise = rng.choice(pieces, size=5_000_000, p=smooth / smooth.sum()).astype(np.int32)
        self.seed = seed

    def epoch(self, text, number, rate_from, rate_to, threads=2):
        """One pass over `text` (int32 ids, -1 between documents)."""
        bounds = np.linspace(0, len(text), threads + 1).astype(np.int64)
        seeds = np.arange(threads) + 1000 * number + self.seed
        _train_epoch(text, bounds, self.inner, self.outer, self.keep, self.noise, seeds, rate_from, rate_to)
