"""Groups to train on: one question and passages read together, each with gold spans in pieces or none; batches by tokens."""
import gzip
import json
import os
import random
import re
import collections
import unicodedata
import numpy as np
import torch

SETS = ('squad2-dev-en', 'pquad-val-fa', 'arcd-train-ar', 'tydi-train-en', 'mlqa-dev-ar-ar', 'mlqa-dev-en-ar', 'mlqa-dev-ar-en')
QUESTION, PASSAGE = 48, 176
SPOKEN = [('چه کسانی', 'کیا'), ('چه کسی', 'کی'), ('چه زمانی', 'کی'), ('کدام', 'کدوم'), ('چیست', 'چیه'), ('کیست', 'کیه'), ('می\u200cشود', 'میشه'), ('می شود', 'میشه'), ('چقدر', 'چقد'), (' را ', ' رو '), (' است؟', 'ه؟'), ('چگونه', 'چطوری'), ('کجاست', 'کجاس'), ('می\u200cکند', 'میکنه'), ('هستند', 'هستن'), ('بوده است', 'بوده'), ('چند تا', 'چن تا'),
          ('ما هو ', 'شو '), ('ما هي ', 'شو '), ('من هو ', 'مين '), ('من هي ', 'مين '), ('أين ', 'وين '), ('لماذا ', 'ليش '), ('كم عدد ', 'كم '), ('متى ', 'امتى '), ('الذي ', 'اللي '), ('التي ', 'اللي '), ('ماذا ', 'شو '), ('كم ', 'قديش '), ('كيف ', 'ازاي ')]
ARABIC_KEYS = str.maketrans('یک', 'يك')


def loose(q):
    """The question as people type it: no marks, lower case, spoken asking words, another keyboard's letters."""
    if random.random() < .7:
        for a, b in SPOKEN: q = q.replace(a, b)
    if random.random() < .6: q = q.rstrip(' ?؟.')
    if random.random() < .6: q = q.lower()
    if random.random() < .3: q = q.replace('أ', 'ا').replace('إ', 'ا').replace('\u200c', random.choice(['', ' ']))
    if random.random() < .15: q = q.translate(ARABIC_KEYS)
    return q


def rows(path):
    with (gzip.open(path, 'rt') if path.endswith('.gz') else open(path)) as f: return [json.loads(l) for l in f]


def flat(text):
    """Every white space a blank: no place moves."""
    return re.sub(r'\s', ' ', text)


class Cutter:
    def __init__(self, tok): self.tok = tok; self.kept = {}
    def ids(self, text):
        return self.tok.encode(flat(text), add_special_tokens=False)
    def passage(self, text):
        if text not in self.kept: e = self.ids(text); self.kept[text] = (e.ids, e.offsets)
        return self.kept[text]
    def span(self, text, start, end):
        ix = [i for i, (x, y) in enumerate(self.passage(text)[1]) if y > start and x < end and y > x]
        return (ix[0], ix[-1]) if ix else None


def answers_in(cutter, context, answers):
    out = []
    for a in answers:
        at = context.find(a)
        s = cutter.span(context, at, at + len(a)) if at >= 0 and a else None
        if s: out.append(s)
    return out


def window(ids, most, spans):
    """A stretch of at most `most` pieces that holds the first span, where there is one, and the spans in it."""
    at = 0
    if len(ids) > most:
        if spans:
            s, e = random.choice(spans); lo, hi = max(0, e - most + 1), min(s, len(ids) - most); at = random.randint(min(lo, hi), max(lo, hi))
        else: at = random.randint(0, len(ids) - most)
    return ids[at:at + most], [(s - at, e - at) for s, e in spans if s >= at and e < at + most]


def group(cutter, question, passages, most, loosened=.5):
    """→ (question ids, [(ids, spans)])"""
    q = cutter.ids(loose(question) if random.random() < loosened else question).ids[:QUESTION]
    return q, [window(cutter.passage(t)[0], most, sp) for t, sp in passages]


def batches(groups, budget):
    size = lambda g: max(len(p[0]) for p in g[1]) + len(g[0]) + 4
    cur, out, width, n = [], [], 0, 0
    for g in sorted(groups, key=lambda g: size(g) + random.random() * 12):
        w, k = max(width, size(g)), n + len(g[1])
        if cur and w * k > budget: out.append(cur); cur, w, k = [], size(g), len(g[1])
        cur.append(g); width, n = w, k
    if cur: out.append(cur)
    random.shuffle(out); return out


def pack(batch):
    """Groups to ids, mask, ctx (which pieces may answer; position 0 says none), gold masks of starts and ends, group of each row."""
    items = [(q, c, sp, i) for i, (q, ps) in enumerate(batch) for c, sp in ps]
    L = max(len(q) + len(c) for q, c, *_ in items) + 4; B = len(items)
    ids = np.full((B, L), 1, np.int64); mask = np.zeros((B, L), bool); ctx = np.zeros((B, L), bool); gold = np.zeros((2, B, L), bool); of = np.zeros(B, np.int64)
    for i, (q, c, sp, g) in enumerate(items):
        t = [0, *q, 2, 2, *c, 2]; ids[i, :len(t)] = t; mask[i, :len(t)] = 1; o = len(q) + 3; ctx[i, o:o + len(c)] = 1; ctx[i, 0] = 1; of[i] = g
        for s, e in sp: gold[0, i, s + o] = 1; gold[1, i, e + o] = 1
    t = torch.from_numpy; return t(ids), t(mask), t(ctx), t(gold), t(of)


PUNC = re.compile(r'[^\w\s]', re.U)
TR = str.maketrans({'ي': 'ی', 'ى': 'ی', 'ك': 'ک', 'ة': 'ه', 'أ': 'ا', 'إ': 'ا', 'آ': 'ا'})


def words(s):
    s = unicodedata.normalize('NFKD', s.lower()).translate(TR).replace('\u200c', ' ').replace('\u0640', '')
    s = PUNC.sub(' ', ''.join(c for c in s if not unicodedata.combining(c)))
    return [w[2:] if w.startswith('ال') and len(w) > 4 else w for w in s.split() if w not in ('a', 'an', 'the')]


def f1(p, a):
    p, a = words(p), words(a); c = sum((collections.Counter(p) & collections.Counter(a)).values())
    return 2 * c / (len(p) + len(a)) if c else float(p == a)
