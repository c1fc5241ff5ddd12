/**
 * Lists the article files of corpus folders, and what lies there that is none, without opening any.
 *
 * In:   folders; a folder inside another one of them is listed once.
 * Out:  files and refusals in the order of their names, so that two runs over one corpus agree.
 * Cost: one stat a file and sidecar, at once (asking Node's thread pool takes ten times as long); the entries of one folder at a time are held in memory.
 *
 * Names that begin with a dot are passed over silently, as every shell does. A link is followed only to a place
 * inside its corpus folder, a sidecar's too, and a folder is never entered from within itself.
 */
import { lstatSync, realpathSync, statSync, type BigIntStats, type Dirent } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { RawiError } from '../errors.ts'
import type { CorpusFile, CorpusFormat, Refusal } from './corpus-file.ts'
import { refuse } from './corpus-file.ts'
import { systemCode, systemReason } from './system-error.ts'
import { withdrawnName } from './withdrawn-list.ts'

const formatOf: Readonly<Record<string, CorpusFormat>> = {
  txt: 'text',
  md: 'markdown',
  html: 'html',
  htm: 'html',
  json: 'json',
  jsonl: 'jsonl',
}
const articleName = /^(?<stem>.+)\.(?<extension>txt|md|html?|jsonl?)(?<gzip>\.gz)?$/isu
const sidecarName = /^(?<subject>.+)\.meta\.json$/isu
const maxDepth = 64

interface Walk {
  /** Real path of the corpus folder. */
  readonly root: string
  /** Folders entered through a link, each once. */
  readonly linked: Set<string>
}

/** @throws {RawiError} `CORPUS_UNREADABLE` when one of the folders is missing or no folder. */
export async function* listCorpusFiles(
  folders: readonly string[],
): AsyncIterable<CorpusFile | Refusal> {
  for (const root of await outermost(folders)) {
    yield* walkFolder({ root, linked: new Set() }, root, '', [root])
  }
}

async function* walkFolder(
  walk: Walk,
  folder: string,
  prefix: string,
  ancestors: readonly string[],
): AsyncIterable<CorpusFile | Refusal> {
  if (ancestors.length > maxDepth) {
    yield refuse(folder, 'too-deep', `More than ${maxDepth} folders inside one another.`)
    return
  }
  let entries: Dirent[]
  try {
    entries = await readdir(folder, { withFileTypes: true })
  } catch (error) {
    yield refuse(folder, 'unreadable', systemReason(error))
    return
  }
  const visible = entries.filter((entry) => !entry.name.startsWith('.'))
  const sidecars = sidecarsByArticle(visible.map((entry) => entry.name))
  const claimed = new Set(sidecars.values())
  for (const entry of visible.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (claimed.has(entry.name) || (prefix === '' && entry.name === withdrawnName)) continue
    const path = join(folder, entry.name)
    const target = await targetOf(walk, path, entry, ancestors)
    if (target.kind === 'refused') yield target
    else if (target.kind === 'folder')
      yield* walkFolder(walk, path, `${prefix}${entry.name}/`, [...ancestors, target.real])
    else {
      const sidecar = sidecarAt(walk, folder, sidecars.get(entry.name))
      if (sidecar?.kind === 'refused') yield sidecar
      yield described(
        path,
        prefix + entry.name,
        target.stats,
        sidecar?.kind === 'file' ? sidecar : null,
      )
    }
  }
}

/** The most exact name wins: `a.txt.meta.json` before `a.meta.json`. */
function sidecarsByArticle(names: readonly string[]): Map<string, string> {
  const present = new Set(names)
  const sidecars = new Map<string, string>()
  for (const name of names) {
    const groups = articleName.exec(name)?.groups
    if (!groups || sidecarName.test(name)) continue
    const sidecar = [name, name.replace(/\.gz$/iu, ''), groups['stem']!]
      .map((stem) => `${stem}.meta.json`)
      .find((candidate) => present.has(candidate))
    if (sidecar !== undefined) sidecars.set(name, sidecar)
  }
  return sidecars
}

interface Sidecar {
  readonly kind: 'file'
  readonly path: string
  /** null for one that cannot be looked at: reading it will tell why. */
  readonly stats: BigIntStats | null
}

/** What is no plain file inside the corpus folder is refused by its own name, and the article is read without it. */
function sidecarAt(
  { root }: Walk,
  folder: string,
  name: string | undefined,
): Sidecar | Refusal | null {
  if (name === undefined) return null
  const path = join(folder, name)
  try {
    const own = lstatSync(path, { bigint: true })
    const real = own.isSymbolicLink() ? realpathSync(path) : path
    if (own.isSymbolicLink() && !isInside(real, root)) return refuse(path, 'symlink-outside')
    const stats = own.isSymbolicLink() ? statSync(real, { bigint: true }) : own
    return stats.isFile() ? { kind: 'file', path, stats } : refuse(path, 'not-a-file', noSidecar)
  } catch (error) {
    const code = systemCode(error)
    if (code === 'ELOOP') return refuse(path, 'symlink-loop')
    if (code === 'ENOENT') return refuse(path, 'symlink-broken')
    return { kind: 'file', path, stats: null }
  }
}

const noSidecar = 'Metadata of the article beside it are expected here, in a plain file.'

type Target =
  | Refusal
  | { readonly kind: 'folder'; readonly real: string }
  | { readonly kind: 'file'; readonly stats: BigIntStats }

async function targetOf(
  walk: Walk,
  path: string,
  entry: Dirent,
  ancestors: readonly string[],
): Promise<Target> {
  try {
    if (!entry.isSymbolicLink()) {
      if (entry.isDirectory()) return { kind: 'folder', real: join(ancestors.at(-1)!, entry.name) }
      const stats = lstatSync(path, { bigint: true })
      return stats.isFile() ? { kind: 'file', stats } : refuse(path, 'not-a-file')
    }
    const real = await realpath(path)
    if (!isInside(real, walk.root)) return refuse(path, 'symlink-outside')
    const stats = statSync(real, { bigint: true })
    if (stats.isFile()) return { kind: 'file', stats }
    if (!stats.isDirectory()) return refuse(path, 'not-a-file')
    if (ancestors.includes(real) || walk.linked.has(real)) return refuse(path, 'symlink-loop')
    walk.linked.add(real)
    return { kind: 'folder', real }
  } catch (error) {
    if (systemCode(error) === 'ELOOP') return refuse(path, 'symlink-loop')
    if (entry.isSymbolicLink() && systemCode(error) === 'ENOENT')
      return refuse(path, 'symlink-broken')
    return refuse(path, 'unreadable', systemReason(error))
  }
}

function described(
  path: string,
  name: string,
  stats: BigIntStats,
  sidecar: Sidecar | null,
): CorpusFile | Refusal {
  if (sidecarName.test(name)) return refuse(path, 'sidecar-orphan')
  const groups = articleName.exec(name)?.groups
  if (!groups) return refuse(path, 'unsupported')
  return {
    kind: 'file',
    path,
    name: name.normalize('NFC'),
    format: formatOf[groups['extension']!.toLowerCase()]!,
    gzipped: groups['gzip'] !== undefined,
    size: Number(stats.size),
    sidecarPath: sidecar?.path ?? null,
    ...stampOf(stats, sidecar?.stats ?? null),
  }
}

function stampOf(
  stats: BigIntStats,
  beside: BigIntStats | null,
): Pick<CorpusFile, 'stamp' | 'touchedMs'> {
  const both = beside === null ? [stats] : [stats, beside]
  return {
    stamp: both.map((of) => `${of.size} ${of.mtimeNs} ${of.ctimeNs} ${of.ino}`).join(' '),
    touchedMs: Math.max(...both.flatMap((of) => [Number(of.mtimeMs), Number(of.ctimeMs)])),
  }
}

async function outermost(folders: readonly string[]): Promise<string[]> {
  const roots: string[] = []
  for (const folder of folders) {
    const root = await realFolder(folder)
    if (!roots.some((known) => isInside(root, known))) roots.push(root)
  }
  return roots.filter((root) => !roots.some((other) => other !== root && isInside(root, other)))
}

async function realFolder(folder: string): Promise<string> {
  try {
    const real = await realpath(folder)
    if ((await stat(real)).isDirectory()) return real
  } catch (error) {
    throw new RawiError(
      'CORPUS_UNREADABLE',
      `The article folder ${folder} could not be read (${systemReason(error)}). Create it or name another one with --articles.`,
      { cause: error },
    )
  }
  throw new RawiError(
    'CORPUS_UNREADABLE',
    `${folder} is no folder. Name the folder that holds the articles with --articles.`,
  )
}

function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep)
}
