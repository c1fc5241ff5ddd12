/**
 * Reads the articles of one corpus file, and names what in it could not be read.
 *
 * In:   a file as it was listed, and limits.
 * Out:  articles and refusals in the order of the file; never an exception for what lies in the file.
 * Cost: one article at a time for JSON lines, packed or not; the whole file, within the limit, for the rest.
 *
 * Two articles of one id are not noticed here: see `createIdRegister`.
 */
import type { Article } from '../article.ts'
import { assembleArticle } from './assemble-article.ts'
import type { DroppedLine } from './cleaning/clean-lines.ts'
import { contentHashOf } from '../content-hash.ts'
import type { CorpusFile, RefusedReason, Refusal } from './corpus-file.ts'
import { refuse } from './corpus-file.ts'
import type { DecodedText } from './decode-text.ts'
import { declaredCharset, decodeText } from './decode-text.ts'
import type { Draft, RefusedDraft } from './draft.ts'
import { readWhole, streamBytes } from './file-bytes.ts'
import { draftFromHtml } from './formats/html.ts'
import { draftFromJsonLine, draftsFromJson } from './formats/json.ts'
import { draftFromMarkdown } from './formats/markdown.ts'
import { draftFromPlainText } from './formats/plain-text.ts'
import { asUtf8, linesOf, type ByteLine } from './read-lines.ts'
import type { SidecarFields } from './sidecar.ts'
import { readSidecar } from './sidecar.ts'
import { tidyText } from './tidy-text.ts'

export interface ReadOptions {
  /** Bytes of a file that holds one article or one JSON value, packed and unpacked. @default 50 MB */
  readonly maxFileBytes?: number
  /** UTF-16 code units of one article. @default 5 million */
  readonly maxArticleLength?: number
  /** `LineStatistics.isRecurring`, when a first reading of the corpus was counted. */
  readonly isRecurring?: (source: string | null, line: string) => boolean
  /**
   * Asked before each record is read, by its line, and by null before a file that holds one: a refusal is taken in its
   * place.
   */
  readonly admit?: (line: number | null) => Refusal | null
  /** Last day on which an article may have been published, ISO 8601. @default any */
  readonly latestDay?: string
}

export interface ReadArticle {
  readonly kind: 'article'
  readonly article: Article
  /** Changes with anything of the article that is indexed or shown. */
  readonly contentHash: string
  /** What was cleaned or could not be used, for people. */
  readonly notes: readonly string[]
  /** Lines that were no part of the article, each with the rule that took it out. */
  readonly dropped: readonly DroppedLine[]
  /** See `edgeKeys`: of the article as it reads with no line known to recur. */
  readonly edgeKeys: readonly string[]
  /** See `bodyKey`: of the same lines. */
  readonly bodyKey: string
  /** From 1, in a file of many records. */
  readonly line?: number
}

export type ReadItem = ReadArticle | Refusal

/** Changes whenever another article would come out of the same bytes: what is stored is stale then. */
export const readerVersion = 'reader-4'

const defaultMaxFileBytes = 50 * 1024 * 1024
const defaultMaxArticleLength = 5_000_000

/** Refusals that are told one by one, of one file. */
export const mostRefused = 200

/**
 * After so many refusals, those of the rest of the file are told as one; where nothing was taken in before them, the
 * rest is not read.
 */
export async function* readCorpusFile(
  file: CorpusFile,
  options: ReadOptions = {},
): AsyncIterable<ReadItem> {
  let refused = 0
  let articles = 0
  for await (const item of itemsOf(file, options)) {
    if (item.kind === 'article') articles += 1
    else refused += item.count ?? 1
    if (item.kind === 'article' || refused <= mostRefused) yield item
    else if (articles === 0) break
  }
  if (refused > mostRefused)
    yield refuseRest(file.path, articles === 0 ? null : refused - mostRefused)
}

/** @param count - Of refusals that are not told one by one; null for a file that was not read any further. */
export function refuseRest(path: string, count: number | null): Refusal {
  const detail =
    count === null
      ? `None of its first ${mostRefused} records could be taken in, so the rest of it was not read.`
      : `${count} more records of this file were refused. Mend the first ${mostRefused} and run again.`
  return { ...refuse(path, 'too-many', detail), count: count ?? 1 }
}

async function* itemsOf(file: CorpusFile, options: ReadOptions): AsyncIterable<ReadItem> {
  const sidecar = await readSidecar(file)
  if (sidecar.refusal !== null) yield sidecar.refusal
  if (file.format === 'jsonl') {
    let records = 0
    for await (const line of recordLines(file, options)) {
      const item = 'kind' in line ? line : readRecord(file, line, sidecar.fields, options)
      if (item === null) continue
      records += 1
      yield item
    }
    if (records === 0) yield refuse(file.path, 'empty')
    return
  }
  const { maxFileBytes = defaultMaxFileBytes } = options
  const { admit = () => null } = options
  const kept = admit(null)
  if (kept !== null) {
    yield kept
    return
  }
  try {
    for await (const draft of draftsOfWhole(file, maxFileBytes)) {
      if ('kind' in draft) yield draft
      else {
        const refusal = draft.line === undefined ? null : admit(draft.line)
        yield refusal ?? itemOf(file, draft, sidecar.fields, options)
      }
    }
  } catch (error) {
    yield refusalOfDepth(file, error)
  }
}

/**
 * The lines of a JSON lines file as they lie there, for whoever reads its records one by one; a refusal at the end
 * when it could not be read to its end.
 *
 * @param onRead - Told how many bytes of the file were read, packed or not.
 */
export async function* recordLines(
  file: CorpusFile,
  { maxArticleLength = defaultMaxArticleLength }: Pick<ReadOptions, 'maxArticleLength'> = {},
  onRead: (bytes: number) => void = () => undefined,
): AsyncIterable<ByteLine | Refusal> {
  let ending: Refusal | null = null
  const chunks = async function* (): AsyncIterable<Buffer> {
    for await (const chunk of streamBytes(file, onRead)) {
      if ('kind' in chunk) ending = chunk
      else yield chunk
    }
  }
  // A code unit takes up to three bytes in UTF-8, six as a JSON escape.
  yield* linesOf(asUtf8(chunks()), maxArticleLength * 6)
  if (ending !== null) yield ending
}

/** @returns What one line of a JSON lines file holds, or null for blanks. */
export function readRecord(
  file: CorpusFile,
  line: ByteLine,
  sidecar: SidecarFields,
  options: ReadOptions = {},
): ReadItem | null {
  const kept = options.admit?.(line.number) ?? null
  if (kept !== null) return kept
  if ('tooLong' in line)
    return refuse(file.path, 'too-large', 'The record is larger than the limit.', line.number)
  const decoded = decodeText(line.bytes)
  if (decoded === null) return refuse(file.path, 'encoding-unknown', undefined, line.number)
  const text = decoded.text.trim()
  if (text === '') return null
  try {
    const draft = draftFromJsonLine(text, line.number)
    return 'kind' in draft
      ? refuse(file.path, draft.reason, draft.detail, draft.line)
      : itemOf(file, { ...draft, notes: notesOf(decoded) }, sidecar, options)
  } catch (error) {
    return refusalOfDepth(file, error, line.number)
  }
}

/** What is nested beyond every stack, or longer than any string, is the input's doing. */
function refusalOfDepth(file: CorpusFile, error: unknown, line?: number): Refusal {
  if (!(error instanceof RangeError)) throw error
  return refuse(
    file.path,
    'too-deep',
    `It is nested too deeply to be read (${error.message}).`,
    line,
  )
}

async function* draftsOfWhole(
  file: CorpusFile,
  maxFileBytes: number,
): AsyncIterable<Draft | Refusal> {
  const bytes = await readWhole(file, maxFileBytes)
  if ('kind' in bytes) {
    yield bytes
    return
  }
  const decoded = decodeText(bytes, file.format === 'html' ? declaredCharset(bytes) : null)
  if (decoded === null) {
    yield refuse(file.path, 'encoding-unknown')
    return
  }
  const text = decoded.text.replaceAll(/\r\n?/gu, '\n')
  for (const draft of draftsOf(file, text)) {
    if ('kind' in draft) yield refuse(file.path, draft.reason, draft.detail, draft.line)
    else yield { ...draft, notes: [...draft.notes, ...notesOf(decoded)] }
  }
}

/** What a maintainer would want to know of how the bytes were read. */
function notesOf({ encoding, note }: DecodedText): string[] {
  const read = encoding === 'utf-8' ? [] : [`read as ${encoding}`]
  return note === null ? read : [...read, note]
}

function draftsOf(file: CorpusFile, text: string): Iterable<Draft | RefusedDraft> {
  switch (file.format) {
    case 'text':
      return [draftFromPlainText(text)]
    case 'markdown':
      return [draftFromMarkdown(text)]
    case 'html':
      return [draftFromHtml(text)]
    case 'json':
      return draftsFromJson(text)
    case 'jsonl':
      return []
    default:
      return file.format satisfies never
  }
}

function itemOf(
  file: CorpusFile,
  draft: Draft,
  sidecar: SidecarFields,
  { isRecurring, latestDay, maxArticleLength = defaultMaxArticleLength }: ReadOptions,
): ReadItem {
  const length = draft.text.length + (draft.lead?.length ?? 0)
  if (length > maxArticleLength) {
    const detail = `An article of ${length} characters; the limit is ${maxArticleLength}.`
    return refuse(file.path, 'too-large', detail, draft.line)
  }
  const assembled = assembleArticle(draft, {
    sidecar,
    fallbackId: fallbackIdOf(file, draft.line),
    ...(isRecurring && { isRecurring }),
    ...(latestDay !== undefined && { latestDay }),
  })
  const place = draft.line === undefined ? {} : { line: draft.line }
  if (assembled.kind === 'not-assembled')
    return refuse(file.path, assembled.reason satisfies RefusedReason, undefined, draft.line)
  const { kind: _assembled, ...assembly } = assembled
  return { kind: 'article', ...assembly, contentHash: contentHashOf(assembly.article), ...place }
}

/** The path inside the corpus folder without extensions, and the line where a file holds several articles. */
export function fallbackIdOf(file: CorpusFile, line: number | undefined): string {
  const named = file.name.replace(/\.(?:txt|md|html?|jsonl?)(?:\.gz)?$/iu, '')
  const stem = tidyText(named).text.replaceAll('\n', ' ')
  return line === undefined ? stem : `${stem}#${line}`
}
