"""Numbers the words of all texts and draws running text from them with words swapped into other languages.

A text is an int32 array of word numbers, -1 at its end. A word knows its pieces and, per target, the piece sequences
of its translations; drawing is compiled by numba, so that every pass and every batch is swapped anew.
"""
import numba
import numpy as np

from dictionary import NEWS
from folding import fold
from sources import OTHER_LANGUAGES

END = np.array([-1], dtype=np.int32)
# A target names the languages a word may be swapped into and how many draws out of all each of them gets.
TARGETS = {
    "ar": {"ar": 8}, "fa": {"fa": 8}, "en": {"en": 8},
    "other": {language: 2 for language in OTHER_LANGUAGES},
    "any": {**{language: 8 for language in NEWS}, **{language: 1 for language in OTHER_LANGUAGES}},
}


class Words:
    def __init__(self, cutter, translator):
        self.cutter, self.translator = cutter, translator
        self.ids = {}

    def number(self, language, text):
        """Word numbers of raw text, without an end mark."""
        ids = self.ids
        return np.array([ids.setdefault((language, word), len(ids)) for word in fold(text).split()], dtype=np.int32)

    def index(self):
        """Flattens pieces and translations into arrays; to be called once all texts are numbered."""
        flat, start, length, phrases = [], [], [], {}

        def place(pieces):
            start.append(len(flat))
            length.append(len(pieces))
            flat.extend(pieces)
            return len(start) - 1

        keys = list(self.ids)
        for _language, word in keys:
            place(self.cutter.word(word))

        def number_of(phrase):
            if phrase not in phrases:
                phrases[phrase] = place([p for word in phrase.split() for p in self.cutter.word(word)])
            return phrases[phrase]

        self.tables = {}
        for target, share in TARGETS.items():
            begins, draws = [], []
            for language, word in keys:
                begins.append(len(draws))
                if language in NEWS and not word.isdigit():
                    draws += [number_of(phrase) for phrase in self._draws(word, language, share)]
            begins.append(len(draws))
            self.tables[target] = np.array(begins), np.array(draws, dtype=np.int64)
        self.flat, self.start, self.length = np.array(flat, dtype=np.int32), np.array(start), np.array(length)

    def _draws(self, word, language, share):
        for target, slots in share.items():
            found = self.translator.alternatives(word, language, target) if target != language else []
            if found:
                yield from (found[i % len(found)] for i in range(slots))

    def draw(self, words, target, chance, seed):
        """int32 piece ids of `words`, -1 kept; each word with `chance` swapped into a language of `target`."""
        begins, draws = self.tables[target]
        return _draw(words, self.flat, self.start, self.length, begins, draws, chance, seed)


@numba.njit(cache=True)
def _draw(words, flat, start, length, begins, draws, chance, seed):
    np.random.seed(seed)
    chosen = np.empty(len(words), dtype=np.int64)
    total = 0
    for i in range(len(words)):
        chosen[i] = words[i]
        if words[i] < 0:
            total += 1
            continue
        options = begins[words[i] + 1] - begins[words[i]]
        if options > 0 and np.random.random() < chance:
            chosen[i] = draws[begins[words[i]] + np.random.randint(options)]
        total += length[chosen[i]]
    out = np.empty(total, dtype=np.int32)
    at = 0
    for i in range(len(words)):
        if chosen[i] < 0:
            out[at] = -1
            at += 1
        else:
            for k in range(length[chosen[i]]):
                out[at] = flat[start[chosen[i]] + k]
                at += 1
    return out
