/** Journal path: where the journal of an index lies. It is asked for before anything of the store is loaded. */
import { dirname, join } from 'node:path'

export function journalOf(database: string): string {
  return join(dirname(database), 'journal.db')
}
