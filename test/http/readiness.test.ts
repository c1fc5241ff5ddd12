import { cpSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Archive } from '../../core/archive.ts'
import { openArchiveProcess } from '../../core/library/index.ts'
import { reindex } from '../../core/reindex/index.ts'
import { serve, type Served } from './serve.ts'

let folder: string
let database: string
let archive: Archive
let served: Served

async function index(path: string, articles: Record<string, string>): Promise<void> {
  const texts = mkdtempSync(join(folder, 'texts-'))
  for (const [name, text] of Object.entries(articles)) writeFileSync(join(texts, name), text)
  await reindex({
    folders: [texts],
    database: path,
    embedder: null,
    now: () => new Date('2026-11-22T20:00:00Z'),
  })
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rawi-ready-'))
  mkdirSync(join(folder, 'مجلد سري'))
  database = join(folder, 'مجلد سري', 'my index.db')
  await index(database, {
    'a.txt': 'ميناء الساحل\n\nأُغلق ميناء الساحل يوم الجمعة بعد عاصفة شديدة ضربت المدينة.',
  })
})
afterEach(async () => {
  await served.close(500)
  await archive.close()
  rmSync(folder, { recursive: true })
})

async function start(
  options: Partial<Parameters<typeof openArchiveProcess>[0]> = {},
): Promise<void> {
  archive = await openArchiveProcess({ database, embedding: null, ...options })
  served = await serve(archive)
  await archive.status().catch(() => undefined)
}

interface Ready {
  readonly status: number
  readonly ready: boolean
  readonly articles?: number
  readonly state?: string
  readonly mode?: string
  readonly modeReason?: string
}

/** Once nothing opens any more. */
async function readiness(): Promise<Ready> {
  const response = await fetch(`${served.address}/readyz`)
  const body = await response.text()
  tellsNoPath(body)
  const told = JSON.parse(body) as Omit<Ready, 'status'>
  return told.state === 'opening' ? readiness() : { status: response.status, ...told }
}

function tellsNoPath(body: string): void {
  for (const part of [folder, tmpdir(), 'مجلد سري', 'my index', process.cwd()])
    expect(body).not.toContain(part)
}

async function everyAnswerTellsNoPath(): Promise<void> {
  for (const path of [
    '/v1/sources',
    '/v1/articles/a',
    '/articles/a',
    '/readyz',
    '/healthz',
    '/metrics',
    '/none',
  ])
    tellsNoPath(await (await fetch(`${served.address}${path}`)).text())
  tellsNoPath(await (await served.ask({ question: 'متى أُغلق ميناء الساحل؟' })).text())
  tellsNoPath(await (await served.ask('{"question":')).text())
}

describe('GET /readyz over a real index', { timeout: 60_000 }, () => {
  it('fails once the database is gone, and holds again when it is back', async () => {
    await start()
    expect(await readiness()).toMatchObject({ status: 200, ready: true, articles: 1 })
    renameSync(database, `${database}.away`)
    expect(await readiness()).toMatchObject({ status: 503, ready: false, state: 'failed' })
    await everyAnswerTellsNoPath()
    renameSync(`${database}.away`, database)
    expect(await readiness()).toMatchObject({ status: 200, ready: true })
  })

  it.each([
    ['no database', (path: string) => writeFileSync(path, 'no database at all, but a note')],
    ['nothing', (path: string) => writeFileSync(path, '')],
  ])('fails once %s lies in its place', async (_, write) => {
    await start()
    expect(await readiness()).toMatchObject({ status: 200 })
    rmSync(database)
    write(database)
    expect(await readiness()).toMatchObject({ status: 503, ready: false, state: 'failed' })
    await everyAnswerTellsNoPath()
  })

  it('fails once the file itself is overwritten', async () => {
    await start()
    expect(await readiness()).toMatchObject({ status: 200 })
    writeFileSync(database, 'overwritten')
    expect(await readiness()).toMatchObject({ status: 503, ready: false, state: 'failed' })
    await everyAnswerTellsNoPath()
  })

  it('serves another whole index that is put in its place', async () => {
    const other = join(folder, 'other.db')
    await index(other, {
      'a.txt': 'ميناء الساحل\n\nفُتح ميناء الساحل يوم الأحد بعد أن هدأت العاصفة وعادت السفن.',
      'b.txt': 'سوق السمك\n\nعاد باعة السمك إلى السوق القديم صباح الاثنين في المدينة.',
    })
    await start()
    expect(await readiness()).toMatchObject({ status: 200, articles: 1 })
    for (const end of ['-wal', '-shm']) rmSync(`${database}${end}`, { force: true })
    cpSync(other, `${database}.new`)
    renameSync(`${database}.new`, database)
    expect(await readiness()).toMatchObject({ status: 200, articles: 2 })
  })

  it('tells that the model cannot be used, but not where it lies', async () => {
    const model = join(folder, 'مجلد سري', 'model')
    mkdirSync(model)
    await start({ embedding: { model, cacheFolder: folder, hub: 'http://127.0.0.1:9/' } })
    const told = await readiness()
    expect(told).toMatchObject({ status: 200, mode: 'keyword-only' })
    expect(told.modeReason).toContain('model')
    await everyAnswerTellsNoPath()
  })

  it('tells of a first start without an index, but not where it was looked for', async () => {
    rmSync(database)
    await start()
    expect(await readiness()).toMatchObject({ status: 503, ready: false, state: 'failed' })
    await everyAnswerTellsNoPath()
  })
})
