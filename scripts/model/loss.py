"""Contrastive loss over a batch of pairs, with its gradient.

Source: cross-entropy over cosine / temperature with in-batch negatives (Henderson et al., 2017; multiple negatives
ranking), both ways round; rows are made unit length first.
"""
import numpy as np

TEMPERATURE = 0.05


def unit(sums):
    """Rows of unit length, and the lengths [texts, 1] they had."""
    lengths = np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), 1e-9)
    return sums / lengths, lengths


def contrast(left, right, backward=0.5):
    """(loss, d loss/d left, d loss/d right) for sums [pairs, dims]; `backward` weighs the way right → left."""
    a, a_length = unit(left)
    b, b_length = unit(right)
    scores = a @ b.T / np.float32(TEMPERATURE)
    count = len(a)
    forth, forth_loss = _soft(scores)
    back, back_loss = _soft(scores.T)
    slope = (forth + np.float32(backward) * back.T) / np.float32(count * (1 + backward) * TEMPERATURE)
    d_a, d_b = slope @ b, slope.T @ a
    loss = (forth_loss + backward * back_loss) / (1 + backward)
    return loss, _through(d_a, a, a_length), _through(d_b, b, b_length)


def _soft(scores):
    shifted = np.exp(scores - scores.max(axis=1, keepdims=True))
    probability = shifted / shifted.sum(axis=1, keepdims=True)
    right = np.arange(len(scores))
    loss = -np.log(np.maximum(probability[right, right], 1e-12)).mean()
    probability[right, right] -= 1
    return probability, loss


def _through(gradient, rows, lengths):
    """The gradient of a unit row, carried back to the row before it was made unit length."""
    return (gradient - rows * (gradient * rows).sum(axis=1, keepdims=True)) / lengths
