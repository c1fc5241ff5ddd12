import { closeSync, openSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { checkClock, checkNode } from '../../scripts/doctor/machine.ts'
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

  it('tells that a token is set, and never the token', async () => {
    const token = `123456789:${'AAEsecret_'.repeat(4).slice(0, 35)}`
    const { findings, output } = await examine({ TELEGRAM_BOT_TOKEN: token })
    expect(findings).toContainEqual({
      check: 'telegram',
      state: 'ok',
      detail: 'TELEGRAM_BOT_TOKEN is set',
    })
    expect(output).not.toContain('AAEsecret')
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
