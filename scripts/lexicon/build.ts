/**
 * Builds data/lexicon from dictionaries, parallel sentences and the news: `node scripts/lexicon/build.ts --help`.
 *
 * The same input gives the same bytes: everything is sorted, nothing is dated.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import { formatLexicon } from '../../core/language/lexicon/lexicon-file.ts'
import type { LexiconTranslation } from '../../core/language/lexicon/lexicon-file.ts'
import { newsTexts } from './news-texts.ts'
import { otherLanguages, throughEnglish } from './other-languages.ts'
import { newsLanguages } from './news-languages.ts'
import { Vocabulary } from './vocabulary.ts'

const usage = `Builds the translation lexicon.

  node scripts/lexicon/build.ts --training DIR --news DIR [--out DIR] [--held-out FILE]

  --training DIR   folder with lexicon/, pairs/ and ntrex-news-sentences.jsonl.gz
  --news DIR       folder with ar.jsonl.gz, fa.jsonl.gz, en.jsonl.gz: which words are in use
  --out DIR        default data/lexicon
  --held-out FILE  documents whose sentences are kept for measuring, default scripts/model/held-out-documents.txt
`

const { values } = parseArgs({
  options: {
    training: { type: 'string' },
    news: { type: 'string' },
    out: { type: 'string', default: 'data/lexicon' },
    'held-out': { type: 'string', default: 'scripts/model/held-out-documents.txt' },
    help: { type: 'boolean', default: false },
  },
})

if (values.help || !values.training || !values.news) {
  process.stderr.write(usage)
  process.exitCode = values.help ? 0 : 2
} else {
  build(values.training, values.news, values.out, values['held-out'])
}

function build(training: string, news: string, out: string, heldOutFile: string): void {
  const heldOut = new Set(readFileSync(heldOutFile, 'utf8').split('\n').filter(Boolean))
  const vocabularies = {
    ar: new Vocabulary('ar', newsTexts(news, 'ar')),
    fa: new Vocabulary('fa', newsTexts(news, 'fa')),
    en: new Vocabulary('en', newsTexts(news, 'en')),
  }
  const lexicon = newsLanguages(training, vocabularies, heldOut)
  for (const language of otherLanguages)
    lexicon.set(language, throughEnglish(training, language, vocabularies.en))
  mkdirSync(out, { recursive: true })
  for (const [language, translations] of lexicon) write(out, language, translations)
}

function write(
  out: string,
  language: string,
  translations: Map<string, LexiconTranslation[]>,
): void {
  const entries = [...translations].map(([phrase, ways]) => ({ phrase, translations: ways }))
  const bytes = gzipSync(formatLexicon(entries.filter((entry) => entry.translations.length > 0)), {
    level: 9,
  })
  // Byte 9 names the operating system that packed it: the same everywhere.
  bytes[9] = 255
  writeFileSync(join(out, `${language}.tsv.gz`), bytes)
  process.stderr.write(
    `${language}: ${entries.length} phrases, ${Math.round(bytes.length / 1024)} KiB\n`,
  )
}
