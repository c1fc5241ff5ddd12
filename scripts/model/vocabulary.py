"""Learns the Unigram vocabulary over folded words and cuts words into its pieces.

Pieces carry no mark of where a word begins: a stem after a proclitic, before a suffix or alone can be one piece.
Words are cut one by one (the pre-tokenizer splits at blanks), so that the lattice in JavaScript stays short.
Source: Kudo, ACL 2018 (Unigram); SentencePiece 0.1.97 does the training.
"""
import collections

import numpy as np
import sentencepiece

from folding import fold
from sources import OTHER_LANGUAGES, lexicon, news, pairs, parallel

SIZE = 54_000
# Share of each language in the counts the vocabulary is learned from; others share what the lexicon gives.
SHARE = {"ar": 1.0, "fa": 0.9, "en": 1.0}
SHARE_OTHER = 0.09


def count_words(data):
    """{language: Counter of folded words} over the news and, for other languages, the lexicon."""
    counts = {language: collections.Counter() for language in SHARE}
    for language in SHARE:
        for title, lead, body in news(data, language):
            counts[language].update(fold(f"{title} {lead} {body}").split())
    for (a, b), sentences in parallel(data):
        for left, right in sentences:
            counts[a].update(fold(left).split())
            counts[b].update(fold(right).split())
    for _codes, questions in pairs(data, "tydiqa"):
        for question, passage in questions:
            counts["en"].update(fold(f"{question} {passage}").split())
    for name in ("wiktionary", "wordnet", "wikidata-names", "osm", "farstail"):
        for (a, b), entries in pairs(data, name):
            for left, right in entries:
                counts[a].update(fold(left).split())
                counts[b].update(fold(right).split())
    english = counts["en"]
    for language in OTHER_LANGUAGES:
        words = collections.Counter()
        for en, other in lexicon(data, language):
            # A foreign word is as common as its English translation is in the news, damped by a root.
            weight = min((english[w] for w in fold(en).split()), default=0) ** 0.5
            for word in fold(other).split():
                words[word] = max(words[word], int(weight) + 1)
        counts[language] = words
    for language in ("ar", "fa"):
        for en, other in lexicon(data, language):
            counts["en"].update(fold(en).split())
            counts[language].update(fold(other).split())
    return counts


def balance(counts, total=30_000_000):
    """One Counter: each language scaled to its share of `total` running words; words seen once are dropped."""
    together = collections.Counter()
    for language, words in counts.items():
        share = SHARE.get(language, SHARE_OTHER) / (sum(SHARE.values()) + SHARE_OTHER * len(OTHER_LANGUAGES))
        scale = share * total / sum(words.values())
        for word, count in words.items():
            if (count > 1 or language not in SHARE) and len(word) <= 24:
                together[word] += count * scale
    return together


def learn(data, folder):
    """Writes folder/words.tsv, folder/unigram.model and folder/unigram.vocab."""
    together = balance(count_words(data))
    with open(f"{folder}/words.tsv", "w", encoding="utf-8") as out:
        for word, count in together.most_common():
            if count >= 1:
                out.write(f"{word}\t{int(count)}\n")
    sentencepiece.SentencePieceTrainer.train(
        input=f"{folder}/words.tsv", input_format="tsv", model_prefix=f"{folder}/unigram", model_type="unigram",
        vocab_size=SIZE, character_coverage=0.9999, normalization_rule_name="identity", add_dummy_prefix=False,
        remove_extra_whitespaces=False, max_sentencepiece_length=20, num_threads=2, bos_id=-1, eos_id=-1,
        pad_id=0, unk_id=1, pad_piece="[PAD]", unk_piece="[UNK]", hard_vocab_limit=True, minloglevel=1)


class Cutter:
    """Cuts text into piece ids (int32), each word once. Id 0 is padding, 1 the unknown piece."""

    def __init__(self, folder=None, model=None):
        """From the folder `learn` wrote to, or from a loaded SentencePiece model."""
        self.model = model or sentencepiece.SentencePieceProcessor(model_file=f"{folder}/unigram.model")
        self.size = self.model.get_piece_size()
        self.known = {}

    def word(self, word):
        """Piece ids of one folded word; runs of unknown pieces count once, as in Hugging Face's Unigram."""
        ids = self.known.get(word)
        if ids is None:
            cut = self.model.encode(word)
            ids = self.known[word] = [p for i, p in enumerate(cut) if p != 1 or i == 0 or cut[i - 1] != 1]
        return ids

    def text(self, text):
        """Piece ids of raw text."""
        return np.array([p for word in fold(text).split() for p in self.word(word)], dtype=np.int32)

    def texts(self, texts):
        """Piece ids of raw texts, -1 after each: what the encoder takes."""
        return np.concatenate([part for text in texts for part in (self.text(text), _END)])


_END = np.array([-1], dtype=np.int32)
