import { readFileSync, renameSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { reindex } from '../../core/reindex/index.ts'
import { createFileLedger, openDatabase } from '../../core/store/index.ts'
import { contentOf, createCorpusFolder, type CorpusFolder } from './corpus-folder.ts'

let corpus: CorpusFolder
let path: string
beforeEach(() => {
  corpus = createCorpusFolder()
  path = corpus.write('ferry.md', '# العبّارة\n\nأبحرت العبّارة الأولى من صور صباح السبت.\n')
})
afterEach(() => corpus.destroy())

/** @param laterMs - How long after the files were written the run begins. */
const run = (laterMs = 10_000) =>
  reindex({
    folders: [corpus.folder],
    database: corpus.database,
    embedder: null,
    readers: 0,
    now: () => new Date(Date.now() + laterMs),
  })

function stampOf(): string | null {
  const connection = openDatabase({ path: corpus.database, schema: 'index', readonly: true })
  const { stamp } = createFileLedger(connection).all().get(path)!
  connection.close()
  return stamp
}

const textNow = () => contentOf(corpus.database).articles[0]!.text

describe('reindex by stamps', () => {
  it('does not open a file whose stamp is the one that was noted', async () => {
    await run()
    const before = stampOf()
    expect(before).toContain(String(statSync(path).ino))
    // A file that changed and bears its old stamp cannot be made by writing: the ledger is given its new one.
    writeFileSync(path, '# العبّارة\n\nأبحرت العبّارة الثانية من صور صباح السبت.\n')
    const { size, mtimeNs, ctimeNs, ino } = statSync(path, { bigint: true })
    const connection = openDatabase({ path: corpus.database, schema: 'index' })
    createFileLedger(connection).restamp(path, `${size} ${mtimeNs} ${ctimeNs} ${ino}`)
    connection.close()
    expect((await run()).published).toBe(false)
    expect(textNow()).toContain('الأولى')
  })

  it('notes no stamp of a file that was written in the moment of the run', async () => {
    await run(0)
    expect(stampOf()).toBeNull()
    expect((await run(0)).published).toBe(false)
    expect(stampOf()).toBeNull()
    expect((await run()).published).toBe(false)
    expect(stampOf()).not.toBeNull()
  })

  it('notes the new stamp of a file that was touched, and publishes nothing', async () => {
    await run()
    const before = stampOf()
    utimesSync(path, 1_600_000_000, 1_600_000_000)
    expect(await run()).toMatchObject({ generation: 1, published: false })
    expect(stampOf()).not.toBe(before)
  })

  it.each([
    ['written in place with its old time of change', (text: string) => writeFileSync(path, text)],
    [
      'put in its place with its old time of change',
      (text: string) => {
        writeFileSync(`${path}.new`, text)
        renameSync(`${path}.new`, path)
      },
    ],
  ])('reads a file of the same size that was %s', async (_, replace) => {
    await run()
    const { atime, mtime } = statSync(path)
    replace(readFileSync(path, 'utf8').replace('الأولى', 'الثنية'))
    utimesSync(path, atime, mtime)
    expect((await run()).articles).toMatchObject({ changed: 1 })
    expect(textNow()).toContain('الثنية')
  })

  it('takes up metadata that came beside a file', async () => {
    await run()
    corpus.write('ferry.meta.json', { source: 'بريد الوادي' })
    expect((await run()).articles).toMatchObject({ changed: 1 })
    expect(contentOf(corpus.database).articles[0]!.source).toBe('بريد الوادي')
  })
})
