import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createCorpusFolder, type CorpusFolder } from '../reindex/corpus-folder.ts'
import { runScript } from './run-script.ts'

// Every case starts processes, which a busy machine is slow at.
vi.setConfig({ testTimeout: 120_000 })

let corpus: CorpusFolder
beforeEach(() => {
  corpus = createCorpusFolder()
})
afterEach(() => corpus.destroy())

const reindex = (...more: string[]) =>
  runScript('reindex', ['--articles', corpus.folder, '--db', corpus.database, ...more])
const report = (...more: string[]) =>
  runScript('reindex', ['--report', '--db', corpus.database, ...more])

describe('npm run reindex -- --report', () => {
  it('names the one bad article in a thousand, of which the others are indexed', async () => {
    const lines = Array.from({ length: 1000 }, (_, n) =>
      JSON.stringify({ id: `n${n}`, text: `هطلت الأمطار على القرية رقم ${n} يوم الاثنين.` }),
    )
    lines[499] = lines[499]!.slice(0, 20)
    const path = corpus.write('news.jsonl', lines.join('\n'))
    const first = await reindex('--json')
    expect(first.code).toBe(3)
    expect(JSON.parse(first.stdout).articles.total).toBe(999)

    const { code, stdout } = await report('--json')
    expect(code).toBe(3)
    const { generation, refused } = JSON.parse(stdout)
    expect({ generation, refused }).toMatchObject({
      generation: 1,
      refused: [{ path, line: 500, reason: 'malformed', detail: expect.any(String) }],
    })
    expect((await report()).stderr).toMatch(/news\.jsonl, line 500: malformed\./)
  })

  it('reads nothing: a mended file stands in it until the next run', async () => {
    corpus.write('snow.md', '# برف در الموت\n\nبرف راه روستاهای الموت را سه روز بست.\n')
    corpus.write('empty.txt', '')
    await reindex()
    corpus.remove('empty.txt')
    expect(await report()).toMatchObject({ code: 3, stdout: '' })
    expect((await reindex()).code).toBe(0)
    const { code, stderr } = await report()
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringContaining('0 refused') })
  })

  it('exits with 1 where there is no index', async () => {
    const { code, stderr } = await report()
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: expect.stringContaining('npm run reindex'),
    })
  })
})
