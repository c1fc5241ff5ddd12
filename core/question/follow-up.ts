/**
 * Follow-ups: what a question leaves out because the one before said it.
 *
 * In:   a question with the conversation that it belongs to; what the lexicon says of a word.
 * Out:  the question as it is read, and what was carried over; the same question where it stands alone.
 *
 * A question leans on the one before where it says nothing of its own ("And why?"), asks "what about X", points back
 * with nothing of its own to point at («دبیرش کیست؟»), goes on without asking ("and in 2021?"), or replies to an
 * answer without a name of its own. Everything else stands alone: "What is the capital of Peru?" does, whatever
 * was asked before. One that merely opens with "and" prefers the articles cited before, and takes no word over.
 */
import type { LanguageCode } from '../article.ts'
import { identifyLanguage } from '../language/index.ts'
import type { Evidence, Question } from '../question.ts'
import { asksThing, readAsked, type Asked } from './asked.ts'
import { maxQuestionCharacters } from './check-question.ts'
import { leaningOf, type Meaning } from './leaning.ts'
import { swapped } from './swap.ts'
import { isToTheBot } from './to-the-bot.ts'

export interface FollowUp {
  /** The question that it leans on, as that was read. */
  readonly previous: string
  /** The whole question: what is searched for. */
  readonly readAs: string
}

export interface ResolvedQuestion {
  readonly text: string
  readonly language: LanguageCode
  readonly asked: Asked
  readonly topic: FollowUp | null
  /** Where in `text` the words of the question before begin; its length where none were taken over. */
  readonly carriedFrom: number
  /** Articles that an answer is rather looked for in. */
  readonly preferred: ReadonlySet<string>
}

export function resolveFollowUp(
  { text, language, conversation }: Question,
  meaning: Meaning = () => '',
): ResolvedQuestion {
  const own = readAsked(text, language)
  const alone = { text, language, asked: own, topic: null, carriedFrom: text.length }
  if (conversation === undefined) return { ...alone, preferred: new Set() }
  const { isReply = false } = conversation
  const leaning = leaningOf({ text, language, asked: own, isReply }, meaning)
  if (leaning === null) return { ...alone, preferred: new Set() }
  const preferred = new Set(conversation.citedArticleIds)
  if (leaning.kind === 'articles') return { ...alone, preferred }
  const previous = readPrevious(conversation.previousQuestion, meaning)
  const other = leaning.kind === 'swap' ? swapped(previous, leaning.thing, language) : null
  const readAs = other ?? `${text} ${previous}`
  if (Array.from(readAs).length > maxQuestionCharacters) return { ...alone, preferred }
  return {
    text: readAs,
    language,
    // "And who was with him?" after "when did he come?" asks for a person; "and in Damascus?" for a day again.
    asked: asksThing(own) ? readAsked(previous, language) : own,
    topic: { previous, readAs },
    carriedFrom: other === null ? text.length : readAs.length,
    preferred: other === null ? preferred : new Set(),
  }
}

/** Of questions a line each, the oldest first: each may have leant on the one before. */
function readPrevious(questions: string, meaning: Meaning): string {
  const [first = '', ...rest] = questions.trim().split(/\s*\n\s*/u)
  return rest.reduce((previousQuestion, text) => {
    if (isToTheBot(text)) return previousQuestion
    const conversation = { previousQuestion, citedArticleIds: [] }
    return resolveFollowUp({ text, language: identifyLanguage(text), conversation }, meaning).text
  }, first)
}

/** What an article cited just before is preferred by. */
const preference = 1.25

export function preferCited(
  evidence: readonly Evidence[],
  cited: ReadonlySet<string>,
): readonly Evidence[] {
  if (cited.size === 0) return evidence
  return evidence
    .map((item) =>
      cited.has(item.passage.articleId)
        ? { ...item, score: Math.min(1, item.score * preference) }
        : item,
    )
    .toSorted((a, b) => b.score - a.score)
}
