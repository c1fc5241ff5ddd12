/**
 * ONNX reader: a span model run by onnxruntime in this process.
 *
 * In:   a checked folder; a question, passages in the order in which they matter.
 * Out:  a `Reader`; the best spans of each passage read, all scores normalised together with one `none`.
 * Cost: 0.2 ms a piece on two cores; a batch of up to 512 pieces holds the event loop, which turns between batches.
 */
import onnx, { type Tensor } from 'onnxruntime-node'
import { setImmediate } from 'node:timers/promises'
import { addedLog, apart, spansFrom, type Scores } from './best-spans.ts'
import { createPieceCutter, type Pieces } from './piece-cutter.ts'
import type { Reader, ReadOptions, ReadSpan, Reading } from './reader.ts'
import { unusable, type ReaderFolder } from './reader-folder.ts'
import { batchesOf, windowsOf, type Window } from './windows.ts'

const begin = 0
const padding = 1
const end = 2
/** Pieces that frame question and passage: one before, two between, one after. */
const frame = 4

/** A passage of some six sentences has as many places where the answer may stand. */
const spansOfPassage = 8

/** @throws {RawiError} `READER_UNAVAILABLE` when the graph cannot be loaded or gives something else. */
export async function createOnnxReader(model: ReaderFolder): Promise<Reader> {
  const { folder, questionPieces, passagePieces } = model
  const cut = createPieceCutter(model)
  const session = await onnx.InferenceSession.create(model.graph, {
    ...(model.threads !== undefined && { intraOpNumThreads: model.threads }),
  }).catch((cause: unknown) => {
    throw unusable(folder, reasonOf(cause), cause)
  })

  async function scoresOf(
    question: readonly number[],
    rows: readonly (readonly number[])[],
  ): Promise<readonly Scores[]> {
    const framed = rows.map((row) => [begin, ...question, end, end, ...row, end])
    const width = Math.max(...framed.map(({ length }) => length))
    const ids = new BigInt64Array(framed.length * width).fill(BigInt(padding))
    const mask = new BigInt64Array(ids.length)
    for (const [at, row] of framed.entries()) {
      ids.set(BigInt64Array.from(row, BigInt), at * width)
      mask.fill(1n, at * width, at * width + row.length)
    }
    const dims = [framed.length, width]
    const outputs = await session.run({
      input_ids: new onnx.Tensor('int64', ids, dims),
      attention_mask: new onnx.Tensor('int64', mask, dims),
    })
    const first = question.length + 3
    return rows.map(({ length }, at) => {
      const place = { row: at, width, first, length }
      return {
        starts: againstNone(outputs['start_logits'], place),
        ends: againstNone(outputs['end_logits'], place),
      }
    })
  }

  async function read(
    question: string,
    passages: readonly string[],
    { signal, budgetMs = Infinity }: ReadOptions = {},
  ): Promise<Reading> {
    const started = performance.now()
    const asked = bothEnds(cut(question).ids, questionPieces)
    const pieces: Pieces[] = []
    function* windows(): Generator<Window> {
      for (const [at, passage] of passages.entries()) {
        pieces[at] = cut(passage)
        yield* windowsOf(pieces[at], at, passagePieces)
      }
    }
    const found: ReadSpan[][] = []
    let starts = 0
    let ends = 0
    let last: Window | null = null
    let isWhole = true
    for (const batch of batchesOf(windows(), asked.length + frame)) {
      // A run holds the event loop: what aborts it is heard between runs.
      await setImmediate()
      isWhole = signal?.aborted !== true && performance.now() - started < budgetMs
      if (!isWhole) break
      const rows = batch.map(({ passage, from, to }) => pieces[passage]!.ids.slice(from, to))
      const scores = await scoresOf(asked, rows)
      for (const [row, window] of batch.entries()) {
        starts = addedLog(starts, scores[row]!.starts)
        ends = addedLog(ends, scores[row]!.ends)
        const spans = spansOf(scores[row]!, pieces[window.passage]!, window)
        found[window.passage] = [...(found[window.passage] ?? []), ...spans]
        last = window
      }
    }
    const none = -starts - ends
    return {
      none,
      spans: found
        .flatMap((spans) => apart(spans.toSorted(bestFirst), spansOfPassage))
        .map((span) => ({ ...span, score: span.score + none }))
        .toSorted(bestFirst),
      read: isWhole ? passages.length : last === null ? 0 : last.passage + (last.isLast ? 1 : 0),
    }
  }

  const probe = Array.from({ length: passagePieces }, () => model.vocabulary.length - 1)
  // Proves that the graph knows the last piece, and the longest row.
  await scoresOf(probe.slice(0, questionPieces), [probe]).catch((cause: unknown) => {
    throw unusable(folder, reasonOf(cause), cause)
  })
  return {
    fingerprint: model.fingerprint,
    name: model.name,
    ...(model.languages && { languages: model.languages }),
    read: (...asked) =>
      read(...asked).catch((cause: unknown) => {
        throw unusable(folder, reasonOf(cause), cause)
      }),
    // onnxruntime 1.14 frees a session with the last reference to it.
    close: async () => undefined,
  }
}

/** A long question by its beginning and its end: Arabic and English ask at the one, Persian at the other. */
function bothEnds(ids: readonly number[], most: number): readonly number[] {
  if (ids.length <= most) return ids
  const half = Math.floor(most / 2)
  return [...ids.slice(0, most - half), ...ids.slice(-half)]
}

/** Scores of a row's pieces less that of none, which the row's first place holds. */
function againstNone(
  output: Tensor | undefined,
  { row, width, first, length }: Readonly<Record<'row' | 'width' | 'first' | 'length', number>>,
): Float64Array {
  const data = output?.data
  if (!(data instanceof Float32Array) || data.length < (row + 1) * width)
    throw new Error('the graph gives no start_logits and end_logits, one a piece')
  const at = row * width
  const none = data[at]!
  const scores = Float64Array.from({ length }, (_, piece) => data[at + first + piece]! - none)
  if (!scores.every(Number.isFinite)) throw new Error('the graph gave a score that is not finite')
  return scores
}

function spansOf(scores: Scores, pieces: Pieces, { passage, from }: Window): readonly ReadSpan[] {
  const placed = spansFrom(scores, pieces, from).map(({ first, last, score }) => ({
    passage,
    start: pieces.starts[from + first]!,
    end: pieces.ends[from + last]!,
    score,
  }))
  return apart(placed, spansOfPassage)
}

function bestFirst(a: ReadSpan, b: ReadSpan): number {
  return b.score - a.score
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause)
}
