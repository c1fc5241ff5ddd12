"""Goes on training a reader: python train.py BLOB KEEP FROM OUT MINUTES FROZEN RATE

READING, DEV, FOUND, NEWS, ASKED (environment): the folder of reading sets; the ids never trained on; what found-passages.ts
wrote for their questions; a folder of articles, one JSON Lines file a language; what it wrote for questions asked of these
articles (several files, by commas or a pattern, looked for anew now and then). Of a step's questions some 55 % are asked of
news, 30 % are of the reading sets with their own paragraph, 15 % of those with passages that retrieval found. The scores of all
passages of a question are normalised together (Clark & Gardner, ACL 2018), each against the none of its own passage.
"""
import glob
import json
import os
import random
import sys
import time
import numpy as np
import torch
import examples
import model as reader

blob, keep, start, out = sys.argv[1:5]
minutes, frozen, rate = float(sys.argv[5]), int(sys.argv[6]), float(sys.argv[7])
E = os.environ
MOST = 150


def loss_of(ls, le, ctx, gold, of, groups):
    total = 0
    for logits, g in ((ls, gold[0]), (le, gold[1])):
        rel = (logits - logits[:, :1]).masked_fill(~ctx, -1e4)
        rel = torch.cat([rel[:, 1:]], 1); hit = g[:, 1:]
        every = torch.logsumexp(rel, 1); right = torch.logsumexp(rel.masked_fill(~hit, -1e4), 1)
        for i in range(groups):
            rows = of == i
            whole = torch.logsumexp(torch.cat([every[rows], rel.new_zeros(1)]), 0)
            best = torch.logsumexp(right[rows], 0) if hit[rows].any() else 0.
            total = total + whole - best
    return total / (2 * groups)


def holds(text, answers):
    t = ' '.join(examples.words(text)); return any(' '.join(examples.words(a)) in t for a in answers if examples.words(a))


def gather(cut):
    shut = {i for v in json.load(open(E['DEV'])).values() for i in v}
    found = {}
    for x in examples.rows(E['FOUND']): found[x['id']] = [p['text'] for p in x['passages'] if not holds(p['text'], x['answers'])]
    own, mixed = [], []
    for name in examples.SETS:
        rs = examples.rows(f"{E['READING']}/{name}.jsonl.gz"); kept = {r['context'] for r in rs if r['id'] in shut}
        rs = [r for r in rs if r['id'] not in shut and r['context'] not in kept]
        for r in rs:
            f = found.get(f"{name}/{r['id']}")
            (mixed if f else own).append((r, f, name))
    print(len(own), len(mixed), flush=True)
    return own, mixed


def bodies():
    return {a['id']: a['body'] for l in ('ar', 'fa', 'en') for a in examples.rows(f"{E['NEWS']}/{l}.jsonl")}


def asked_of_news(files, texts):
    """[(question, passages that answer with the words, passages that do not)]"""
    out = []
    for path in files:
        for x in examples.rows(path):
            right, wrong = [], []
            for p in x['passages']:
                own = p['articleId'] == x['article']
                if x['answer'] and x['answer'] in p['text'] and own: right.append(p['text'])
                elif not x['answer'] or not holds(p['text'], [x['answer']]): wrong.append((own, p['text']))
            if x['answer'] and not right: right = [around(texts[x['article']], x['answer'])]
            if not x['answer'] and not any(own for own, _ in wrong): wrong.append((True, texts[x['article']][:700]))
            out.append((x, right, wrong))
    return out


def around(text, answer):
    at = text.index(answer); a = max(0, at - random.randint(100, 500)); return text[a:a + 700 + len(answer)]


def draw(cut, own, mixed, news):
    """Groups for some steps."""
    out = []
    while len(out) < 120:
        kind = random.random()
        if kind < .55 and news:
            x, right, wrong = random.choice(news)
            ps = [(t, examples.answers_in(cut, t, [x['answer']])) for t in right[:1]]
            if ps and not ps[0][1]: continue
            # What a neighbour's fact is taken from stands first among those that do not answer.
            near = [t for own_, t in wrong if own_][:1] if random.random() < .8 else []
            far = [t for own_, t in wrong if t not in near]
            ps += [(t, []) for t in near + random.sample(far, min(len(far), 2 if not ps or random.random() < .5 else 1))]
            out.append(examples.group(cut, x['question'], ps[:3], MOST, .15))
        elif kind < .85:
            r, _, name = random.choice(own); sp = examples.answers_in(cut, r['context'], r['answers'])
            if r['answers'] and not sp: continue
            out.append(examples.group(cut, r['question'], [(r['context'], sp)], MOST))
        else:
            r, f, name = random.choice(mixed); ps = [(t, []) for t in random.sample(f, min(len(f), 2))]
            sp = examples.answers_in(cut, r['context'], r['answers'])
            if r['answers'] and not sp: continue
            if random.random() < .6: ps = [(r['context'], sp), *ps[:2]]
            out.append(examples.group(cut, r['question'], ps, MOST))
    return out


if __name__ == '__main__':
    random.seed(int(E.get('SEED', 1))); np.random.seed(1); torch.manual_seed(1); torch.set_num_threads(2)
    shared = reader.Shared(blob, keep); cut = examples.Cutter(shared.tok); data = gather(cut); texts = bodies(); files = []
    net = reader.load(shared, start, 8, frozen); ps = [p for p in net.parameters() if p.requires_grad]
    opt = torch.optim.AdamW([{'params': [p for p in ps if p.dim() > 1], 'weight_decay': .01}, {'params': [p for p in ps if p.dim() < 2], 'weight_decay': 0.}], lr=rate, betas=(.9, .98))
    t0 = last = time.time(); step = 0; losses = []; done = False
    while not done:
        now = sorted(f for p in E['ASKED'].split(',') for f in glob.glob(p))
        if now != files: files = now; news = asked_of_news(files, texts); print(len(news), 'asked of news', flush=True)
        for b in examples.batches(draw(cut, *data, news), 3000):
            gone = (time.time() - t0) / (minutes * 60)
            if gone >= 1: done = True; break
            for g in opt.param_groups: g['lr'] = rate * min(1, step / 15 + .05) * max(.03, 1 - gone)
            net.train(); ids, mask, ctx, gold, of = examples.pack(b); ls, le = net(ids, mask, ctx)
            loss = loss_of(ls, le, ctx, gold, of, len(b))
            opt.zero_grad(set_to_none=True); loss.backward(); torch.nn.utils.clip_grad_norm_(ps, 1.); opt.step(); step += 1; losses.append(loss.item())
            if step % 10 == 0: print(f'{step} {time.time() - t0:.0f}s groups={len(b)} rows={len(ids)} loss={np.mean(losses[-30:]):.3f}', flush=True)
            if time.time() - last > 240: last = time.time(); reader.save(net, out)
    reader.save(net, out); print('done', step, flush=True)
