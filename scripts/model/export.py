"""Writes the model folder: int8 ONNX graph, tokenizer.json, configs and the manifest with checksums.

The graph (opset 13, IR 8, as onnxruntime 1.14 reads): input_ids, attention_mask [batch, tokens] int64 →
sentence_embedding [batch, dims] float32. Token weights are folded into the rows: the sum under the mask of
row × scale, made unit length. A row is int8 with its own float scale.
"""
import hashlib
import json
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from folding import as_normalizer

NAME = "rawi-embed"
MAX_TOKENS = 512


def quantize(encoder):
    """(int8 [pieces, dims], float32 scale [pieces, 1]) of the weighted rows; padding and unknown are zero."""
    rows = encoder.vectors * np.exp(encoder.bias)[:, None]
    rows[:2] = 0
    scale = np.maximum(np.abs(rows).max(axis=1, keepdims=True) / 127, 1e-12).astype(np.float32)
    return np.rint(rows / scale).astype(np.int8), scale


def graph(rows, scale):
    """The ONNX model."""
    constant = lambda value, name: numpy_helper.from_array(value, name)
    weights = [constant(rows, "rows"), constant(scale, "scale"), constant(np.array([1], np.int64), "token_axis"),
               constant(np.array([2], np.int64), "last_axis"), constant(np.array([1e-9], np.float32), "tiny")]
    node = helper.make_node
    nodes = [
        node("Gather", ["rows", "input_ids"], ["picked"], axis=0),
        node("Cast", ["picked"], ["values"], to=TensorProto.FLOAT),
        node("Gather", ["scale", "input_ids"], ["scales"], axis=0),
        node("Cast", ["attention_mask"], ["mask_flat"], to=TensorProto.FLOAT),
        node("Unsqueeze", ["mask_flat", "last_axis"], ["mask"]),
        node("Mul", ["scales", "mask"], ["factors"]),
        # factors^T [batch, 1, tokens] × values [batch, tokens, dims]: one matrix product pools without a big product.
        node("Transpose", ["factors"], ["factors_row"], perm=[0, 2, 1]),
        node("MatMul", ["factors_row", "values"], ["pooled"]),
        node("Squeeze", ["pooled", "token_axis"], ["sum"]),
        node("ReduceL2", ["sum"], ["length"], axes=[1], keepdims=1),
        node("Max", ["length", "tiny"], ["divisor"]),
        node("Div", ["sum", "divisor"], ["sentence_embedding"]),
    ]
    integers = lambda name: helper.make_tensor_value_info(name, TensorProto.INT64, ["batch", "tokens"])
    output = helper.make_tensor_value_info("sentence_embedding", TensorProto.FLOAT, ["batch", rows.shape[1]])
    body = helper.make_graph(nodes, NAME, [integers("input_ids"), integers("attention_mask")], [output], weights)
    model = helper.make_model(body, opset_imports=[helper.make_opsetid("", 13)], producer_name=NAME)
    model.ir_version = 8
    onnx.checker.check_model(model)
    return model


def tokenizer(model):
    """tokenizer.json of a SentencePiece Unigram model, normaliser and all."""
    special = [{"id": i, "content": c, "single_word": False, "lstrip": False, "rstrip": False, "normalized": False,
                "special": True} for i, c in enumerate(("[PAD]", "[UNK]"))]
    vocabulary = [[model.id_to_piece(i), round(model.get_score(i), 3)] for i in range(model.get_piece_size())]
    return {
        "version": "1.0", "truncation": None, "padding": None, "added_tokens": special,
        "normalizer": as_normalizer(), "pre_tokenizer": {"type": "WhitespaceSplit"}, "post_processor": None,
        "decoder": {"type": "Fuse"}, "model": {"type": "Unigram", "unk_id": 1, "vocab": vocabulary, "byte_fallback": False},
    }


def write(encoder, model, folder):
    """Writes everything but the model card into `folder`."""
    folder = Path(folder)
    (folder / "onnx").mkdir(parents=True, exist_ok=True)
    pieces, dims = encoder.vectors.shape

    def save(name, value, **how):
        (folder / name).write_text(json.dumps(value, ensure_ascii=False, **how) + "\n", encoding="utf-8")

    save("tokenizer.json", tokenizer(model), separators=(",", ":"))
    save("tokenizer_config.json", {"tokenizer_class": "PreTrainedTokenizerFast", "model_max_length": MAX_TOKENS,
                                   "pad_token": "[PAD]", "unk_token": "[UNK]", "clean_up_tokenization_spaces": False}, indent=2)
    save("config.json", {"model_type": "bert", "architectures": ["BertModel"], "hidden_size": dims,
                         "vocab_size": pieces, "pad_token_id": 0}, indent=2)
    write_graph(encoder, folder)


def write_graph(encoder, folder):
    """Writes the graph and the manifest with the checksums of graph and tokenizer."""
    folder = Path(folder)
    rows, scale = quantize(encoder)
    onnx.save(graph(rows, scale), str(folder / "onnx/model_quantized.onnx"))
    digest = lambda name: hashlib.sha256((folder / name).read_bytes()).hexdigest()
    sums = {name: digest(name) for name in ("onnx/model_quantized.onnx", "tokenizer.json")}
    manifest = {"name": NAME, "dimensions": rows.shape[1], "languages": ["ar", "fa", "en"], "output": "sentence_embedding",
                "queryPrefix": "", "passagePrefix": "", "maxTokens": MAX_TOKENS, "threads": 1, "sha256": sums}
    (folder / "embedder.json").write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")
