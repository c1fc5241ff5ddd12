/**
 * Makes retrieval sets across languages from news sentences that translators wrote: `node scripts/eval-sets/ntrex.ts --help`.
 *
 * Each sentence of a held-out document is asked in one language and sought among all sentences of the other.
 * The layout is BEIR's, as `npm run eval` reads it.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { gunzipSync, gzipSync } from 'node:zlib'

const usage = `Makes the sets ntrex-ar-en, ntrex-en-ar, ntrex-fa-en, ntrex-en-fa, ntrex-fa-ar, ntrex-ar-fa (question-passage).

  node scripts/eval-sets/ntrex.ts --sentences FILE [--held-out FILE] [--out DIR]

  --sentences FILE  ntrex-news-sentences.jsonl.gz: {"doc", "en", "ar", "fa"} a line
  --held-out FILE   documents no model and no lexicon was made from, default scripts/model/held-out-documents.txt
  --out DIR         default data/var
`

interface Sentence {
  readonly doc: string
  readonly ar: string
  readonly fa: string
  readonly en: string
}

const directions = [
  ['ar', 'en'],
  ['en', 'ar'],
  ['fa', 'en'],
  ['en', 'fa'],
  ['fa', 'ar'],
  ['ar', 'fa'],
] as const

const { values } = parseArgs({
  options: {
    sentences: { type: 'string' },
    'held-out': { type: 'string', default: 'scripts/model/held-out-documents.txt' },
    out: { type: 'string', default: 'data/var' },
    help: { type: 'boolean', default: false },
  },
})

if (values.help || !values.sentences) {
  process.stderr.write(usage)
  process.exitCode = values.help ? 0 : 2
} else {
  const heldOut = new Set(readFileSync(values['held-out'], 'utf8').split('\n').filter(Boolean))
  const sentences = gunzipSync(readFileSync(values.sentences))
    .toString('utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Sentence)
  for (const [asked, sought] of directions) {
    const folder = join(values.out, `ntrex-${asked}-${sought}`)
    const questions = [...sentences.entries()].filter(([, { doc }]) => heldOut.has(doc))
    mkdirSync(join(folder, 'qrels'), { recursive: true })
    writeLines(
      join(folder, 'corpus.jsonl.gz'),
      [...sentences.entries()].map(([index, sentence]) => ({
        _id: `d${index}`,
        title: '',
        text: sentence[sought],
      })),
    )
    writeLines(
      join(folder, 'queries.jsonl.gz'),
      questions.map(([index, sentence]) => ({ _id: `q${index}`, text: sentence[asked] })),
    )
    const judgements = questions.map(([index]) => `q${index}\td${index}\t1`)
    writeFileSync(
      join(folder, 'qrels/test.tsv'),
      ['query-id\tcorpus-id\tscore', ...judgements, ''].join('\n'),
    )
    process.stderr.write(
      `${folder}: ${questions.length} questions, ${sentences.length} sentences\n`,
    )
  }
}

function writeLines(path: string, rows: readonly object[]): void {
  writeFileSync(path, gzipSync(rows.map((row) => `${JSON.stringify(row)}\n`).join('')))
}
