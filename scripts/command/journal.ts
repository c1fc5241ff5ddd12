/** Where the journal of an index lies. */
import { dirname, join } from 'node:path'

export function journalOf(database: string): string {
  return join(dirname(database), 'journal.db')
}
