/** Development questions with everything an answer would rest on, over archives that know it and archives that do not. */
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createAnswerer, type Considered } from '../../core/answer/answerer.ts'
import { readDataset } from '../../core/eval/dataset.ts'
import {
  readEvaluationQuestions,
  type EvaluationQuestion,
} from '../../core/eval/evaluation-question.ts'
import { holdsAnswer } from '../../core/eval/judge.ts'
import { openThrowawayIndex, type ThrowawayOptions } from '../../core/eval/throwaway-index.ts'
import { identifyLanguage } from '../../core/language/index.ts'
import { openWords } from '../../core/library/index.ts'
import type { Embedder } from '../../core/semantic/index.ts'
import { say } from '../command/command.ts'

/**
 * `held-out` asks an answerable question of an archive whose right articles were taken out: what is left is near its
 * topic and does not answer it.
 */
export type CaseKind = 'answerable' | 'unanswerable' | 'held-out'

export interface Case {
  readonly origin: string
  readonly isOwn: boolean
  readonly kind: CaseKind
  readonly considered: Considered
  /** Whether a quote holds the answer; for a held-out question, that its archive knows after all. */
  readonly isRight: (quote: string, articleId: string) => boolean
  /** Of its article: what is measured by a fold was fitted on the others. */
  readonly fold: number
}

export const folds = 3
const heldOutParts = 4
/** Articles taken out of the own archive at a time. */
const takenOut = 6
/** Further sentences are none that a quote is made of. */
const keptSentences = 30

type Asked = Omit<Case, 'considered'> & { readonly text: string }

export interface Gathering {
  ofDataset(folder: string, limit: number): Promise<readonly Case[]>
  ofOwn(file: string, folder: string): Promise<readonly Case[]>
}

export function createGathering(embedder: Embedder | null): Gathering {
  const translate = openWords()
  // Both ways of working: a model may be missing where this runs.
  const answerers = [embedder, ...(embedder === null ? [] : [null])].map((one) =>
    createAnswerer({ embedder: one, translate }),
  )
  const gather = async (
    corpus: ThrowawayOptions['corpus'],
    questions: readonly Asked[],
  ): Promise<readonly Case[]> => {
    const index = await openThrowawayIndex({ corpus, embedder, now: () => new Date() })
    const cases: Case[] = []
    try {
      const snapshot = await index.engine.snapshot()
      for (const { text, ...rest } of questions) {
        const question = { text, language: identifyLanguage(text) }
        for (const answerer of answerers) {
          const whole = await answerer.consider(question, snapshot)
          const considered = { ...whole, scored: whole.scored.slice(0, keptSentences) }
          cases.push({ ...rest, considered })
        }
      }
      return cases
    } finally {
      await index.close()
    }
  }
  return {
    async ofDataset(folder, limit) {
      const { documents, queries, grades, answers, unanswerable } = readDataset(folder)
      const placeOf = new Map(documents.map(({ id }, at) => [id, at]))
      const asked = queries.slice(0, limit).flatMap(({ id, text }) => {
        const gold = answers.get(id)
        const [document = ''] = grades.get(id)?.keys() ?? []
        const place = placeOf.get(document) ?? 0
        if (gold === undefined) return []
        const isRight = (quote: string): boolean => holdsAnswer([quote], gold)
        const base = { origin: folder, isOwn: false, text: text.trim(), isRight, place }
        // Neighbours are paragraphs of one article.
        return [{ ...base, fold: Math.floor(place / 40) % folds }]
      })
      const unknown = unanswerable.slice(0, limit / 2).map(({ text }, at): Asked => ({
        origin: folder,
        isOwn: false,
        kind: 'unanswerable',
        text: text.trim(),
        isRight: () => false,
        fold: Math.floor(at / 5) % folds,
      }))
      const cases = [
        ...(await gather({ documents }, [
          ...asked.map((one) => ({ ...one, kind: 'answerable' as const })),
          ...unknown,
        ])),
      ]
      for (let part = 0; part < heldOutParts; part += 1) {
        const left = documents.filter((_, at) => at % heldOutParts !== part)
        const out = asked.filter(({ place }) => place % heldOutParts === part)
        const questions = out.map((one) => ({ ...one, kind: 'held-out' as const }))
        cases.push(...(await gather({ documents: left }, questions)))
      }
      say(`${folder}: ${asked.length} answerable, ${unknown.length} unanswerable`)
      return cases
    },
    async ofOwn(file, folder) {
      const questions = readEvaluationQuestions(file).filter(({ split }) => split === 'dev')
      const askedOf = (question: EvaluationQuestion): Asked => ownCase(file, question)
      const cases = [...(await gather({ folders: [folder] }, questions.map(askedOf)))]
      const answerable = questions.filter(({ needles }) => needles.length > 0)
      for (const { gone, asked } of partsOf(answerable)) {
        const rest = without(folder, gone)
        const out = asked.map((one) => ({ ...askedOf(one), kind: 'held-out' as const }))
        cases.push(...(await gather({ folders: [rest] }, out)))
        rmSync(rest, { recursive: true, force: true })
      }
      say(`${file}: ${questions.length} dev questions`)
      return cases
    },
  }
}

function ownCase(file: string, { question, articles, needles }: EvaluationQuestion): Asked {
  const [article] = articles.toSorted()
  return {
    origin: file,
    isOwn: true,
    kind: needles.length === 0 ? 'unanswerable' : 'answerable',
    text: question,
    isRight: (quote, articleId) =>
      articles.includes(articleId) &&
      needles.some((needle) => needle.some((one) => quote.includes(one))),
    // One story in several languages and reports is one article here.
    fold: numberOf(article?.split('-')[0] ?? question) % folds,
  }
}

/** Questions in parts, each with the few articles that answer any question of it. */
function partsOf(questions: readonly EvaluationQuestion[]) {
  const parts: { readonly gone: Set<string>; readonly asked: EvaluationQuestion[] }[] = []
  for (const question of questions.toSorted((a, b) => b.articles.length - a.articles.length)) {
    const { articles } = question
    const known = parts.find(({ gone }) => articles.every((id) => gone.has(id)))
    const fitting = parts.find(({ gone }) => new Set([...gone, ...articles]).size <= takenOut)
    const part = known ?? fitting ?? { gone: new Set<string>(), asked: [] }
    if (!parts.includes(part)) parts.push(part)
    for (const id of articles) part.gone.add(id)
    part.asked.push(question)
  }
  return parts
}

/** A copy of the folder without these articles. */
function without(folder: string, gone: ReadonlySet<string>): string {
  const copy = mkdtempSync(join(tmpdir(), 'rawi-held-out-'))
  for (const name of readdirSync(folder)) {
    if (!gone.has(name.replace(/\.(?:meta\.json|[a-z]+)$/u, '')))
      cpSync(join(folder, name), join(copy, name), { recursive: true })
  }
  return copy
}

function numberOf(text: string): number {
  return Array.from(text).reduce(
    (sum, letter) => (31 * sum + (letter.codePointAt(0) ?? 0)) % 65_521,
    7,
  )
}
