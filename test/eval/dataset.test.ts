import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readDataset } from '../../core/eval/dataset.ts'
import { evaluateDataset } from '../../core/eval/evaluate-dataset.ts'
import { openThrowawayIndex } from '../../core/eval/throwaway-index.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rawi-dataset-'))
  mkdirSync(join(folder, 'qrels'))
  const corpus = [
    {
      _id: 'bridge',
      title: '',
      text: 'افتُتح الجسر الجديد في المدينة عام 2018 بحضور رئيس البلدية سمير الخطيب.',
    },
    {
      _id: 'harvest',
      title: '',
      text: 'بلغ محصول القمح هذا الموسم تسعة آلاف طن، وهو الأعلى منذ عشر سنوات.',
    },
  ]
  const queries = [
    { _id: 'q1', text: 'كم بلغ محصول القمح هذا الموسم؟' },
    { _id: 'q2', text: 'من حضر افتتاح الجسر الجديد؟' },
    { _id: 'unjudged', text: 'ما الخبر؟' },
  ]
  writeFileSync(join(folder, 'corpus.jsonl.gz'), gzipSync(lines(corpus)))
  writeFileSync(join(folder, 'queries.jsonl'), lines(queries))
  writeFileSync(
    join(folder, 'qrels', 'test.tsv'),
    'query-id\tcorpus-id\tscore\nq1\tharvest\t1\nq2\tbridge\t1\n',
  )
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function lines(rows: readonly object[]): string {
  return `${rows.map((row) => JSON.stringify(row)).join('\n')}\n`
}

describe('readDataset', () => {
  it('reads plain and gzipped files, and keeps the judged questions', () => {
    const { documents, queries, answers, unanswerable } = readDataset(folder)
    expect(documents.map(({ id }) => id)).toEqual(['bridge', 'harvest'])
    expect(queries.map(({ id }) => id)).toEqual(['q1', 'q2'])
    expect(answers.size).toBe(0)
    expect(unanswerable).toEqual([])
  })

  it('names the file that is missing', () => {
    rmSync(join(folder, 'queries.jsonl'))
    expect(() => readDataset(folder)).toThrow(/queries\.jsonl .*missing/u)
  })

  it('names the line that cannot be read', () => {
    writeFileSync(join(folder, 'queries.jsonl'), '{"_id":"q1","text":"x"}\n{"_id":\n')
    expect(() => readDataset(folder)).toThrow(/queries\.jsonl, line 2 /u)
  })
})

describe('evaluateDataset', () => {
  it('ranks over an index of the set, and counts gold answers and refusals', async () => {
    writeFileSync(join(folder, 'answers.jsonl'), lines([{ _id: 'q1', answer: 'تسعة آلاف طن' }]))
    writeFileSync(
      join(folder, 'unanswerable.jsonl'),
      lines([{ _id: 'u1', text: 'ما عاصمة البرازيل وكم عدد سكانها؟' }]),
    )
    const dataset = readDataset(folder)
    const { documents } = dataset
    const index = await openThrowawayIndex({
      corpus: { documents },
      embedder: null,
      now: () => new Date('2026-01-01T00:00:00Z'),
    })
    try {
      const figures = await evaluateDataset(
        { engine: index.engine, embedder: null },
        dataset,
        'lexical',
      )
      expect(figures).toMatchObject({ queries: 2, ndcg10: 1, p1: 1, recall100: 1 })
      expect(figures.answers).toMatchObject({ questions: 1, inChosen: 1 })
      expect(figures.unanswerable).toEqual({ questions: 1, refused: 1 })
      expect(figures.run.map((line) => line.split(' ').slice(0, 4).join(' '))).toContain(
        'q1 Q0 harvest 1',
      )
    } finally {
      await index.close()
    }
  })
})
