/** An index whose ledger notes files with what others hold, as an earlier version could leave it. */
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { contentOf, createCorpusFolder, type CorpusFolder } from './corpus-folder.ts'

let corpus: CorpusFolder
beforeEach(() => {
  corpus = createCorpusFolder()
  for (const name of ['bridge', 'dam', 'ferry', 'rain'])
    corpus.write(`${name}.md`, `# خبر ${name}\n\nكتبت الصحيفة عن ${name} صباح الأحد.\n`)
  corpus.write('lines.jsonl', '{"id":"one","text":"خبر أول."}\n{"id":"two","text":"خبر ثان."}')
})
afterEach(() => corpus.destroy())

/** Long after the files were written, so that their stamps tell. */
const later = () => new Date(Date.now() + 60_000)

interface FileRow {
  readonly path: string
  readonly hash: string
  readonly outcome: string
}

function damage(change: (rows: ReadonlyMap<string, FileRow>) => Iterable<FileRow>): void {
  const sqlite = new Database(corpus.database)
  const rows = sqlite.prepare<[], FileRow>('select path, hash, outcome from files').all()
  const named = new Map(rows.map((row) => [row.path.split('/').at(-1)!, row]))
  for (const { path, hash, outcome } of change(named))
    sqlite.prepare('update files set hash = ?, outcome = ? where path = ?').run(hash, outcome, path)
  sqlite.close()
}

const noted = () => {
  const sqlite = new Database(corpus.database, { readonly: true })
  const rows = sqlite
    .prepare<[], FileRow>('select path, outcome from files where died is null order by path')
    .all()
  sqlite.close()
  return rows.map(({ path, outcome }) => [path, JSON.parse(outcome)])
}

const swapped = (rows: ReadonlyMap<string, FileRow>, ...names: string[]): FileRow[] =>
  names.map((name, at) => ({
    ...rows.get(names[(at + 1) % names.length]!)!,
    path: rows.get(name)!.path,
  }))

describe('reindex of a damaged ledger', () => {
  it.each([
    ['two files were noted for each other', 2, ['bridge.md', 'dam.md']],
    ['three files were noted in a ring', 3, ['bridge.md', 'ferry.md', 'rain.md']],
    ['a file of lines was noted for another', 2, ['lines.jsonl', 'dam.md']],
  ])('finds that %s, mends it and says so', async (_, repaired, names) => {
    await corpus.reindex({ now: later })
    const before = { noted: noted(), content: contentOf(corpus.database) }
    damage((rows) => swapped(rows, ...names))
    const report = await corpus.reindex({ now: later })
    expect(report).toMatchObject({ repaired, articles: { total: 6, removed: 0 } })
    expect(report.warnings.join(' ')).toContain(`${repaired} files were noted`)
    expect({ noted: noted(), content: contentOf(corpus.database) }).toEqual(before)
    corpus.remove(names[1]!)
    await corpus.reindex({ now: later })
    expect(contentOf(corpus.database).articles).toHaveLength(5)
    expect(await corpus.reindex({ now: later })).toMatchObject({ repaired: 0, warnings: [] })
  })

  it('reads all anew where rows and ledger do not agree', async () => {
    await corpus.reindex({ now: later })
    const before = contentOf(corpus.database)
    const sqlite = new Database(corpus.database)
    sqlite.pragma('foreign_keys = ON')
    sqlite.exec("delete from articles where id = 'rain'")
    sqlite.close()
    const { warnings } = await corpus.reindex({ now: later })
    expect(warnings).toMatchObject([expect.stringContaining('"rain" is noted and not stored')])
    expect(contentOf(corpus.database)).toEqual(before)
  })

  it('says nothing of files that were changed by people', async () => {
    await corpus.reindex({ now: later })
    corpus.write('lines.jsonl', '{"id":"two","text":"خبر ثان."}')
    corpus.write('more.jsonl', '{"id":"one","text":"خبر أول."}')
    expect(await corpus.reindex({ now: later })).toMatchObject({ repaired: 0, warnings: [] })
  })
})
