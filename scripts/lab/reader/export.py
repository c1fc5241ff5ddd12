"""A trained reader as int8 ONNX with its tokenizer: python export.py BLOB KEEP WEIGHTS LAYERS FOLDER"""
import hashlib
import json
import os
import sys
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import processors
import model

blob, keep, weights, layers, out = sys.argv[1:6]
os.makedirs(out + '/onnx', exist_ok=True)
shared = model.Shared(blob, keep)
reader = model.load(shared, weights, int(layers)).eval()


class Graph(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.reader = reader

    def forward(self, input_ids, attention_mask):
        logits = self.reader.head(self.reader.enc(input_ids, attention_mask.bool()))
        return logits[..., 0], logits[..., 1]


names = ['input_ids', 'attention_mask', 'start_logits', 'end_logits']
ids = torch.ones(2, 64, dtype=torch.long)
full, small = out + '/onnx/model.onnx', out + '/onnx/model_quantized.onnx'
torch.onnx.export(Graph(), (ids, ids), full, input_names=names[:2], output_names=names[2:],
                  dynamic_axes={name: {0: 'b', 1: 'l'} for name in names}, opset_version=14, dynamo=False)
quantize_dynamic(full, small, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True,
                 op_types_to_quantize=['MatMul', 'Gather'])
tok = shared.tok
tok.post_processor = processors.TemplateProcessing(single='<s> $A </s>', pair='<s> $A </s> </s> $B </s>',
                                                   special_tokens=[('<s>', 0), ('</s>', 2)])
tok.save(out + '/tokenizer.json')
sha = lambda f: hashlib.sha256(open(out + '/' + f, 'rb').read()).hexdigest()
json.dump({'name': 'rawi-read', 'languages': ['ar', 'fa', 'en'], 'questionPieces': 48, 'passagePieces': 176, 'threads': 2,
           'sha256': {f: sha(f) for f in ('onnx/model_quantized.onnx', 'tokenizer.json')}},
          open(out + '/reader.json', 'w'), indent=2)
print({f: round(os.path.getsize(out + '/' + f) / 1e6, 2) for f in ('onnx/model.onnx', 'onnx/model_quantized.onnx', 'tokenizer.json')})
