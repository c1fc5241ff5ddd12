/** What the doctor asks of the machine: the runtime, room on the disk, the clock and what is old by it. */
import { existsSync, statSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import type { GenerationInfo } from '../../core/engine/search-engine.ts'
import { note, ok, problem, type Finding } from './finding.ts'

const oldestNode = 24
const megabyte = 1024 * 1024

export function checkNode(version: string): Finding {
  return Number.parseInt(version, 10) >= oldestNode
    ? ok('node', `Node ${version}`)
    : problem(
        'node',
        `Node ${version} runs this; ${oldestNode} is needed. npm brings it along: npm ci, then start with npm run.`,
      )
}

/** A rebuild writes the index once more beside the served one. */
export async function checkDisk(database: string): Promise<Finding> {
  const { bavail, bsize } = await statfs(nearestFolder(database))
  const free = bavail * bsize
  const size = statSync(database, { throwIfNoEntry: false })?.size ?? 0
  const needed = Math.max(200 * megabyte, 2 * size)
  const said = `${Math.floor(free / megabyte)} MB are free where the index lies`
  return free >= needed
    ? ok('disk', said)
    : problem(
        'disk',
        `${said}; a rebuild may need ${Math.ceil(needed / megabyte)} MB. Free some, or move DATABASE.`,
      )
}

/** @param publishedAt - When the served generation was published, by this machine's clock of then. */
export function checkClock(now: Date, publishedAt: string | null): Finding {
  const said = `It is ${now.toISOString()}`
  const lastKnown = publishedAt ?? earliest
  return now.toISOString() >= lastKnown
    ? ok('clock', said)
    : problem(
        'clock',
        `${said} by this machine, yet ${lastKnown} is past. Set the clock: dates in questions are read by it.`,
      )
}

/** Nothing of this version ran before. */
const earliest = '2026-11-01T00:00:00.000Z'

/** How old what is served is; news that are weeks old may be all there is, or all that arrived. */
export function checkFreshness(
  now: Date,
  { publishedAt, newestArticle }: Pick<GenerationInfo, 'publishedAt' | 'newestArticle'>,
): Finding {
  const daysSince = (date: string): number =>
    Math.max(0, Math.floor((now.getTime() - Date.parse(date)) / dayMs))
  const said = `The index was published ${daysSince(publishedAt)} days ago`
  if (newestArticle === null) return note('freshness', `${said}; no article states its date`)
  const age = daysSince(newestArticle)
  const all = `${said}, its newest article is of ${newestArticle.slice(0, 10)}, ${age} days ago`
  return age > staleDays
    ? note('freshness', `${all}. If newer ones were published, put them into the folders.`)
    : ok('freshness', all)
}

const dayMs = 24 * 60 * 60_000
const staleDays = 30

function nearestFolder(path: string): string {
  let folder = dirname(resolve(path))
  while (!existsSync(folder)) folder = dirname(folder)
  return folder
}
