/**
 * CorpusFile: a file that holds articles, as the file system describes it; and Refusal: an input that could not
 * be taken in, with the reason. Nothing is ever left out without one or the other.
 */

export type CorpusFormat = 'text' | 'markdown' | 'html' | 'json' | 'jsonl'

export interface CorpusFile {
  readonly kind: 'file'
  /** Absolute. */
  readonly path: string
  /** Path inside its corpus folder, with `/`, in normal form NFC. */
  readonly name: string
  readonly format: CorpusFormat
  readonly gzipped: boolean
  /** Bytes as they lie on disk. */
  readonly size: number
  /** Size, times and inode of it and its sidecar: while they stay the same, so do the bytes, see `touchedMs`. */
  readonly stamp: string
  /** When either was last written to or put in its place; what is written in the same moment may bear the same stamp. */
  readonly touchedMs: number
  /** `NAME.meta.json` beside it, absolute: what a maintainer says wins over what is found in the file. */
  readonly sidecarPath: string | null
}

const descriptionOf = {
  changed: 'changed while it was read',
  corrupt: 'a damaged or truncated archive',
  'duplicate-id': 'another article has the same id',
  empty: 'no text in it',
  'encoding-unknown': 'its character encoding could not be told',
  garbled: 'its letters are garbled, and cannot be told any more',
  malformed: 'not written as its format asks',
  'no-body': 'no field that is known to hold a text',
  'not-a-file': 'neither a file nor a folder',
  'not-prose': 'no readable prose in it',
  'sidecar-invalid': 'its metadata was not used',
  'sidecar-orphan': 'metadata of no article',
  'symlink-broken': 'a link to nothing',
  'symlink-loop': 'a link into a folder that is walked already',
  'symlink-outside': 'a link out of the corpus folder',
  'too-deep': 'nested too deeply',
  'too-large': 'larger than the limit',
  'too-many': 'too many refusals in one file',
  'too-slow': 'takes too long to read',
  unreadable: 'could not be read',
  unsupported: 'not a kind of file that holds articles',
} as const satisfies Record<string, string>

export type RefusedReason = keyof typeof descriptionOf

export interface Refusal {
  readonly kind: 'refused'
  /** Absolute. */
  readonly path: string
  /** From 1, in a file of many records. */
  readonly line?: number
  readonly reason: RefusedReason
  /** For people: what was met and, where there is something to do, what. */
  readonly detail: string
  /** How many records it stands for. @default 1 */
  readonly count?: number
}

export function refuse(
  path: string,
  reason: RefusedReason,
  detail: string = descriptionOf[reason],
  line?: number,
): Refusal {
  return { kind: 'refused', path, reason, detail, ...(line === undefined ? {} : { line }) }
}
