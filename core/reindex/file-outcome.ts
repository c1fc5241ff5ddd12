/**
 * File outcome: what came of reading a file, record by record, as the ledger keeps it; enough to take over each record
 * that did not change without reading it again.
 */
import type { Refusal } from '../corpus/index.ts'
import type { FileRecord } from '../store/index.ts'

export interface ArticleEntry {
  readonly id: string
  /** From 1, in a file of many records. */
  readonly line?: number
  /** Of the line's bytes, in a JSON lines file. */
  readonly key?: string
  readonly source: string | null
  /** Beginning of the content hash. */
  readonly hash: string
  /** Keys of its first and last lines, before lines that recur were taken out, one after the other. */
  readonly edges: string
  /** Key of its body, by which copies of it are known. */
  readonly body: string
  /** Those of them that were taken for recurring. */
  readonly recurred?: string
  /** Something was cleaned away. */
  readonly cleaned?: true
}

/** What could not be taken in. */
export interface RefusedEntry {
  readonly refusal: Refusal
  readonly key?: string
}

export type Entry = ArticleEntry | RefusedEntry

export interface FileOutcome {
  /** Hash of what else a record hangs on: name and sidecar of a JSON lines file. */
  readonly frame?: string
  /** In the order of the file. */
  readonly entries: readonly Entry[]
}

export type KnownFile = FileRecord<FileOutcome>

export const entryHashLength = 16

export function isArticle(entry: Entry): entry is ArticleEntry {
  return !('refusal' in entry)
}

export function lineOf(entry: Entry): number | null {
  return (isArticle(entry) ? entry.line : entry.refusal.line) ?? null
}

/** The same at another line of its file. */
export function movedTo(entry: Entry, line: number): Entry {
  return isArticle(entry) ? { ...entry, line } : { ...entry, refusal: { ...entry.refusal, line } }
}
