import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { AnswerDocument } from '../../core/answer/document.ts'
import { judgeAsked, type AskedQuestion } from '../../core/eval/evaluate-asked.ts'
import { createCorpusFolder, type CorpusFolder } from '../reindex/corpus-folder.ts'
import { runScript } from '../scripts/run-script.ts'

vi.setConfig({ testTimeout: 120_000 })

const question = (needle: string | null): AskedQuestion => ({
  id: 'q',
  q: 'کشتی چند مسافر داشت؟',
  articles: ['ferry'],
  needle,
})

const document = (...quotes: readonly (readonly [string, string])[]): AnswerDocument =>
  ({
    verdict: quotes.length === 0 ? 'refusal' : 'answer',
    citations: quotes.map(([articleId, quote]) => ({ articleId, quote })),
  }) as unknown as AnswerDocument

describe('judgeAsked', () => {
  const right = ['ferry', 'کشتی ۱۴۲ مسافر داشت.'] as const
  const wrong = ['bread', 'در نانوایی ۱۴۲ نفر بودند.'] as const

  it.each([
    ['first', [right]],
    ['later', [wrong, right]],
    ['wrong', [wrong]],
    ['refused', []],
  ] as const)('says %s', (judged, quotes) => {
    expect(judgeAsked(question('142 مسافر'), document(...quotes))).toBe(judged)
  })

  it('reads needles and quotes in one spelling', () => {
    const quote = ['ferry', 'كشتی مي‌رفت با ١٤٢ مسافِر.'] as const
    expect(judgeAsked(question('می ?رفت.*142 مسافر'), document(quote))).toBe('first')
  })

  it('takes any answer for wrong where there is none', () => {
    expect(judgeAsked(question(null), document(right))).toBe('answered')
    expect(judgeAsked(question(null), document())).toBe('refused')
  })
})

describe('eval --asked', () => {
  let corpus: CorpusFolder
  beforeEach(async () => {
    corpus = createCorpusFolder()
    corpus.write('ferry.md', '# کشتی باکو\n\nکشتی بندر انزلی با ۱۴۲ مسافر راهی باکو شد.\n')
    corpus.write(
      'bread.md',
      '# أسعار الخبز\n\nرفع خبازو القاهرة سعر الرغيف بنسبة ثلاثين في المئة.\n',
    )
    await corpus.reindex()
  })
  afterEach(() => corpus.destroy())

  it('asks an index that is there, follow-ups after their question', async () => {
    const file = join(corpus.folder, '..', 'asked.jsonl')
    const lines = [
      { id: 'a', q: 'کشتی انزلی چند مسافر داشت؟', articles: ['ferry'], needle: '142' },
      {
        id: 'b',
        before: 'کشتی انزلی چند مسافر داشت؟',
        q: 'و راهی کجا شد؟',
        articles: ['ferry'],
        needle: 'باکو',
      },
      { id: 'c', q: 'Who won the chess final in Oslo?', articles: [], needle: null },
    ]
    writeFileSync(file, lines.map((line) => JSON.stringify(line)).join('\n'))
    const { stdout } = await runScript('eval', [
      '--asked',
      file,
      '--db',
      corpus.database,
      '--reader',
      'none',
      '--json',
    ])
    expect(JSON.parse(stdout)).toMatchObject({
      answerable: 2,
      right: 2,
      first: 2,
      wronglyRefused: 0,
      unanswerable: 1,
      refused: 1,
      spansRight: 0,
    })
  })

  it('names the line that is no question', async () => {
    const file = join(corpus.folder, '..', 'asked.jsonl')
    writeFileSync(file, '{"id":"a","q":"چه شد؟","articles":[],"needle":"("}\n')
    const { code, stderr } = await runScript('eval', ['--asked', file, '--db', corpus.database])
    expect({ code, stderr }).toMatchObject({ code: 1, stderr: expect.stringContaining('line 1') })
  })
})
