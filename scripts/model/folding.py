"""Folds text to the form the vocabulary is made of; the same rules go into tokenizer.json.

One table serves both sides: `fold` applies it in Python, `as_normalizer` writes it as a Hugging Face
`Sequence` of `Lowercase`, `NFKD` and `Replace`, which @xenova/transformers 2.17.2 and the Rust tokenizers understand.

What is folded: case; Latin accents; Arabic harakat, tatweel, hamza (on its seat or alone), madda, alef wasla;
yeh, kaf and heh in their Arabic, Persian, Urdu and Kurdish shapes, teh marbuta; zero-width characters (a half-space
joins, as in text that lost it); digits; everything that is no letter or digit (to a blank); the Arabic article
with the particles written to it, as in Larkey's light10 stemmer (SIGIR 2002).
"""
import re
import unicodedata

# Each rule: a regular expression that Python and JavaScript (flag u) read alike, and what it becomes.
# Marks, format characters and "neither letter nor digit" are spelt with \p{..} for JavaScript; see _PYTHON.
_LETTERS = [
    ("[ىیېۍےۑ]", "ي"), ("[کڪګ]", "ك"), ("[ةہھەۀۃۂۿ]", "ه"), ("[ٱٲٳ]", "ا"), ("[ۆۇۈۋۉۏ]", "و"),
    ("ں", "ن"), ("ڕ", "ر"), ("ڵ", "ل"), ("ء", ""), ("ı", "i"), ("ß", "ss"), ("æ", "ae"), ("ø", "o"), ("ł", "l"), ("ə", "e"),
]
_DIGITS = [(f"[{chr(0x660 + d)}{chr(0x6F0 + d)}{chr(0x966 + d)}]", str(d)) for d in range(10)]
_UNSEEN = (r"[\p{M}\p{Cf}ـ]+", "")
_BLANK = (r"[^\p{L}\p{N}]+", " ")
_ARTICLE = ("(?<![^ ])(?!بالا|كالا|المان(?![^ ]))(?:[وف]?[بك]?ال|[وف]?لل)(?=[^ ]{3})", "")

RULES = [_UNSEEN, *_LETTERS, *_DIGITS, _BLANK, _ARTICLE]

_ONE_TO_ONE = {ord(c): to for pattern, to in _LETTERS + _DIGITS for c in pattern.strip("[]")}


class _Table(dict):
    """Maps a code point after NFKD to its folded string; fills itself as characters are met."""

    def __missing__(self, code):
        kind = unicodedata.category(chr(code))
        if code in _ONE_TO_ONE:
            value = _ONE_TO_ONE[code]
        elif kind[0] == "M" or kind == "Cf" or code == 0x640:
            value = ""
        else:
            value = chr(code) if kind[0] in "LN" else " "
        self[code] = value
        return value


_TABLE = _Table()
_STRIP = re.compile(_ARTICLE[0])


def fold(text):
    """The folded text: words of letters and digits, one blank between two. `fold(fold(x))` may strip a second article."""
    plain = unicodedata.normalize("NFKD", text.lower()).translate(_TABLE)
    return _STRIP.sub("", " ".join(plain.split()))


def as_normalizer():
    """The same rules as the `normalizer` member of tokenizer.json."""
    replace = [{"type": "Replace", "pattern": {"Regex": pattern}, "content": to} for pattern, to in RULES]
    return {"type": "Sequence", "normalizers": [{"type": "Lowercase"}, {"type": "NFKD"}, *replace]}
