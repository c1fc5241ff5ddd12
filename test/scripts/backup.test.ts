import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createIndexWriter, openEmbeddedEngine } from '../../core/engine/index.ts'
import { reindex } from '../../core/reindex/index.ts'
import { acquireRunLock, openInbox, openJournal } from '../../core/store/index.ts'
import { makeBackup } from '../../core/store/backup.ts'
import { restoreBackup } from '../../core/store/restore.ts'
import { contentOf, createCorpusFolder, type CorpusFolder } from '../reindex/corpus-folder.ts'
import { runScript } from './run-script.ts'

// Every case starts processes, which a busy machine is slow at.
vi.setConfig({ testTimeout: 120_000 })

let corpus: CorpusFolder
let folder: string
let journal: string
beforeEach(() => {
  corpus = createCorpusFolder()
  folder = join(corpus.folder, '..', 'backups', 'one')
  journal = join(dirname(corpus.database), 'journal.db')
  corpus.write('dam.md', '# سد کرخه\n\nآب پشت سد کرخه پس از باران‌های بهاری بالا آمد.\n')
})
afterEach(() => corpus.destroy())

const index = () =>
  reindex({
    folders: [corpus.folder],
    database: corpus.database,
    embedder: null,
    now: () => new Date(),
  })
const change = () => corpus.write('dam.md', '# سد کرخه\n\nآب پشت سد کرخه در تابستان پایین رفت.\n')
const to = () => ['--db', corpus.database]
const backup = () => runScript('backup', [folder, ...to(), '--json'])
const restore = (...more: string[]) => runScript('restore', [folder, ...to(), '--json', ...more])

const restoreHere = () =>
  restoreBackup({
    folder,
    database: corpus.database,
    journal,
    replaceJournal: false,
    now: () => new Date(),
  })

function ask(text: string): void {
  const open = openJournal(journal)
  open.noteQuestion({
    askedAt: '2026-01-01T00:00:00.000Z',
    channel: 'command',
    text,
    language: 'fa',
    verdict: 'refusal',
    citedArticleIds: [],
    generation: 1,
    totalMs: 3,
  })
  open.close()
}

function asked(): readonly string[] {
  const open = openJournal(journal)
  const texts = open.recentQuestions(10).map(({ text }) => text)
  open.close()
  return texts
}

const modeOf = (path: string): number => statSync(path).mode & 0o777

describe('npm run backup and npm run restore', () => {
  it('bring index and journal back to where they were, and keep aside what was there', async () => {
    await index()
    ask('آب سد چقدر است؟')
    const before = contentOf(corpus.database)
    const made = await backup()
    expect(made.code).toBe(0)
    expect(JSON.parse(made.stdout)).toMatchObject({ folder, generation: 1, articles: 1 })
    expect(readdirSync(folder).toSorted()).toEqual(['index.db', 'journal.db', 'manifest.json'])
    expect(modeOf(folder)).toBe(0o700)
    for (const name of readdirSync(folder)) expect(modeOf(join(folder, name))).toBe(0o600)

    change()
    await index()
    ask('سد کجاست؟')
    const changed = contentOf(corpus.database)
    const { code, stdout, stderr } = await restore()
    expect(code).toBe(0)
    const { indexAside, journal: kept } = JSON.parse(stdout)
    expect(kept).toBe('kept')
    expect(stderr).toContain(indexAside)
    expect(contentOf(corpus.database)).toEqual(before)
    expect(contentOf(indexAside)).toEqual(changed)
    expect(asked()).toHaveLength(2)

    expect(JSON.parse((await restore('--journal')).stdout)).toMatchObject({ journal: 'restored' })
    expect(asked()).toEqual(['آب سد چقدر است؟'])
    expect((await index()).published).toBe(true)
    expect(contentOf(corpus.database)).toEqual(changed)
  })

  it('restore where nothing is', async () => {
    await index()
    ask('آب سد چقدر است؟')
    await backup()
    const database = join(corpus.folder, '..', 'elsewhere', 'index.db')
    const { code, stdout } = await runScript('restore', [folder, '--db', database, '--json'])
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ indexAside: null, journal: 'restored' })
    expect(contentOf(database)).toEqual(contentOf(corpus.database))
  })

  it('back up what is published while a run writes, and leave that run alone', async () => {
    await index()
    const before = contentOf(corpus.database)
    const writer = createIndexWriter({
      database: corpus.database,
      embedder: null,
      pipeline: 'one',
      now: () => new Date(),
    })
    writer.remove('dam')
    const made = makeBackup({ database: corpus.database, journal, folder, now: () => new Date() })
    writer.commit()
    await made
    expect(contentOf(join(folder, 'index.db'))).toEqual(before)
    writer.publish()
    writer.close()
    expect(contentOf(corpus.database).articles).toEqual([])
  })

  it('take no update along that waits for its answer', async () => {
    await index()
    const waiting = 'پرسشی که در راه است'
    const inbox = openInbox<string>(journal, { clock: Date.now, mostWaiting: 5 })
    inbox.take([{ updateId: 1, chat: 7, person: 7, update: waiting }])
    await makeBackup({ database: corpus.database, journal, folder, now: () => new Date() })
    const copy = readFileSync(join(folder, 'journal.db'))
    expect(copy.includes(Buffer.from(waiting))).toBe(false)
    expect(inbox.waiting()).toBe(1)
    inbox.close()
  })

  it('are followed by a running server, whose readers notice nothing', async () => {
    await index()
    await backup()
    change()
    await index()
    const engine = openEmbeddedEngine({ database: corpus.database, pollMs: 10 })
    try {
      const second = await engine.snapshot()
      expect(second.info.generation).toBe(2)
      expect((await restore()).code).toBe(0)
      expect((await second.article('dam'))!.text).toContain('پایین رفت')
      await vi.waitFor(
        async () => {
          const snapshot = await engine.snapshot()
          expect(snapshot.info.generation).toBe(1)
          expect((await snapshot.article('dam'))!.text).toContain('بالا آمد')
        },
        { timeout: 10_000 },
      )
      // What is written into the new file is not read through the old one's log.
      await index()
      await vi.waitFor(
        async () => {
          const snapshot = await engine.snapshot()
          expect((await snapshot.article('dam'))!.text).toContain('پایین رفت')
        },
        { timeout: 10_000 },
      )
    } finally {
      await engine.close()
    }
  })

  it('restore nothing while a run is at work', async () => {
    await index()
    await backup()
    const lock = acquireRunLock(corpus.database)
    const { code, stderr } = await restore()
    lock.release()
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: expect.stringContaining('already running'),
    })
  })

  it('replace no journal that is in use', async () => {
    await index()
    ask('آب سد چقدر است؟')
    await backup()
    const open = openJournal(journal)
    const { code, stderr } = await restore('--journal')
    open.close()
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: expect.stringContaining('Stop the server'),
    })
  })

  it.each([
    ['a folder that is not there', () => (folder += '-missing'), 'is no backup'],
    [
      'a folder without a manifest',
      () => writeFileSync(join(folder, 'manifest.json'), ''),
      'is no backup',
    ],
    [
      'a manifest of another shape',
      () => writeFileSync(join(folder, 'manifest.json'), '{"format":1}'),
      'createdAt',
    ],
    [
      'a backup of a newer layout',
      () => writeFileSync(join(folder, 'manifest.json'), '{"format":2}'),
      'newer Rawi',
    ],
    [
      'an index cut short',
      () => truncateSync(join(folder, 'index.db'), 5_000),
      '5000 bytes instead of',
    ],
    ['an index with one wrong byte', () => flip(join(folder, 'index.db')), 'SHA-256'],
  ])('refuse %s and leave all as it was', async (_, spoil, said) => {
    await index()
    await makeBackup({ database: corpus.database, journal, folder, now: () => new Date() })
    change()
    await index()
    const before = contentOf(corpus.database)
    spoil()
    await expect(restoreHere()).rejects.toMatchObject({
      code: 'BACKUP_INVALID',
      message: expect.stringContaining(said),
    })
    expect(contentOf(corpus.database)).toEqual(before)
    expect(
      readdirSync(dirname(corpus.database)).filter((name) => /restoring|before/.test(name)),
    ).toEqual([])
  })

  it('refuse a damaged index though its checksum is right', async () => {
    await index()
    await makeBackup({ database: corpus.database, journal, folder, now: () => new Date() })
    cpSync(join(corpus.folder, 'dam.md'), join(folder, 'index.db'))
    const bytes = readFileSync(join(folder, 'index.db'))
    const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const described = { ...manifest.index, bytes: bytes.length, sha256 }
    writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ ...manifest, index: described }))
    await expect(restoreHere()).rejects.toMatchObject({ code: 'BACKUP_INVALID' })
    expect(contentOf(corpus.database).articles).toHaveLength(1)
  })

  it('back up over nothing, and nothing where no index is', async () => {
    const none = await backup()
    expect({ code: none.code, stderr: none.stderr }).toEqual({
      code: 1,
      stderr: expect.stringContaining('There is no index'),
    })
    expect(existsSync(folder)).toBe(false)
    await index()
    await backup()
    const again = await backup()
    expect({ code: again.code, stderr: again.stderr }).toEqual({
      code: 1,
      stderr: expect.stringContaining('overwrites nothing'),
    })
  })

  it('put a backup without a name into BACKUPS', async () => {
    await index()
    const backups = join(corpus.folder, '..', 'kept')
    const { stdout } = await runScript('backup', [...to(), '--json'], { env: { BACKUPS: backups } })
    expect(readdirSync(backups)).toHaveLength(1)
    expect(JSON.parse(stdout).folder).toContain('kept')
  })
})

function flip(path: string): void {
  const bytes = readFileSync(path)
  bytes[Math.floor(bytes.length / 2)]! ^= 1
  writeFileSync(path, bytes)
}
