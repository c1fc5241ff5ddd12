"""Measures a model folder as it is shipped (its int8 ONNX weights, its tokenizer.json's vocabulary), vectors alone.

    python3 measure_model.py --data SHARED --model ../../data/models/rawi-embed
"""
import argparse
import json
from pathlib import Path

import numpy as np
import onnx
import sentencepiece
from onnx import numpy_helper
from sentencepiece import sentencepiece_model_pb2 as schema

import measure
from encoder import Encoder
from vocabulary import Cutter


def load(folder):
    """(encoder, cutter) from the shipped files alone."""
    folder = Path(folder)
    weights = {w.name: numpy_helper.to_array(w) for w in onnx.load(str(folder / "onnx/model_quantized.onnx")).graph.initializer}
    rows = weights["rows"] * weights["scale"]
    vocabulary = json.loads((folder / "tokenizer.json").read_text(encoding="utf-8"))["model"]["vocab"]
    return Encoder(rows, np.zeros(len(rows))), Cutter(model=unigram(vocabulary))


def unigram(vocabulary):
    """A SentencePiece processor with the pieces and scores of tokenizer.json."""
    proto, kinds = schema.ModelProto(), schema.ModelProto.SentencePiece
    for i, (piece, score) in enumerate(vocabulary):
        kind = (kinds.CONTROL, kinds.UNKNOWN)[i] if i < 2 else kinds.NORMAL
        proto.pieces.add(piece=piece, score=score, type=kind)
    proto.trainer_spec.model_type = schema.TrainerSpec.UNIGRAM
    proto.trainer_spec.vocab_size = len(vocabulary)
    proto.trainer_spec.unk_id, proto.trainer_spec.pad_id, proto.trainer_spec.bos_id, proto.trainer_spec.eos_id = 1, 0, -1, -1
    proto.trainer_spec.pad_piece, proto.trainer_spec.unk_piece = "[PAD]", "[UNK]"
    proto.normalizer_spec.name = "identity"
    proto.normalizer_spec.add_dummy_prefix = False
    proto.normalizer_spec.remove_extra_whitespaces = False
    proto.normalizer_spec.escape_whitespaces = False
    processor = sentencepiece.SentencePieceProcessor()
    processor.LoadFromSerializedProto(proto.SerializeToString())
    return processor


def read_options(description):
    """--data and --model of a command over a shipped model."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", required=True, help="folder with articles/, training/ and eval/")
    parser.add_argument("--model", required=True, help="model folder")
    return parser.parse_args()


def main():
    options = read_options(__doc__)
    encoder, cutter = load(options.model)
    figures = measure.everything(lambda texts: encoder.encode(cutter.texts(texts)), options.data)
    for name, (ndcg, first) in figures.items():
        print(f"{name:14} nDCG@10 {ndcg:.3f}  P@1 {first:.3f}")


if __name__ == "__main__":
    main()
