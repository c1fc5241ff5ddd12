/** `npm run restore`: puts a backup in the place of the index; what was there is kept aside. */
import { restoreBackup } from '../core/store/restore.ts'
import { createCommand, exitCodes, printJson, runCommand, say } from './command/command.ts'
import { journalOf } from '../core/store/journal-path.ts'

interface Options {
  readonly db?: string
  readonly journal: boolean
  readonly json: boolean
}

const command = createCommand('restore', 'Puts a backup in the place of the index, served or not.')
  .argument('<folder>', 'a folder that npm run backup made')
  .option('--journal', 'replace the journal too, when there is one (stop the server first)', false)
  .addHelpText('after', '\nExit codes: 0 done, 1 failed, 2 wrong usage.')

await runCommand<Options>(command, async ({ db, journal, json }, { config }) => {
  const database = db ?? config.database
  const folder = command.args[0]!
  const restored = await restoreBackup({
    folder,
    database,
    journal: journalOf(database),
    replaceJournal: journal,
    now: () => new Date(),
  })
  const { manifest, indexAside, journalAside } = restored
  if (json) printJson({ database, ...restored })
  say(
    `${database} is generation ${manifest.generation ?? 'none'} with ${manifest.articles} articles, as backed up at ${manifest.createdAt}.`,
  )
  if (indexAside !== null) say(`The index that was there is kept as ${indexAside}`)
  if (journalAside !== null) say(`The journal that was there is kept as ${journalAside}`)
  if (restored.journal === 'kept')
    say('The journal that is there stays; --journal replaces it by the one of the backup.')
  say(
    'A running server goes over to it by itself. npm run reindex brings it in line with the folders.',
  )
  return exitCodes.done
})
