/** What the doctor asks of the machine: the runtime, room on the disk, the clock, the settings. */
import { existsSync, statSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import type { Config } from '../../bot/config.ts'
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

export function checkToken({ telegram }: Config): Finding {
  return telegram === null
    ? note('telegram', 'No bot is run. Set TELEGRAM_BOT_TOKEN to a token of @BotFather to run one.')
    : ok('telegram', 'TELEGRAM_BOT_TOKEN is set')
}

function nearestFolder(path: string): string {
  let folder = dirname(resolve(path))
  while (!existsSync(folder)) folder = dirname(folder)
  return folder
}
