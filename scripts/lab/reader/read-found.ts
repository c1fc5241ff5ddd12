/**
 * Read found: what the reader makes of the passages that `found-passages.ts` wrote, beside what retrieval says of them.
 *
 * Run: node scripts/lab/reader/read-found.ts FOUND.jsonl OUT.jsonl [MODEL] [PASSAGES]
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { openReader } from '../../../core/reading/index.ts'

const [found = '', out = '', model = 'data/models/rawi-read', most = '8'] = process.argv.slice(2)
const reader = await openReader(model)
if (reader === null) throw new Error('there is no reader to read with')
const lines: string[] = []
for (const line of readFileSync(found, 'utf8').split('\n').filter(Boolean)) {
  const { passages, ...asked } = JSON.parse(line) as {
    readonly question: string
    readonly passages: readonly { readonly text: string }[]
  }
  const given = passages.slice(0, Number(most))
  const texts = given.map(({ text }) => text)
  const { spans, none } = await reader.read(asked.question, texts)
  const told = spans.map(({ passage, start, end, score }) => ({
    ...given[passage],
    passage,
    margin: score - none,
    told: texts[passage]!.slice(start, end),
  }))
  lines.push(JSON.stringify({ ...asked, none, spans: told }))
}
writeFileSync(out, `${lines.join('\n')}\n`)
