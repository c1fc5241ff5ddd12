import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findDamaged } from '../../core/store/damaged-articles.ts'
import { openDatabase, type Connection } from '../../core/store/index.ts'
import { createCorpusFolder, type CorpusFolder } from '../reindex/corpus-folder.ts'

let corpus: CorpusFolder
let connection: Connection
beforeEach(async () => {
  corpus = createCorpusFolder()
  corpus.write('dam.md', '# سد کرخه\n\nآب پشت سد کرخه پس از باران‌های بهاری بالا آمد.\n')
  corpus.write('port.md', '# الميناء\n\nاستقبل ميناء صور أول سفينة منذ شهر.\n')
  await corpus.reindex()
  const other = new Database(corpus.database)
  other.exec("update articles set title = 'سد کرخة' where id = 'dam'")
  other.close()
  connection = openDatabase({ path: corpus.database, schema: 'index' })
})
afterEach(() => {
  connection.close()
  corpus.destroy()
})

describe.each([
  ['here', 2],
  ['in a thread beside', 10_000],
])('damaged articles looked for %s', (_, articles) => {
  it('are named', async () => {
    expect(await findDamaged(connection, articles)).toEqual(new Set(['dam']))
  })

  it('are looked for no more once the run is aborted', async () => {
    const signal = AbortSignal.abort(new Error('stopped'))
    await expect(findDamaged(connection, articles, signal)).rejects.toThrow('stopped')
  })
})
