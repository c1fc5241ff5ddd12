/** `npm run backup`: copies index and journal into a folder, also while they are served and written. */
import { join, resolve } from 'node:path'
import { makeBackup } from '../core/store/backup.ts'
import { createCommand, exitCodes, printJson, runCommand, say } from './command/command.ts'
import { journalOf } from '../core/store/journal-path.ts'

interface Options {
  readonly db?: string
  readonly json: boolean
}

const command = createCommand('backup', 'Copies index and journal, also while they are in use.')
  .argument('[folder]', 'where to; it must not be there yet (default: one by the time, in BACKUPS)')
  .addHelpText('after', '\nExit codes: 0 done, 1 failed, 2 wrong usage.')

await runCommand<Options>(command, async ({ db, json }, { config, signal }) => {
  const database = db ?? config.database
  const now = new Date()
  const stamp = now.toISOString().slice(0, 19).replaceAll(':', '-')
  const named = command.args[0] ?? join(config.backups, `rawi-${stamp}`)
  const folder = resolve(named)
  const journal = journalOf(database)
  const manifest = await makeBackup({ database, journal, folder, now: () => now, signal })
  const { generation, articles, index } = manifest
  if (json) printJson({ folder, ...manifest })
  const megabytes = Math.ceil((index.bytes + (manifest.journal?.bytes ?? 0)) / 1024 / 1024)
  say(
    `${named} holds generation ${generation ?? 'none'} with ${articles} articles${manifest.journal === null ? '' : ' and the journal'}, ${megabytes} MB. To go back to it: npm run restore -- "${named}"`,
  )
  return exitCodes.done
})
