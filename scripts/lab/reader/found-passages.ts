/**
 * Found passages: what the product's own retrieval finds for each question over a folder of articles. They are the
 * reader's hard negatives, and what its answerability is measured on.
 *
 * Run: node scripts/lab/reader/found-passages.ts ARTICLES QUESTIONS.jsonl OUT.jsonl [PASSAGES]
 */
import { createWriteStream, readFileSync } from 'node:fs'
import { openThrowawayIndex } from '../../../core/eval/throwaway-index.ts'
import { identifyLanguage } from '../../../core/language/index.ts'
import { openWords } from '../../../core/library/index.ts'
import { completePlan, draftPlan } from '../../../core/question/plan.ts'
import { beginComparing } from '../../../core/rank/compared.ts'
import { retrieve } from '../../../core/rank/retrieve.ts'
import { defaultHub, openEmbedder } from '../../../core/semantic/index.ts'

const [articles = '', questions = '', out = '', most = '8'] = process.argv.slice(2)
const embedder = await openEmbedder({
  model: 'data/models/rawi-embed',
  cacheFolder: 'data/var/models',
  hub: defaultHub,
})
const translate = openWords()
const index = await openThrowawayIndex({
  corpus: { folders: [articles] },
  embedder,
  now: () => new Date(),
})
const file = createWriteStream(out)
try {
  const snapshot = await index.engine.snapshot()
  for (const line of readFileSync(questions, 'utf8').split('\n').filter(Boolean)) {
    const asked = JSON.parse(line) as { readonly question: string }
    const text = asked.question.trim()
    const today = new Date().toISOString().slice(0, 10)
    const draft = draftPlan({ text, language: identifyLanguage(text) }, { translate, today })
    const compared = await beginComparing({ snapshot, embedder }, draft, { limit: 200 })
    const plan = await completePlan(draft, snapshot)
    const found = await retrieve(snapshot, plan, compared, { limit: 200, most: 60 })
    const passages = found
      .slice(0, Number(most))
      .map(({ passage: { articleId, text: written }, ...scores }) => ({
        articleId,
        text: written,
        ...scores,
      }))
    file.write(`${JSON.stringify({ ...asked, passages })}\n`)
  }
} finally {
  await new Promise<void>((written) => file.end(written))
  await index.close()
}
