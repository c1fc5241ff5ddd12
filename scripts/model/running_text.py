"""Makes the running text of the warm start: news whose words are swapped into other languages, pass after pass anew.

Parallel sentences stand as one document each, their words interleaved in proportion, so that a window sees both; so
do the entries of the dictionary with all their translations.
Source: code-switching for cross-lingual vectors, Gouws & Søgaard, NAACL 2015; with parallel text, Duong et al., EMNLP 2016.
"""
import numpy as np

from dictionary import NEWS
from sources import OTHER_LANGUAGES, news, parallel
from words import END

SWAPPED = 1 / 3
# How many times a document is read in one pass: English news is halved, Persian doubled, small sources repeated.
READS = {"en": 0.5, "ar": 1.0, "fa": 2.0, "parallel": 8.0, "entries": 2.0}


class RunningText:
    """Documents as word numbers of `words` (to be indexed before the first pass)."""

    def __init__(self, data, words):
        self.words, self.documents, self.reads = words, [], []
        for language in NEWS:
            for title, lead, body in news(data, language):
                self._add(language, words.number(language, f"{title}\n{'' if lead in body else lead}\n{body}"))
        for (a, b), sentences in parallel(data):
            for left, right in sentences:
                self._add("parallel", interleave(words.number(a, left), words.number(b, right)))
        table = words.translator.table
        for english in sorted(table["en", "ar"].keys() | table["en", "fa"].keys()):
            sides = [words.number("en", english)]
            for language in ("ar", "fa", *OTHER_LANGUAGES):
                sides += [words.number(language, phrase) for phrase in table["en", language].get(english, [])[:3]]
            self._add("entries", np.concatenate(sides))

    def _add(self, kind, numbers):
        self.documents.append(np.append(numbers, END).astype(np.int32))
        self.reads.append(READS[kind])

    def one_pass(self, seed, parts=20):
        """Yields `parts` stretches of int32 piece ids, -1 after each document, documents in random order."""
        rng = np.random.default_rng(seed)
        times = np.floor(np.array(self.reads) + rng.random(len(self.reads))).astype(np.int64)
        order = rng.permutation(np.repeat(np.arange(len(self.reads)), times))
        for block in np.array_split(order, parts):
            running = np.concatenate([self.documents[d] for d in block])
            yield self.words.draw(running, "any", SWAPPED, int(rng.integers(1 << 30)))


def interleave(left, right):
    """Two sentences as one: each word placed by its relative position."""
    place = np.concatenate([(np.arange(len(side)) + 0.5) / max(len(side), 1) for side in (left, right)])
    return np.concatenate([left, right])[np.argsort(place, kind="stable")]
