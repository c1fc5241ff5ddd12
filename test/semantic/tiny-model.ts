/**
 * Tiny model: writes a real, loadable model folder (a WordPiece vocabulary and an ONNX graph that looks each token's
 * vector up) of the layout that models exported for transformers.js have.
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { onnx } from 'onnx-proto'

export const tinyVocabulary = [
  '[PAD]',
  '[UNK]',
  'query',
  'passage',
  ':',
  'پوتین',
  'اسد',
  'دیدار',
  'سیب',
  'paris',
]
const dimensions = 8

/** Row i of the table: a fixed direction of its own for each token. */
export function tinyVector(token: string): number[] {
  const index = Math.max(1, tinyVocabulary.indexOf(token))
  return Array.from({ length: dimensions }, (_, i) => Math.sin((index + 1) * (i + 1) * 1.7))
}

export interface TinyModelOptions {
  /** `pooled` puts mean pooling and unit length into the graph; `tokens` leaves them to the adapter. */
  readonly output: 'pooled' | 'tokens'
  readonly card?: Record<string, unknown>
}

export async function writeTinyModel(
  folder: string,
  { output, card }: TinyModelOptions,
): Promise<void> {
  const vocab = Object.fromEntries(tinyVocabulary.map((token, id) => [token, id]))
  const files: Record<string, string | Uint8Array> = {
    'config.json': JSON.stringify({ model_type: 'bert' }),
    'tokenizer_config.json': JSON.stringify({
      tokenizer_class: 'BertTokenizer',
      pad_token: '[PAD]',
    }),
    'tokenizer.json': JSON.stringify({
      version: '1.0',
      added_tokens: [{ id: 0, content: '[PAD]', special: true }],
      normalizer: { type: 'Lowercase' },
      pre_tokenizer: { type: 'BertPreTokenizer' },
      post_processor: null,
      decoder: null,
      model: { type: 'WordPiece', unk_token: '[UNK]', continuing_subword_prefix: '##', vocab },
    }),
    'onnx/model_quantized.onnx': graph(output),
    ...(card && { 'embedder.json': JSON.stringify(card) }),
  }
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), content)
  }
}

const { FLOAT, INT64 } = onnx.TensorProto.DataType

function graph(output: TinyModelOptions['output']): Uint8Array {
  const steps =
    output === 'tokens'
      ? [node('Gather', ['table', 'input_ids'], 'last_hidden_state')]
      : [
          node('Gather', ['table', 'input_ids'], 'rows'),
          node('Cast', ['attention_mask'], 'mask', [{ name: 'to', type: 2, i: FLOAT }]),
          node('Unsqueeze', ['mask', 'last'], 'column'),
          node('Mul', ['rows', 'column'], 'kept'),
          node('ReduceSum', ['kept', 'second'], 'sum', [{ name: 'keepdims', type: 2, i: 0 }]),
          node('LpNormalization', ['sum'], 'sentence_embedding', [
            { name: 'axis', type: 2, i: -1 },
            { name: 'p', type: 2, i: 2 },
          ]),
        ]
  const name = output === 'tokens' ? 'last_hidden_state' : 'sentence_embedding'
  const model = {
    irVersion: 8,
    opsetImport: [{ domain: '', version: 14 }],
    graph: {
      name: 'tiny',
      node: steps,
      initializer: [
        {
          name: 'table',
          dataType: FLOAT,
          dims: [tinyVocabulary.length, dimensions],
          floatData: tinyVocabulary.flatMap(tinyVector),
        },
        { name: 'last', dataType: INT64, dims: [1], int64Data: [-1] },
        { name: 'second', dataType: INT64, dims: [1], int64Data: [1] },
      ],
      input: [tensor('input_ids', INT64, 2), tensor('attention_mask', INT64, 2)],
      output: [tensor(name, FLOAT, output === 'tokens' ? 3 : 2)],
    },
  }
  return onnx.ModelProto.encode(onnx.ModelProto.create(model)).finish()
}

function node(
  opType: string,
  input: string[],
  output: string,
  attribute: onnx.IAttributeProto[] = [],
) {
  return { opType, input, output: [output], name: output, attribute }
}

function tensor(name: string, elemType: number, rank: number) {
  const dim = Array.from({ length: rank }, (_, i) => ({ dimParam: `d${i}` }))
  return { name, type: { tensorType: { elemType, shape: { dim } } } }
}
