import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { countRecords, sampleRecords } from '../../scripts/bench/sample-records.ts'
import { runScript } from './run-script.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rawi-bench-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const towns = ['صور', 'عدن', 'حلب', 'تدمر', 'نابلس', 'طنجة', 'صنعاء', 'وهران']
const records = towns.map((town, at) =>
  JSON.stringify({
    id: `t${at}`,
    title: `سوق ${town}`,
    text: `فتح سوق ${town} أبوابه صباح اليوم.`,
  }),
)

describe('sampleRecords', () => {
  it('takes as many records as are wanted, spread over all files', async () => {
    writeFileSync(join(folder, 'a.jsonl'), records.slice(0, 3).join('\n'))
    writeFileSync(join(folder, 'b.jsonl.gz'), gzipSync(`${records.slice(3).join('\n')}\n\n`))
    expect(await countRecords(folder)).toBe(8)
    const path = join(folder, 'sample.txt')
    for (const [wanted, taken] of [
      [4, [1, 3, 5, 7]],
      [3, [2, 5, 7]],
      [8, [0, 1, 2, 3, 4, 5, 6, 7]],
    ] as const) {
      await sampleRecords(folder, 8, wanted, path)
      const lines = readFileSync(path, 'utf8').trim().split('\n')
      expect(lines).toEqual(taken.map((at) => records[at]))
    }
  })

  it('says so where there is nothing to take', async () => {
    await expect(countRecords(folder)).rejects.toMatchObject({ code: 'CORPUS_UNREADABLE' })
  })
})

describe('npm run bench -- scale', () => {
  it('measures each size once, and what is served is what was indexed', async () => {
    writeFileSync(join(folder, 'towns.jsonl'), records.join('\n'))
    const { code, stdout } = await runScript('bench', [
      'scale',
      '--articles',
      folder,
      '--sizes',
      '4,100,200',
      '--json',
    ])
    expect(code).toBe(0)
    const { rows } = JSON.parse(stdout) as { rows: Record<string, number>[] }
    expect(rows.map(({ articles, passages }) => [articles, passages])).toEqual([
      [4, 4],
      [8, 8],
    ])
    for (const row of rows) {
      expect(row['firstSeconds']).toBeGreaterThan(0)
      expect(row['p95Ms']).toBeGreaterThanOrEqual(row['p50Ms']!)
    }
  }, 120_000)
})

describe('npm run bench -- expand', () => {
  it('tells what translations add, over as many articles as are asked for', async () => {
    writeFileSync(join(folder, 'towns.jsonl'), records.join('\n'))
    const args = ['expand', '--articles', folder, '--sizes', '5', '--json']
    const { code, stdout } = await runScript('bench', args)
    expect(code).toBe(0)
    const [row] = (JSON.parse(stdout) as { rows: Expanded[] }).rows
    expect(row).toMatchObject({ articles: 5, passages: 5 })
    for (const { byClock, processorMeanMs } of [row!.new, row!.again]) {
      expect(byClock.p95Ms).toBeGreaterThanOrEqual(byClock.p50Ms)
      expect(processorMeanMs.with).toBeGreaterThan(processorMeanMs.without)
    }
  }, 120_000)
})

interface Expanded {
  readonly new: ExpandedCost
  readonly again: ExpandedCost
}

interface ExpandedCost {
  readonly byClock: { readonly p50Ms: number; readonly p95Ms: number }
  readonly processorMeanMs: { readonly without: number; readonly with: number }
}
