"""Gathers word translations between all languages and looks inflected words up in them.

Sources: Wiktionary and Open Multilingual Wordnet (lexicon and pairs), Wikidata names, OpenStreetMap presets.
An alternative named by two sources stands twice and is drawn twice as often.
"""
import collections

from folding import fold
from sources import OTHER_LANGUAGES, lexicon, pairs

NEWS = ("ar", "fa", "en")
MAX_WORDS = 3
MAX_ALTERNATIVES = 10

# Endings and beginnings (folded) that are taken off, longest first, when a word is not in the dictionary.
_ENDINGS = {
    "en": ["ings", "ing", "ies", "ed", "es", "s", "ly", "d"],
    "ar": ["هما", "تها", "كما", "ها", "هم", "هن", "كم", "نا", "ات", "ين", "ون", "ان", "يه", "ته", "تي", "ه", "ي", "ا", "ت"],
    "fa": ["هايشان", "هايي", "هاي", "ها", "يشان", "شان", "ترين", "تر", "اند", "اش", "ات", "ان", "يي", "ند", "اي", "ي", "ش", "م", "د"],
}
_RESTORED = {"en": ["", "e", "y"], "ar": ["", "ه", "ي"], "fa": ["", "ن", "ه"]}
_BEGINNINGS = {"en": [], "ar": ["ال", "و", "ف", "ب", "ل", "ك", "س", "ي", "ت", "ن"], "fa": ["نمي", "مي", "بي", "ن", "ب"]}


def load(data):
    """{(from, to): {folded phrase: [folded phrase, …]}} in both directions, phrases of up to MAX_WORDS words."""
    table = collections.defaultdict(lambda: collections.defaultdict(list))

    def add(a, left, b, right):
        left, right = fold(left), fold(right)
        if left and right and max(len(left.split()), len(right.split())) <= MAX_WORDS:
            table[a, b][left].append(right)
            table[b, a][right].append(left)

    for language in ("ar", "fa", *OTHER_LANGUAGES):
        for english, other in lexicon(data, language):
            add("en", english, language, other)
    for name in ("wiktionary", "wordnet", "wikidata-names", "osm"):
        for (a, b), entries in pairs(data, name):
            for left, right in entries:
                add(a, left, b, right)
    for direction in table.values():
        for phrase, alternatives in direction.items():
            direction[phrase] = alternatives[:3 * MAX_ALTERNATIVES]
    return table


def stems(word, language):
    """The word, then shorter forms that a dictionary may list, at least three letters long."""
    yield word
    bare = [word] + [word[len(b):] for b in _BEGINNINGS[language] if word.startswith(b) and len(word) - len(b) >= 3]
    yield from bare[1:]
    for form in bare:
        for ending in _ENDINGS[language]:
            if form.endswith(ending) and len(form) - len(ending) >= 3:
                for restored in _RESTORED[language]:
                    yield form[: -len(ending)] + restored


class Translator:
    """Alternatives of single words of Arabic, Persian or English text in any other language."""

    def __init__(self, data):
        self.table = load(data)
        self.listed = {}
        for source in NEWS:
            self.listed[source] = set().union(*(self.table[source, other] for other in NEWS if other != source))
        self.entries = {}

    def entry(self, word, source):
        """The form of `word` under which any dictionary of its language lists it, or None."""
        key = (word, source)
        if key not in self.entries:
            self.entries[key] = next((form for form in stems(word, source) if form in self.listed[source]), None)
        return self.entries[key]

    def alternatives(self, word, source, target):
        """Up to MAX_ALTERNATIVES phrases; through English where no direct dictionary has the word."""
        form = self.entry(word, source)
        if form is None:
            return []
        direct = self.table[source, target].get(form, [])
        if not direct and "en" not in (source, target):
            through = self.table[source, "en"].get(form, [])[:4]
            direct = [t for english in through for t in self.table["en", target].get(english, [])[:3]]
        return direct[:MAX_ALTERNATIVES]
