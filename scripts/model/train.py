"""Trains the shipped embedder from the shared folder, start to end.

    python3 train.py --data SHARED --work SCRATCH --out ../../data/models/rawi-embed

Stages: vocabulary → skip-gram warm start over code-switched news → contrastive training → model folder and figures.
What a stage leaves in SCRATCH is used again when it is there; remove the file to make it anew.
"""
import argparse
import pickle
import time
from pathlib import Path

import numpy as np

import contrastive
import export
import measure
import pair_sources
import turn
import vocabulary
from dictionary import Translator
from encoder import Encoder
from running_text import RunningText
from skipgram import SkipGram
from words import Words

DIMENSIONS = 320
PASSES = 2
# The rate falls by a fifth of itself each pass, as in a run of five; passes after the second were not waited for.
SKIPGRAM_RATE = 0.03
SKIPGRAM_FALL = 0.2
BATCH = 1024
# Contrastive rounds: steps, first Adam rate, whether like articles stand together in half of the news batches.
# The ends of all rounds are averaged (Wortsman et al., ICML 2022).
ROUNDS = [(1500, 0.04, False), (1200, 0.02, True), (2800, 0.03, True), (1000, 0.03, True)]
SEED = 7


def main():
    options = read_options()
    work = Path(options.work)
    work.mkdir(parents=True, exist_ok=True)
    if not (work / "unigram.model").exists():
        stage("vocabulary", lambda: vocabulary.learn(options.data, work))
    cutter = vocabulary.Cutter(work)
    if not (work / "warm.npz").exists():
        stage("warm start", lambda: warm_start(options.data, cutter, work / "warm.npz"))
    if not (work / "pairs.pickle").exists():
        stage("pairs", lambda: gather_pairs(options.data, cutter, work / "pairs.pickle"))
    encode = lambda encoder: lambda texts: encoder.encode(cutter.texts(texts))
    warm = np.load(work / "warm.npz")
    encoder = contrastive.starting_encoder(warm["vectors"], warm["counts"])
    sources, words = pickle.loads((work / "pairs.pickle").read_bytes())

    def report(step, _losses, seconds):
        print(f"{step} {seconds:.0f}s", measure.as_line(measure.everything(encode(encoder), options.data)), flush=True)

    ends = []
    for number, (steps, rate, hard) in enumerate(ROUNDS):
        batches = pair_sources.Batches(sources, words, BATCH, SEED + number, encoder if hard else None)
        encoder = encoder.rested()
        contrastive.train(encoder, batches, steps, rate, report=report)
        ends.append(encoder)
    encoder = average(ends)
    encoder = turn.turned(encoder, encode(encoder), options.data)
    np.savez(work / "trained.npz", vectors=encoder.vectors, bias=encoder.bias)
    rows, scale = export.quantize(encoder)
    shipped = Encoder(rows * scale, np.zeros(len(rows)))
    print("shipped (int8):", measure.as_line(measure.everything(encode(shipped), options.data)))
    export.write(encoder, cutter.model, options.out)


def average(encoders):
    """One encoder whose weighted rows are the mean of those of `encoders`, each brought to a mean length of 1."""
    rows = [e.vectors * np.exp(e.bias)[:, None] for e in encoders]
    return Encoder(sum(r / np.linalg.norm(r, axis=1).mean() for r in rows) / len(rows), np.zeros(len(rows[0])))


def read_options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", required=True, help="folder with articles/, training/ and eval/")
    parser.add_argument("--work", required=True, help="scratch folder, about 3 GB")
    parser.add_argument("--out", required=True, help="model folder to write")
    return parser.parse_args()


def stage(name, run):
    began = time.time()
    print(f"{name} …", flush=True)
    run()
    print(f"{name}: {time.time() - began:.0f} s", flush=True)


def warm_start(data, cutter, path):
    """Skip-gram vectors and piece counts, to `path`."""
    words = Words(cutter, Translator(data))
    text = RunningText(data, words)
    words.index()
    counts = np.zeros(cutter.size)
    for part in text.one_pass(SEED):
        counts += np.bincount(part[part >= 0], minlength=cutter.size)
    counts[:2] = 0
    model = SkipGram(cutter.size, DIMENSIONS, counts + 1e-9, SEED)
    parts = 20
    falling = lambda done: SKIPGRAM_RATE * max(1 - SKIPGRAM_FALL * done / parts, 0.01)
    for number in range(PASSES):
        for k, part in enumerate(text.one_pass(SEED + 1 + number, parts)):
            done = number * parts + k
            model.epoch(part, done, falling(done), falling(done + 1))
        print(f"  pass {number + 1} of {PASSES}, mean size {np.abs(model.inner).mean():.4f}", flush=True)
    np.savez(path, vectors=model.inner, counts=counts)


def gather_pairs(data, cutter, path):
    """The training pairs and their word table, pickled to `path`."""
    words = Words(cutter, Translator(data))
    sources = pair_sources.collect(data, words)
    words.index()
    words.cutter = words.translator = None
    path.write_bytes(pickle.dumps((sources, words), protocol=4))


if __name__ == "__main__":
    main()
