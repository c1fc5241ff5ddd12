/** The rules of `data/eval/README.md` that a machine can hold. */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { draftFromMarkdown } from '../../core/corpus/formats/markdown.ts'
import { readEvaluationQuestions } from '../../core/eval/evaluation-question.ts'

const articlesIn = (folder: string) =>
  new Map(
    readdirSync(folder).map((name) => [
      basename(name, '.md'),
      draftFromMarkdown(readFileSync(join(folder, name), 'utf8')),
    ]),
  )
const articles = articlesIn('data/articles')
const questions = readEvaluationQuestions('data/eval/questions.jsonl')
const practice = readEvaluationQuestions('data/eval/practice.jsonl')
const practiceElsewhere = readEvaluationQuestions('data/eval/practice-other.jsonl')
const articlesElsewhere = articlesIn('data/eval/practice-articles')
const sets = [
  { set: 'questions', read: questions, over: articles },
  { set: 'practice', read: practice, over: articles },
  { set: 'practice-other', read: practiceElsewhere, over: articlesElsewhere },
]
const reported = questions.filter(({ split }) => split === 'reported')

describe.each(sets)('the questions of $set', ({ read, over }) => {
  it('have ids of their own, in order', () => {
    const ids = read.map(({ id }) => id)
    expect(ids).toEqual([...new Set(ids)].toSorted())
  })

  it('spell every needle as one of their articles does', () => {
    const missing = read.flatMap(({ id, articles: named, needles }) =>
      needles
        .flat()
        .filter((one) => !named.some((name) => over.get(name)?.text.includes(one)))
        .map((one) => `${id}: ${one}`),
    )
    expect(missing).toEqual([])
  })

  it('name articles where, and only where, there is an answer', () => {
    const wrong = read.filter(
      ({ articles: named, needles }) => (named.length === 0) !== (needles.length === 0),
    )
    expect(wrong).toEqual([])
  })
})

describe('the reported half', () => {
  it('is what was written last, and holds nothing else', () => {
    expect(questions.slice(-reported.length)).toEqual(reported)
    expect([...practice, ...practiceElsewhere].filter(({ split }) => split !== 'dev')).toEqual([])
  })

  it('names every article that spells a needle', () => {
    const unnamed = reported.flatMap(({ id, articles: named, needles }) =>
      needles
        .flat()
        .flatMap((one) =>
          [...articles]
            .filter(([name, { text }]) => text.includes(one) && !named.includes(name))
            .map(([name]) => `${id}: ${name}: ${one}`),
        ),
    )
    expect(unnamed).toEqual([])
  })

  it('asks across languages only what no article of the language knows', () => {
    const across = reported.filter(({ kind }) => kind === 'cross-language')
    const own = across.filter(({ language, articles: named }) =>
      named.some((name) => articles.get(name)?.language?.value === language),
    )
    expect(across.length).toBeGreaterThan(0)
    expect(own).toEqual([])
  })

  it('cannot be answered in a quarter, and words no question as another half does', () => {
    const unanswerable = reported.filter(({ needles }) => needles.length === 0)
    expect(unanswerable.length / reported.length).toBeGreaterThanOrEqual(0.25)
    const texts = [...questions, ...practice].map(({ question }) => question)
    const twice = reported.filter(
      ({ question }) => texts.indexOf(question) !== texts.lastIndexOf(question),
    )
    expect(twice).toEqual([])
  })
})
