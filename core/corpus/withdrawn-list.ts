/**
 * Withdrawn list: reads `withdrawn.txt`, the ids or addresses of articles that are to be kept out, one a line.
 *
 * In:   files; a line that begins with # is a comment, blank lines are passed over.
 * Out:  the entries, and the lines that cannot be one, for people.
 *
 * A list that cannot be read ends the run: without it, what was taken down would be shown again.
 */
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { RawiError } from '../errors.ts'
import { decodeText } from './decode-text.ts'
import { systemCode, systemReason } from './system-error.ts'

export const withdrawnName = 'withdrawn.txt'

export interface WithdrawnList {
  /** As they are written. */
  readonly entries: readonly string[]
  readonly warnings: readonly string[]
}

const maxBytes = 16 * 1024 * 1024
/** Longer than any id or address that an article keeps. */
const maxLength = 2048

/**
 * @param folders - Each may hold a list; @param file - has to be there when it is named.
 * @throws {RawiError} `CORPUS_UNREADABLE`.
 */
export function readWithdrawnLists(folders: readonly string[], file: string | null): WithdrawnList {
  const paths = new Set(folders.map((folder) => join(folder, withdrawnName)))
  const lists = [...paths].map((path) => [path, linesOf(path, path === file)] as const)
  if (file !== null && !paths.has(file)) lists.push([file, linesOf(file, true)])
  const entries = new Set<string>()
  const warnings: string[] = []
  for (const [path, lines] of lists) {
    for (const [at, line] of lines.entries()) {
      const entry = line.trim().normalize('NFC')
      if (entry === '' || entry.startsWith('#')) continue
      const fault = faultOf(entry)
      if (fault === null) entries.add(entry)
      else warnings.push(`${path}, line ${at + 1}, keeps nothing out: ${fault}.`)
    }
  }
  return { entries: [...entries], warnings }
}

/** @returns The form in which addresses are compared, or null for what is none. */
export function addressKey(value: string): string | null {
  if (!/^https?:\/\//iu.test(value) || !URL.canParse(value)) return null
  const { host, pathname, search } = new URL(value)
  return `${host}${pathname.replace(/\/+$/u, '')}${search}`
}

function faultOf(entry: string): string | null {
  if (entry.length > maxLength) return 'it is too long for an id or an address'
  if (/[\p{Cc}\u{fffd}]/u.test(entry)) return 'it holds characters that stand in no id or address'
  if (/^[a-z]+:\/\//iu.test(entry) && addressKey(entry) === null)
    return 'it is no address of the web'
  return null
}

function linesOf(path: string, isNamed: boolean): readonly string[] {
  try {
    const stats = statSync(path)
    if (!stats.isFile()) throw unreadable(path, 'it is no file')
    if (stats.size > maxBytes) throw unreadable(path, 'it is larger than 16 MB')
    const decoded = decodeText(readFileSync(path))
    if (decoded === null) throw unreadable(path, 'its character encoding could not be told')
    return decoded.text.split(/\r\n?|\n/u)
  } catch (error) {
    if (error instanceof RawiError) throw error
    if (!isNamed && systemCode(error) === 'ENOENT') return []
    throw unreadable(path, systemReason(error))
  }
}

function unreadable(path: string, why: string): RawiError {
  return new RawiError(
    'CORPUS_UNREADABLE',
    `The list of withdrawn articles ${path} could not be read (${why}). Nothing was changed: mend it, so that nothing comes back that was taken down.`,
  )
}
