import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ReindexOptions } from '../../core/reindex/index.ts'
import { openEmbedder } from '../../core/semantic/index.ts'
import { writeTinyModel } from '../semantic/tiny-model.ts'
import { contentOf, createCorpusFolder, type CorpusFolder } from './corpus-folder.ts'

let corpus: CorpusFolder
beforeEach(() => {
  corpus = createCorpusFolder()
  corpus.write(
    'bridge.md',
    '# پل تازه‌ی اهواز\n\nپل تازه‌ی اهواز روز دوشنبه ۳ مهر ۱۴۰۲ با حضور شهردار باز شد.\n',
  )
  corpus.write('rain.md', '# أمطار على صور\n\nهطلت أمطار غزيرة على صور طوال ليل الأحد.\n')
})
afterEach(() => corpus.destroy())

const run: CorpusFolder['reindex'] = (options) => corpus.reindex(options)

/** What a fault of disk or code might do to the rows, done once they are committed and before they are verified. */
const damaging = (statement: string): Pick<ReindexOptions, 'onCheckpoint'> => ({
  onCheckpoint(checkpoint) {
    if (checkpoint !== 'verifying') return
    const other = new Database(corpus.database)
    other.pragma(`foreign_keys = ${statement.startsWith('insert') ? 'OFF' : 'ON'}`)
    other.exec(statement)
    other.close()
  },
})

const newest = 'where article = (select max(row) from articles)'
const faults = [
  [
    'a text that is not the one that was read',
    `update texts set text = replace(text, 'الأحد', 'الاثنين') ${newest}`,
  ],
  ['a text that is lost', `delete from texts ${newest}`],
  ['a passage that is lost', `delete from passages ${newest}`],
  ['a passage beyond the end of its article', `update passages set "end" = 100000 ${newest}`],
  ['an article that is lost', 'delete from articles where row = (select max(row) from articles)'],
  [
    'an article of another version',
    `update articles set pipeline = 'other' where row = (select max(row) from articles)`,
  ],
  [
    'a vector where there are to be none',
    `insert into vectors select max(id), x'0102' from passages`,
  ],
] as const

describe('reindex', () => {
  it.each(faults)('does not publish a first generation with %s', async (_, statement) => {
    await expect(run(damaging(statement))).rejects.toMatchObject({ code: 'VERIFICATION_FAILED' })
    expect(await run()).toMatchObject({ generation: 2, articles: { total: 2 } })
    const scratch = `${corpus.database}.scratch`
    await run({ database: scratch })
    expect(contentOf(corpus.database)).toEqual(contentOf(scratch))
  })

  it.each(faults)('does not publish a change with %s, forced or not', async (_, what) => {
    await run()
    const before = contentOf(corpus.database)
    corpus.write('rain.md', '# أمطار على صيدا\n\nهطلت أمطار غزيرة على صيدا حتى صباح الأحد.\n')
    for (const force of [false, true]) {
      await expect(run({ force, ...damaging(what) })).rejects.toMatchObject({
        code: 'VERIFICATION_FAILED',
      })
      expect(contentOf(corpus.database)).toEqual(before)
    }
    expect((await run()).published).toBe(true)
  })

  it('calls an index corrupt that holds passages of no article', async () => {
    const stray = `insert into passages (article, ordinal, start, "end") values (99, 0, 0, 1)`
    await expect(run(damaging(stray))).rejects.toMatchObject({ code: 'INDEX_CORRUPT' })
  })

  it('does not publish vectors of other dimensions', async () => {
    const folder = `${corpus.folder}/../model`
    await writeTinyModel(folder, { output: 'pooled' })
    const embedder = await openEmbedder({ model: folder, cacheFolder: folder, hub: '' })
    const cut = damaging('update vectors set vector = substr(vector, 2)')
    await expect(run({ embedder, ...cut })).rejects.toThrow('has a vector of 7 dimensions')
    expect((await run({ embedder })).published).toBe(true)
    await embedder!.close()
  })
})

/** The question after the bridge loses its article. */
function spoil(): void {
  corpus.write('bridge.md', '# بازار ماهی بوشهر\n\nقیمت ماهی در بازار بوشهر این هفته بالا رفت.\n')
}

describe('golden questions', () => {
  const golden = [
    { question: 'پل تازه‌ی اهواز چه روزی باز شد؟', articles: ['bridge'] },
    { question: 'أين هطلت الأمطار الغزيرة؟', articles: ['rain', 'other'], lang: 'ar' },
  ]
  it('hold back a generation that answers fewer of them, name those, and let it be forced', async () => {
    await run({ golden })
    const before = contentOf(corpus.database)
    spoil()
    for (let time = 0; time < 2; time++) {
      const failure = await run({ golden }).catch((error: unknown) => error)
      expect(failure).toMatchObject({ code: 'VERIFICATION_FAILED' })
      const { message } = failure as Error
      expect(message).toContain('1 of 2')
      expect(message).toContain(golden[0]!.question)
      expect(message).not.toContain(golden[1]!.question)
      expect(message).toContain('--force')
      expect(contentOf(corpus.database)).toEqual(before)
    }
    expect(await run({ golden, force: true })).toMatchObject({
      published: true,
      articles: { changed: 1, unchanged: 1 },
    })
  })

  it('let pass what answers as many, also when none was answered before', async () => {
    spoil()
    await run({ golden })
    corpus.write(
      'rain.md',
      '# أمطار على صور\n\nهطلت أمطار غزيرة على صور، وغمرت المياه سوقها القديمة.\n',
    )
    expect((await run({ golden })).published).toBe(true)
    expect((await run({ golden })).published).toBe(false)
  })

  it('hold nothing back once the articles are mended', async () => {
    await run({ golden })
    const before = contentOf(corpus.database)
    const whole =
      '# پل تازه‌ی اهواز\n\nپل تازه‌ی اهواز روز دوشنبه ۳ مهر ۱۴۰۲ با حضور شهردار باز شد.\n'
    spoil()
    await expect(run({ golden })).rejects.toMatchObject({ code: 'VERIFICATION_FAILED' })
    corpus.write('bridge.md', whole)
    await run({ golden })
    expect(contentOf(corpus.database)).toEqual(before)
  })
})
