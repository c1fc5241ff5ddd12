/**
 * Misfiled: files that the ledger notes with what another file holds, as a run of an earlier version could leave them.
 *
 * In:   the ledger and the articles' rows; after the reading, what each file holds.
 * Out:  why the ledger cannot be believed, so that the run reads everything anew; how many files were noted wrongly.
 * Cost: a look at every entry of the ledger, which a run takes over anyway.
 *
 * Two files of which each is noted with all of the other, by ids of their own, look sound; a change of version reads
 * those anew too.
 */
import { basename } from 'node:path'
import type { ArticleState } from '../store/article-rows.ts'
import { isArticle, lineOf, type FileOutcome, type KnownFile } from './file-outcome.ts'
import type { Track } from './track.ts'

export interface LedgerState {
  readonly files: ReadonlyMap<string, KnownFile>
  readonly articles: ReadonlyMap<string, ArticleState>
  /** True where rows and ledger agree but for a fault: no run is unfinished, and every file was read to its end. */
  readonly isSettled: boolean
  readonly isWithdrawn: (id: string) => boolean
  /** Ids of rows that are wrong whatever is noted. */
  readonly damaged: ReadonlySet<string>
}

/** @returns For people; null when it can be believed. */
export function faultOfLedger(state: LedgerState): string | null {
  return faultOfPlaces(state.files) ?? (state.isSettled ? faultOfRows(state) : null)
}

/** Lines run upwards, and an id made of a file's name is that file's. */
function faultOfPlaces(files: ReadonlyMap<string, KnownFile>): string | null {
  const byStem = Map.groupBy(files.keys(), (path) => basename(stemOf(path)))
  for (const [path, { outcome }] of files) {
    let line = 0
    for (const entry of outcome.entries) {
      const next = lineOf(entry)
      if (next !== null && next <= line) return `${path} is noted with lines out of order`
      line = next ?? line
      if (!isArticle(entry) || isMadeOf(path, entry.id)) continue
      const others = byStem.get(basename(withoutLine(entry.id))) ?? []
      const owner = others.find((other) => other !== path && isMadeOf(other, entry.id))
      if (owner !== undefined && !holdsId(files.get(owner)!, entry.id))
        return `${path} is noted with the article of ${owner}`
    }
  }
  return null
}

function faultOfRows({ files, articles, isWithdrawn, damaged }: LedgerState): string | null {
  const hashes = new Map<string, string | null>()
  for (const { outcome } of files.values()) {
    for (const entry of outcome.entries) {
      // Of two entries of one id the rows hold one.
      if (isArticle(entry)) hashes.set(entry.id, hashes.has(entry.id) ? null : entry.hash)
    }
  }
  for (const [id, hash] of hashes) {
    if (isWithdrawn(id) || damaged.has(id)) continue
    const row = articles.get(id)
    if (row === undefined) return `article "${id}" is noted and not stored`
    if (hash !== null && !row.contentHash.startsWith(hash))
      return `article "${id}" is stored otherwise than it is noted`
  }
  for (const id of articles.keys())
    if (!hashes.has(id)) return `article "${id}" is stored and noted for no file`
  return null
}

/** @returns How many files that did not change were noted with what is read from others. */
export function countMisfiled(
  tracks: readonly Track[],
  before: ReadonlyMap<string, KnownFile>,
): number {
  const fresh = tracks.filter(({ file, isNew }) => isNew && before.has(file.path))
  if (fresh.length === 0) return 0
  const read = new Set<string>()
  const hashes = new Set<string | null>()
  for (const track of tracks) {
    hashes.add(track.hash)
    for (const id of idsOf(track)) read.add(id)
  }
  return fresh.filter((track) => {
    const { hash, stamp, outcome } = before.get(track.file.path)!
    // A file's name is part of its hash, so no other file bears it.
    const isUnchanged = stamp === track.file.stamp || hashes.has(hash)
    const own = idsOf(track)
    return isUnchanged && [...idsOf(outcome)].some((id) => !own.has(id) && read.has(id))
  }).length
}

function idsOf({ entries }: Pick<FileOutcome, 'entries'>): Set<string> {
  return new Set(entries.flatMap((entry) => (isArticle(entry) ? [entry.id] : [])))
}

function holdsId({ outcome }: KnownFile, id: string): boolean {
  return outcome.entries.some((entry) => isArticle(entry) && entry.id === id)
}

function isMadeOf(path: string, id: string): boolean {
  return `/${stemOf(path)}`.endsWith(`/${withoutLine(id)}`)
}

function withoutLine(id: string): string {
  return id.replace(/#\d+$/u, '')
}

function stemOf(path: string): string {
  return path.replace(/\.(?:txt|md|html?|jsonl?)(?:\.gz)?$/iu, '').normalize('NFC')
}
