"""The reader: start and end of the asked-for words, position 0 for none, over the encoder of e5-small.

`Shared(blob, keep)` reads the base once; `Reader(shared, layers, frozen)` is the network; `spans(...)` its best span a window.
"""
import json
import torch
import torch.nn as nn
import encoder


class Shared:
    def __init__(self, blob, keep):
        self.cfg, self.tensors, pieces, scores, norm = encoder.read(blob)
        self.keep = json.load(open(keep))
        self.tok = encoder.tokenizer(pieces, scores, norm, self.keep)


class Reader(nn.Module):
    def __init__(self, shared, layers=8, frozen=2, dropout=0.1):
        super().__init__()
        self.enc = encoder.Encoder(shared.cfg, shared.tensors, shared.keep, dropout, layers, frozen)
        self.head = nn.Linear(shared.cfg['H'], 2)

    def forward(self, ids, mask, ctx):
        logits = self.head(self.enc(ids, mask)).masked_fill(~ctx[:, :, None], -1e4)
        return logits[..., 0], logits[..., 1]


def load(shared, path, layers=8, frozen=2):
    model = Reader(shared, layers, frozen)
    state = torch.load(path)
    missing, other = model.load_state_dict({k: v.float() for k, v in state.items()}, strict=False)
    assert not other and all('word' in k or 'pos' in k or 'kind' in k for k in missing), (missing, other)
    return model


def save(model, path):
    """All weights but the word rows, which stay those of the base, as float16."""
    torch.save({k: v.half() for k, v in model.state_dict().items() if k != 'enc.word.weight'}, path)
