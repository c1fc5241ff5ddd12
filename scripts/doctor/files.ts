/** What the doctor looks for among the files around the index: a run at work, leftovers, backups, the journal. */
import { existsSync, readdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { isRawiError } from '../../core/errors.ts'
import { readManifest } from '../../core/store/backup-manifest.ts'
import {
  acquireRunLock,
  inboxStanding,
  journalOf,
  openDatabase,
  type Connection,
} from '../../core/store/index.ts'
import { failureOf } from '../../core/store/sqlite-failure.ts'
import { note, ok, problem, problemFrom, type Finding } from './finding.ts'

const dayMs = 24 * 60 * 60_000
/** Older than this, a backup is worth a word. */
const oldBackupDays = 7

export async function checkFiles(
  database: string,
  backups: string,
  now: Date,
): Promise<readonly Finding[]> {
  return [
    checkLock(database),
    ...checkJournal(journalOf(database)),
    checkLeftovers(database, backups),
    await checkBackups(backups, database, now),
  ]
}

function checkLock(database: string): Finding {
  const free = ok('lock', 'No reindex is at work')
  if (!existsSync(`${database}.lock`)) return free
  try {
    acquireRunLock(database).release()
    return free
  } catch (error) {
    if (isRawiError(error) && error.code === 'INDEX_BUSY')
      return note('lock', 'A reindex is at work; what it changes is served once it has ended')
    return problemFrom('lock', error)
  }
}

function checkJournal(path: string): readonly Finding[] {
  if (!existsSync(path)) return []
  let connection: Connection | null = null
  try {
    connection = openDatabase({ path, schema: 'journal', readonly: true })
    const said = connection.sqlite.pragma('integrity_check(1)', { simple: true }) as string
    if (said === 'ok') return [ok('journal', `${path} is whole`), checkInbox(connection)]
    return [
      problem(
        'journal',
        `${path} is damaged (${said}). Move it away: mv "${path}" "${path}.damaged"`,
      ),
    ]
  } catch (error) {
    return [problemFrom('journal', failureOf(path, error, 'journal'))]
  } finally {
    connection?.close()
  }
}

function checkInbox(connection: Connection): Finding {
  const { waiting, waitingSince, dead, newestReason } = inboxStanding(connection)
  const since = waitingSince === null ? '' : `, the oldest since ${isoDate(waitingSince)}`
  const waits = `${waiting} updates of Telegram wait for their answers${since}`
  return dead === 0
    ? ok('inbox', waits)
    : note(
        'inbox',
        `${waits}; ${dead} of the last week were given up, the newest because of: ${newestReason ?? 'unknown'}`,
      )
}

function isoDate(milliseconds: number): string {
  return new Date(milliseconds).toISOString()
}

/** Files that a killed command left, and those that were put aside. */
function checkLeftovers(database: string, backups: string): Finding {
  const name = basename(database)
  const beside = namesIn(dirname(database)).filter((file) => file.startsWith(`${name}.`))
  const dead = [
    ...beside
      .filter((file) => /\.restoring(-wal|-shm)?$|\.words\.\w+$/.test(file))
      .map((file) => join(dirname(database), file)),
    ...namesIn(backups)
      .filter((file) => file.endsWith('.partial'))
      .map((file) => join(backups, file)),
  ]
  if (dead.length > 0)
    return note(
      'leftovers',
      `A command that was cut off left ${dead.join(', ')}. When none is at work now: rm -r ${dead.map((file) => `"${file}"`).join(' ')}`,
    )
  const aside = beside.filter((file) => /\.before-[\dTZ-]+$|\.damaged$/.test(file))
  return aside.length === 0
    ? ok('leftovers', 'No command left a file behind')
    : note(
        'leftovers',
        `Put aside, and to be removed when no longer wanted: ${aside.map((file) => join(dirname(database), file)).join(', ')}`,
      )
}

async function checkBackups(backups: string, database: string, now: Date): Promise<Finding> {
  const command = `npm run backup -- --db "${database}"`
  let newest: string | null = null
  for (const name of namesIn(backups)) {
    const manifest = await readManifest(join(backups, name)).catch(() => null)
    if (manifest !== null && manifest.createdAt > (newest ?? '')) newest = manifest.createdAt
  }
  if (newest === null) return note('backup', `None lies in ${backups}. ${command} makes one.`)
  const days = Math.floor((now.getTime() - Date.parse(newest)) / dayMs)
  return days > oldBackupDays
    ? note('backup', `The newest in ${backups} is ${days} days old. ${command} makes another.`)
    : ok('backup', `The newest in ${backups} is of ${newest}`)
}

function namesIn(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder) : []
}
