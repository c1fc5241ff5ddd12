"""Whether the best span over retrieved passages tells answerable from not: python answerability.py READ.jsonl QUESTIONS.jsonl

READ: what read-found.ts wrote. QUESTIONS: id, kind, articles, needle (none where the archive does not know). Prints the area
under the curve of the reader alone, of retrieval alone, and of both by a logistic regression, each question judged by weights
fitted on the other folds; and how often the best span holds the needle.
"""
import json
import re
import sys
import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import RepeatedStratifiedKFold
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

TABLE = str.maketrans('يىكةأإآؤئ۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩', 'ییکهاااوی01234567890123456789')


def fold(s):
    s = s.translate(TABLE).replace('\u200c', ' ').replace('ء', '')
    return re.sub(r'\s+', ' ', re.sub('[\u064b-\u065f\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069]', '', s).lower())


asked = {q['id']: q for q in map(json.loads, open(sys.argv[2]))}
most = int(sys.argv[3]) if len(sys.argv) > 3 else 8
rows, held, near = [], [], []
for x in map(json.loads, open(sys.argv[1])):
    q = asked[x['id']]
    spans = [s for s in x['spans'] if s['passage'] < most]
    spans.sort(key=lambda s: -s['margin'])
    if not spans: spans = [{'margin': -30, 'passage': most, 'coverage': 0, 'cosine': 0, 'score': 0, 'told': '', 'articleId': ''}]
    best, first = spans[0], min(spans, key=lambda s: s['passage'])
    right = bool(q['needle'])
    if right:
        held.append(bool(re.search(fold(q['needle']), fold(best['told']))) and best['articleId'] in q['articles'])
        near.append(any(re.search(fold(q['needle']), fold(s['text'])) and s['articleId'] in q['articles'] for s in spans))
    rows.append((right, q['kind'], best['margin'], -x['none'], best['coverage'], best['cosine'] or 0, first['coverage'],
                 first['cosine'] or 0, 1 / (1 + best['passage']), best['margin'] - (spans[1]['margin'] if len(spans) > 1 else -30)))
y = np.array([r[0] for r in rows]); kinds = np.array([r[1] for r in rows]); X = np.array([r[2:] for r in rows], float)


def crossed(columns):
    p = np.zeros(len(y)); n = 20
    for fit, test in RepeatedStratifiedKFold(n_splits=6, n_repeats=n, random_state=1).split(X, y):
        m = make_pipeline(StandardScaler(), LogisticRegression(C=.3)); m.fit(X[fit][:, columns], y[fit])
        p[test] += m.predict_proba(X[test][:, columns])[:, 1] / n
    return p


def line(name, p):
    by = ' '.join(f'{k}={roc_auc_score(np.r_[np.ones(y.sum()), np.zeros((kinds[~y] == k).sum())], np.r_[p[y], p[~y & (kinds == k)]]):.2f}' for k in sorted(set(kinds[~y])))
    t = np.sort(p[y])[int(.1 * y.sum())]
    print(f'{name}: AUC {roc_auc_score(y, p):.3f} ({by}), refused where 10 % of the answerable are {np.mean(p[~y] < t):.2f}')


print(f'{y.sum()} answerable, {(~y).sum()} not; the needle stands in a passage read {np.mean(near):.2f}, in the best span {np.mean(held):.2f}')
line('best span above none', X[:, 0]); line('none of all passages', X[:, 1]); line('coverage of its passage', X[:, 2]); line('coverage of the first', X[:, 4])
line('retrieval alone, crossed', crossed([2, 3, 4, 5])); line('both, crossed', crossed([0, 2, 3, 6])); line('both, crossed, 5', crossed([0, 2, 3, 4, 5]))
