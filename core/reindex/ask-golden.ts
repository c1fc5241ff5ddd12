/**
 * Asks golden questions of the generation that is served and of the one that is to follow it.
 *
 * In:   the questions, and both generations in one index file.
 * Out:  nothing, or a `VERIFICATION_FAILED` that names the questions which are not answered any more. A question is
 *       answered when the verdict quotes one of its articles; a refusal does not count.
 * Cost: one start of the index in this process and the difference between the two, time and memory as a server takes;
 *       each question twice.
 */
import { createAnswerer } from '../answer/answerer.ts'
import { openGenerationReader } from '../engine/generation-reader.ts'
import type { GenerationInfo, Snapshot } from '../engine/search-engine.ts'
import { RawiError } from '../errors.ts'
import { identifyLanguage } from '../language/index.ts'
import { openWords } from '../library/open-words.ts'
import type { Embedder } from '../semantic/embedder.ts'
import type { GoldenQuestion } from './golden-questions.ts'

export interface GoldenOptions {
  readonly database: string
  readonly served: GenerationInfo
  readonly candidate: GenerationInfo
  readonly embedder: Embedder | null
  readonly questions: readonly GoldenQuestion[]
}

/**
 * Asks both generations; the candidate may be unpublished, but not uncommitted.
 *
 * @throws {RawiError} `VERIFICATION_FAILED` when the candidate answers fewer.
 */
export async function askGolden({
  database,
  served,
  candidate,
  embedder,
  questions,
}: GoldenOptions): Promise<void> {
  const answerer = createAnswerer({ embedder, translate: openWords() })

  async function isAnswered(question: GoldenQuestion, snapshot: Snapshot): Promise<boolean> {
    const { question: text, lang, articles } = question
    const language = lang ?? identifyLanguage(text)
    const verdict = await answerer.answer({ text, language }, snapshot)
    if (verdict.kind === 'refusal') return false
    const groups = verdict.disagreement ?? []
    const cited = [...verdict.citations, ...groups.flatMap(({ citations }) => citations)]
    return cited.some(({ articleId }) => articles.includes(articleId))
  }

  async function answeredBy(snapshot: Snapshot): Promise<ReadonlySet<GoldenQuestion>> {
    const answered = new Set<GoldenQuestion>()
    for (const question of questions) {
      if (await isAnswered(question, snapshot)) answered.add(question)
    }
    return answered
  }

  const reader = openGenerationReader(database)
  try {
    const before = await answeredBy(await reader.snapshot(served))
    const now = await answeredBy(await reader.snapshot(candidate))
    if (now.size >= before.size) return
    const worse = [...before].filter((question) => !now.has(question))
    throw new RawiError(
      'VERIFICATION_FAILED',
      `Generation ${candidate.generation} answers ${now.size} of ${questions.length} golden questions from their articles, generation ${served.generation} answers ${before.size}. Not answered any more: ${worse.map(({ question }) => `«${question}»`).join(', ')}. It was not published; what was served before is whole. Mend the articles and run again, or publish it all the same with --force.`,
    )
  } finally {
    reader.close()
  }
}
