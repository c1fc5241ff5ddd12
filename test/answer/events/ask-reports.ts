/** A question asked of a small archive of a few reports, by words alone. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createAnswerer } from '../../../core/answer/answerer.ts'
import { openThrowawayIndex } from '../../../core/eval/throwaway-index.ts'
import { identifyLanguage } from '../../../core/language/index.ts'
import { openWords } from '../../../core/library/index.ts'
import type { Answer } from '../../../core/question.ts'

export type Report = readonly [publishedAt: string, title: string, text: string]

const translate = openWords()

/** A refusal shows and claims nothing. */
export async function askReports(
  question: string,
  reports: readonly Report[],
): Promise<Pick<Answer, 'citations' | 'disagreement'>> {
  const folder = await mkdtemp(join(tmpdir(), 'rawi-claims-'))
  try {
    await Promise.all(
      reports.map(([publishedAt, title, text], at) =>
        writeFile(
          join(folder, `${at}.json`),
          JSON.stringify({ id: `r${at}`, title, text, source: `Outlet ${at}`, publishedAt }),
        ),
      ),
    )
    const index = await openThrowawayIndex({
      corpus: { folders: [folder] },
      embedder: null,
      now: () => new Date('2024-12-31'),
    })
    try {
      const answerer = createAnswerer({ embedder: null, translate })
      const language = identifyLanguage(question)
      const verdict = await answerer.answer(
        { text: question, language },
        await index.engine.snapshot(),
      )
      return verdict.kind === 'answer' ? verdict : { citations: [], disagreement: null }
    } finally {
      await index.close()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
