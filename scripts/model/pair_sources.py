"""Collects the training pairs by source, as word numbers, and draws batches of them.

A batch comes from one source, holds no left side twice, and has one way of swapping words: none, the whole left side
word by word into another language, the whole right side, or both sides here and there.
"""
import dataclasses

import numpy as np

from dictionary import NEWS
from neighbours import neighbourly_order
from sources import OTHER_LANGUAGES, lexicon, news, pairs, parallel
from words import END

# Words of a passage drawn from a body: about 700 characters, less for variety.
PASSAGE_WORDS = (50, 125)
# Share of news batches whose articles are alike, and how many alike stand together.
HARD = 0.5
STRETCH = 32
# Chance of each way of swapping: (left chance, right chance); a target language is drawn with it.
WAYS = {"none": 0.35, "left": 0.4, "right": 0.1, "both": 0.15}


@dataclasses.dataclass
class Source:
    """Pairs of one origin. `left`, `right`: arrays of word numbers; `cut`: the right side is an article to cut from."""

    name: str
    left: list
    right: list
    languages: tuple
    cut: bool = False
    weight: float = 1.0
    swapped: bool = True


def collect(data, words):
    """All sources; `words.index()` must follow."""
    sources = []
    for language in NEWS:
        titles, leads, bodies, led = [], [], [], []
        for title, lead, body in news(data, language):
            opening, rest = (lead, body[len(lead):]) if lead and body.startswith(lead[:60]) else (lead, body)
            numbered = words.number(language, rest)
            if len(numbered) < 30:
                continue
            if len(title) > 15:
                titles.append(words.number(language, title))
                bodies.append(np.concatenate([words.number(language, opening), numbered]))
            if len(opening) > 40:
                leads.append(words.number(language, opening))
                led.append(numbered)
        sources.append(Source(f"title-{language}", titles, bodies, (language, language), cut=True))
        sources.append(Source(f"inside-{language}", bodies, bodies, (language, language), cut=True, weight=0.7))
        if leads:
            sources.append(Source(f"lead-{language}", leads, led, (language, language), cut=True, weight=0.7))

    def add(name, a, b, entries, **more):
        left = [words.number(a, x) for x, _ in entries]
        right = [words.number(b, y) for _, y in entries]
        sources.append(Source(name, left, right, (a, b), **more))

    for (a, b), entries in pairs(data, "tydiqa"):
        add("tydiqa", a, b, entries, weight=2.0)
    for (a, b), entries in pairs(data, "farstail"):
        add("farstail", a, b, entries)
    together = {}
    for codes, entries in parallel(data):
        together.setdefault(codes, []).extend(entries)
    for (a, b), entries in together.items():
        add(f"parallel-{a}{b}", a, b, entries, weight=2.0)
    for name in ("wiktionary", "wordnet", "wikidata-names", "osm"):
        for (a, b), entries in pairs(data, name):
            add(f"{name}-{a}{b}", a, b, entries, weight=0.4, swapped=False)
    for language in ("ar", "fa", *OTHER_LANGUAGES):
        add(f"lexicon-{language}", "en", language, list(lexicon(data, language)), weight=0.4, swapped=False)
    return sources


class Batches:
    """Draws batches; `sources` as from `collect`, `words` indexed.

    With an `encoder`, half of the batches of news are made of stretches of like articles, so that the negatives are hard.
    """

    def __init__(self, sources, words, size, seed, encoder=None):
        self.words, self.size, self.encoder = words, size, encoder
        self.rng = np.random.default_rng(seed)
        self.sources = [s for s in sources if len(s.left) >= 200]
        damped = np.array([s.weight * len(s.left) ** 0.5 for s in self.sources])
        self.chance = damped / damped.sum()
        self.vectors, self.orders = {}, {}

    def __iter__(self):
        while True:
            source = self.sources[self.rng.choice(len(self.sources), p=self.chance)]
            alike = self.encoder is not None and source.cut and self.rng.random() < HARD
            picked = self._alike(source) if alike else self.rng.permutation(len(source.left))[: self.size]
            picked = self._distinct(source, picked)
            way = self.rng.choice(list(WAYS), p=list(WAYS.values())) if source.swapped else "none"
            sides = {"none": (0, 0), "left": (1, 0), "right": (0, 1), "both": (0.4, 0.4)}[way]
            yield source, self._side(source, picked, 0, way, sides[0]), self._side(source, picked, 1, way, sides[1])

    def _alike(self, source):
        """Indices in stretches of STRETCH like articles; the order of a source serves 20 batches."""
        if source.name not in self.vectors:
            running = np.concatenate([part for body in source.right for part in (body[:120], END)])
            self.vectors[source.name] = self.encoder.encode(self.words.draw(running, "any", 0, 0))
        order, used = self.orders.get(source.name, (None, 20))
        if used == 20:
            order, used = neighbourly_order(self.vectors[source.name], STRETCH, self.rng), 0
        self.orders[source.name] = order, used + 1
        begins = self.rng.choice(len(order) // STRETCH, min(self.size, len(order)) // STRETCH, replace=False) * STRETCH
        return np.concatenate([order[begin:begin + STRETCH] for begin in begins])

    def _distinct(self, source, picked):
        seen, kept = set(), []
        for i in picked:
            keys = source.left[i][:60].tobytes(), source.right[i][:60].tobytes()
            if keys[0] not in seen and keys[1] not in seen and len(source.left[i]) and len(source.right[i]):
                seen.update(keys)
                kept.append(i)
        return kept

    def _side(self, source, picked, side, way, chance):
        texts = (source.left, source.right)[side]
        if source.cut and side == 1:
            parts = [self._cut(texts[i]) for i in picked]
        elif source.name.startswith("inside"):
            parts = [self._sentence(texts[i]) for i in picked]
        else:
            parts = [texts[i] for i in picked]
        running = np.concatenate([piece for part in parts for piece in (part, END)])
        others = [language for language in (*NEWS, "other") if language != source.languages[side]]
        target = "any" if way == "both" else others[self.rng.choice(len(others))]
        return self.words.draw(running, target, chance, int(self.rng.integers(1 << 30)))

    def _cut(self, body):
        length = int(self.rng.integers(*PASSAGE_WORDS))
        begin = int(self.rng.integers(0, max(1, len(body) - length + 1)))
        return body[begin:begin + length]

    def _sentence(self, body):
        length = int(self.rng.integers(5, 20))
        begin = int(self.rng.integers(0, max(1, len(body) - length + 1)))
        return body[begin:begin + length]
