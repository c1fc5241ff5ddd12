import Database from 'better-sqlite3'
import { once } from 'node:events'
import { closeSync, openSync, statSync, writeSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { parseConfig } from '../../bot/config.ts'
import { acquireRunLock, journalOf, openInbox } from '../../core/store/index.ts'
import { checkFiles } from '../../scripts/doctor/files.ts'
import { checkClock, checkFreshness, checkNode } from '../../scripts/doctor/machine.ts'
import { checkTelegram } from '../../scripts/doctor/telegram.ts'
import { BotApiServer } from '../bot-api/index.ts'
import { createCorpusFolder, type CorpusFolder } from '../reindex/corpus-folder.ts'
import { writeTinyModel } from '../semantic/tiny-model.ts'
import { runScript } from './run-script.ts'

// Every case starts processes, which a busy machine is slow at.
vi.setConfig({ testTimeout: 120_000 })

let corpus: CorpusFolder
beforeEach(() => {
  corpus = createCorpusFolder()
  corpus.write('dam.md', '# سد کرخه\n\nآب پشت سد کرخه پس از باران‌های بهاری بالا آمد.\n')
})
afterEach(() => corpus.destroy())

const args = () => ['--articles', corpus.folder, '--db', corpus.database]
const reindex = () => runScript('reindex', args())

async function examine(env: Record<string, string> = {}) {
  const { code, stdout, stderr } = await runScript('doctor', [...args(), '--json'], { env })
  const report = JSON.parse(stdout) as {
    healthy: boolean
    findings: { check: string; state: string; detail: string }[]
  }
  const problems = report.findings.filter(({ state }) => state === 'problem')
  expect(report.healthy).toBe(problems.length === 0)
  expect(code).toBe(report.healthy ? 0 : 1)
  return { ...report, problems, output: stdout + stderr }
}

describe('npm run doctor', () => {
  it('finds an index that was just built healthy, and says so to people line by line', async () => {
    await reindex()
    const { code, stdout, stderr } = await runScript('doctor', args())
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' })
    for (const check of ['node', 'model', 'index', 'fingerprint', 'articles', 'disk', 'clock']) {
      expect(stderr).toMatch(new RegExp(`^[✓·] ${check}: `, 'm'))
    }
  })

  it('says how to build an index where there is none', async () => {
    const { problems } = await examine()
    expect(problems).toMatchObject([{ check: 'index' }])
    expect(problems[0]!.detail).toContain(`npm run reindex -- --db "${corpus.database}"`)
  })

  it('finds articles that changed since', async () => {
    await reindex()
    corpus.write('dam.md', '# سد کرخه\n\nآب پشت سد کرخه پایین رفت.\n')
    corpus.write('new.txt', 'وصل أول قطار إلى محطة حلب بعد سنوات من التوقف.')
    const { problems } = await examine()
    expect(problems).toMatchObject([
      { check: 'articles', detail: expect.stringContaining('1 articles are new, 1 changed') },
    ])
  })

  it('finds an index made without the model that is set', async () => {
    await reindex()
    const model = join(corpus.folder, '..', 'model')
    await writeTinyModel(model, { output: 'pooled' })
    const { problems } = await examine({ EMBEDDING_MODEL: model })
    expect(problems.map(({ check }) => check)).toContain('fingerprint')
  })

  it('finds a damaged model', async () => {
    await reindex()
    const model = join(corpus.folder, '..', 'model')
    const sha256 = { 'tokenizer.json': '0'.repeat(64) }
    await writeTinyModel(model, { output: 'pooled', card: { sha256 } })
    const { problems } = await examine({ EMBEDDING_MODEL: model })
    expect(problems).toMatchObject([{ check: 'model', detail: expect.stringContaining('damaged') }])
  })

  it('finds a damaged page in the middle of the index', async () => {
    for (let n = 0; n < 50; n++) corpus.write(`${n}.txt`, `خبر رقم ${n}. `.repeat(200))
    await reindex()
    const size = statSync(corpus.database).size
    const file = openSync(corpus.database, 'r+')
    for (let page = 4096 * 10; page < size; page += 4096 * 10) {
      writeSync(file, Buffer.alloc(64, 0xff), 0, 64, page)
    }
    closeSync(file)
    const { problems } = await examine()
    expect(problems[0]).toMatchObject({ check: 'index' })
    expect(problems[0]!.detail).toContain(`mv "${corpus.database}"`)
  })

  it('finds an article that is no longer what was read, and what mends it', async () => {
    await reindex()
    const sqlite = new Database(corpus.database)
    sqlite.exec("update texts set text = replace(text, 'بالا', 'والا')")
    sqlite.close()
    const found = (await examine()).findings.find(({ check }) => check === 'texts')
    expect(found).toMatchObject({ state: 'problem', detail: expect.stringContaining('"dam"') })
    await reindex()
    expect((await examine()).healthy).toBe(true)
  })

  it('asks Telegram about a token that is set, and never tells the token', async () => {
    const api = await BotApiServer.start()
    const { token, apiRoot } = api
    try {
      await reindex()
      const env = { TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: apiRoot }
      const { findings } = await examine(env)
      expect(findings).toContainEqual({
        check: 'telegram',
        state: 'ok',
        detail: '@rawi_test_bot is known, 3 updates wait for it',
      })
      const other = `123456789:${'AAEsecret_'.repeat(4).slice(0, 35)}`
      const unknown = await examine({ ...env, TELEGRAM_BOT_TOKEN: other })
      expect(unknown.problems).toMatchObject([
        { check: 'telegram', detail: expect.stringContaining('does not know') },
      ])
      expect(unknown.output).not.toContain('AAEsecret')
    } finally {
      await api.close()
    }
    const gone = await examine({ TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: apiRoot })
    expect(gone.problems).toMatchObject([
      { check: 'telegram', detail: expect.stringContaining('TELEGRAM_API_ROOT') },
    ])
    expect(gone.output).not.toContain(token.split(':')[1])
  })

  it('finds a webhook that takes the updates away', async () => {
    const results = {
      getMe: { id: 1, is_bot: true, first_name: 'Rawi', username: 'rawi_test_bot' },
      getWebhookInfo: { url: 'https://other.example.org/hook', pending_update_count: 0 },
    }
    const api = createServer((request, response) => {
      const method = request.url?.split('/').at(-1) as keyof typeof results
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify({ ok: true, result: results[method] }))
    }).listen(0, '127.0.0.1')
    await once(api, 'listening')
    const config = parseConfig({
      TELEGRAM_BOT_TOKEN: `123456789:${'AAEsecret_'.repeat(4).slice(0, 35)}`,
      TELEGRAM_API_ROOT: `http://127.0.0.1:${(api.address() as AddressInfo).port}`,
    })
    const finding = await checkTelegram(config)
    api.close()
    api.closeAllConnections()
    expect(finding).toMatchObject({
      check: 'telegram',
      state: 'problem',
      detail: expect.stringContaining('other.example.org'),
    })
  })
})

describe('checkFiles', () => {
  const now = new Date('2026-06-20T12:00:00Z')
  const found = async (check: string) =>
    (await checkFiles(corpus.database, join(corpus.folder, '..', 'backups'), now)).find(
      (finding) => finding.check === check,
    )

  beforeEach(() => corpus.write('../var/notes.txt', ''))

  it('tells of a run that is at work', async () => {
    expect(await found('lock')).toMatchObject({ state: 'ok' })
    const lock = acquireRunLock(corpus.database)
    expect(await found('lock')).toMatchObject({ state: 'note' })
    lock.release()
    expect(await found('lock')).toMatchObject({ state: 'ok' })
  })

  it('tells how many updates wait, and why some were given up', async () => {
    expect(await found('inbox')).toBeUndefined()
    const inbox = openInbox<string>(journalOf(corpus.database), {
      clock: () => now.getTime(),
      mostWaiting: 5,
    })
    inbox.take([1, 2, 3].map((id) => ({ updateId: id, chat: id, person: id, update: 'سد کرخه' })))
    const waits = '3 updates of Telegram wait for their answers, the oldest since 2026-06-20T12:00'
    expect(await found('inbox')).toMatchObject({
      state: 'ok',
      detail: expect.stringContaining(waits),
    })
    inbox.end(1, 'Bad Request: TOPIC_CLOSED')
    inbox.end(2, null)
    inbox.close()
    expect(await found('inbox')).toMatchObject({
      state: 'note',
      detail: expect.stringMatching(
        /^1 updates.* 1 of the last week.*: Bad Request: TOPIC_CLOSED$/,
      ),
    })
  })

  it.each([
    ['var/index.db.restoring', 'note', 'cut off'],
    ['var/index.db.words.next', 'note', 'cut off'],
    ['backups/rawi-2026.partial/index.db', 'note', 'cut off'],
    ['var/index.db.before-2026-06-01T10-00-00-000Z', 'note', 'Put aside'],
    ['var/index.db-wal', 'ok', 'No command'],
    ['var/index.db.words', 'ok', 'No command'],
  ])('of a file %s makes %s', async (name, state, said) => {
    corpus.write(`../${name}`, '')
    expect(await found('leftovers')).toMatchObject({
      state,
      detail: expect.stringContaining(said),
    })
  })

  it.each([
    ['2026-06-19T12:00:00.000Z', 'ok', '2026-06-19'],
    ['2026-06-01T12:00:00.000Z', 'note', '19 days old'],
    [null, 'note', 'npm run backup'],
  ])('of a newest backup of %s makes %s', async (createdAt, state, said) => {
    const file = { bytes: 1, sha256: '0'.repeat(64), schemaVersion: 1 }
    const counts = { generation: 1, publishedAt: null, articles: 1, passages: 1 }
    const manifest = { format: 1, createdAt, ...counts, index: file, journal: null }
    corpus.write('../backups/one/manifest.json', manifest)
    corpus.write('../backups/none/manifest.json', 'no manifest')
    expect(await found('backup')).toMatchObject({ state, detail: expect.stringContaining(said) })
  })

  it('finds a damaged journal', async () => {
    corpus.write('../var/journal.db', 'این فایل پایگاه داده نیست. '.repeat(100))
    expect(await found('journal')).toMatchObject({ state: 'problem' })
  })
})

describe('checkFreshness', () => {
  const now = new Date('2026-06-20T12:00:00Z')
  it.each([
    ['2026-06-19', 'ok', '1 days ago'],
    ['2025-06-19', 'note', '366 days ago'],
    [null, 'note', 'no article states its date'],
  ])('of a newest article of %s makes %s', (newestArticle, state, said) => {
    const finding = checkFreshness(now, { publishedAt: '2026-06-20T06:00:00.000Z', newestArticle })
    expect(finding).toMatchObject({ state, detail: expect.stringContaining(said) })
  })
})

describe('checkNode', () => {
  it.each([
    ['24.21.0', 'ok'],
    ['25.0.0', 'ok'],
    ['20.20.0', 'problem'],
  ])('calls Node %s %s', (version, state) => {
    expect(checkNode(version).state).toBe(state)
  })
})

describe('checkClock', () => {
  it.each([
    ['2027-01-01T00:00:00.000Z', '2026-12-31T00:00:00.000Z', 'ok'],
    ['2027-01-01T00:00:00.000Z', null, 'ok'],
    ['2026-12-30T00:00:00.000Z', '2026-12-31T00:00:00.000Z', 'problem'],
    ['1970-01-01T00:00:00.000Z', null, 'problem'],
  ])('at %s, with an index of %s, says %s', (now, publishedAt, state) => {
    expect(checkClock(new Date(now), publishedAt).state).toBe(state)
  })
})
