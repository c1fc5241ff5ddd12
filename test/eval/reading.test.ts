import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { areaUnderCurve, wordsShared } from '../../core/eval/evaluate-reading.ts'
import { runScript } from '../scripts/run-script.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rawi-reading-'))
})
afterEach(() => rm(folder, { recursive: true }))

const context = 'کشتی مسافربری ساعت هشت صبح از بندر انزلی راهی باکو شد و ۱۴۲ مسافر داشت.'
const rows = [
  { context, question: 'کشتی چند مسافر داشت؟', answers: ['142', '۱۴۲ مسافر'] },
  { context, question: 'کشتی از کجا راهی باکو شد؟', answers: ['بندر انزلی'] },
  { context, question: 'حقوق ناخدا چقدر است؟', answers: [] },
]

describe('wordsShared', () => {
  it('compares words by their folded letters, without articles', () => {
    expect(wordsShared('الْكِتاب', 'کتاب')).toBe(1)
    expect(wordsShared('the Kremlin', 'kremlin')).toBe(1)
    expect(wordsShared('۱۴۲ مسافر', '142')).toBeCloseTo(2 / 3)
    expect(wordsShared('', 'باکو')).toBe(0)
  })

  it('counts a word as often as both hold it', () => {
    expect(wordsShared('باکو باکو', 'باکو')).toBeCloseTo(2 / 3)
  })
})

describe('areaUnderCurve', () => {
  it('counts the pairs in order, and equal ones half', () => {
    expect(areaUnderCurve([3, 1], [1, 0])).toBe(7 / 8)
    expect(areaUnderCurve([1], [])).toBeNull()
  })
})

describe('eval --reading', () => {
  it('prints the figures of a plain or packed file as one document', async () => {
    const text = rows.map((row) => JSON.stringify(row)).join('\n')
    await writeFile(join(folder, 'a.jsonl'), text)
    await writeFile(join(folder, 'b.jsonl.gz'), gzipSync(text))
    const [plain, packed] = await Promise.all(
      ['a.jsonl', 'b.jsonl.gz'].map((file) =>
        runScript('eval', ['--reading', join(folder, file), '--json']),
      ),
    )
    expect(plain!.stderr).toBe('')
    const figures = JSON.parse(plain!.stdout)
    expect(figures).toMatchObject({ questions: 3, answerable: 2, noAnswerAuc: 1, refusedAt8: 1 })
    expect(figures.f1).toBeGreaterThan(0.5)
    expect(packed!.stdout).toBe(plain!.stdout)
  })

  it('says what is wrong with a file or a reader', async () => {
    const path = join(folder, 'a.jsonl')
    await writeFile(path, '{"context":"x"}\n')
    const [shapeless, missing, broken] = await Promise.all([
      runScript('eval', ['--reading', path]),
      runScript('eval', ['--reading', join(folder, 'none.jsonl.gz')]),
      runScript('eval', ['--reading', path, '--reader', folder]),
    ])
    expect(shapeless).toMatchObject({ code: 1, stderr: expect.stringContaining('line 1') })
    expect(missing).toMatchObject({ code: 1, stderr: expect.stringContaining('none.jsonl.gz') })
    expect(broken.code).toBe(1)
  })
})
