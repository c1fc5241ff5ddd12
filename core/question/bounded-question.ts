/**
 * Bounded question: a question of very many words is asked by those that tell most, so that none costs much more than
 * a usual one.
 *
 * In:   a text, its words, how many passages of the index hold each.
 * Out:  the text as it is, up to `mostWords` telling words; else its rarest in their order, with what asks.
 * Cost: O(words); each telling word costs the steps after it about a millisecond.
 */
import { analyse, type Token } from '../language/index.ts'
import type { Question } from '../question.ts'
import type { StatisticsSource } from './plan.ts'
import { askingWords } from './kind-words.ts'

/** Of 2,000 characters some 250 are left otherwise, and cost twenty times a usual question. */
export const mostWords = 16

export interface CountedWord {
  readonly token: Token
  /** 0 for a word that the index never saw. */
  readonly passages: number
}

export function boundedText(text: string, words: readonly CountedWord[]): string {
  const distinct = [...new Map(words.toReversed().map((word) => [word.token.stem, word])).values()]
  const telling = distinct.filter(({ token }) => !isPlain(token))
  if (telling.length <= mostWords) return text
  const byRarity = telling.toSorted(
    (a, b) => a.passages - b.passages || a.token.start - b.token.start,
  )
  const unknown = byRarity.filter(({ passages }) => passages === 0)
  const known = byRarity.filter(({ passages }) => passages > 0)
  // What no passage holds finds nothing, yet an answer that lacks it is none: half is left to either.
  const ofUnknown = Math.max(mostWords / 2, mostWords - known.length)
  const some = unknown.slice(0, ofUnknown)
  const kept = new Set([...some, ...known.slice(0, mostWords - some.length)])
  return distinct
    .filter((word) => isPlain(word.token) || kept.has(word))
    .toSorted((a, b) => a.token.start - b.token.start)
    .map(({ token }) => text.slice(token.start, token.end))
    .join(' ')
}

/** What it may lean on is as long as what is asked, and bounded too. */
export async function boundedQuestion(
  question: Question,
  snapshot: StatisticsSource,
): Promise<Question> {
  const { language, conversation } = question
  const bind = async (text: string): Promise<string> => {
    if (text.length < shortest) return text
    const tokens = analyse(text, language)
    if (
      new Set(tokens.filter((token) => !isPlain(token)).map(({ stem }) => stem)).size <= mostWords
    )
      return text
    const held = await snapshot.statistics(
      tokens.map(({ surface, stem }) => ({
        forms: [
          { field: 'surface', term: surface, weight: 1 },
          { field: 'stem', term: stem, weight: 1 },
        ],
      })),
    )
    return boundedText(
      text,
      tokens.map((token, at) => ({ token, passages: held[at]?.passages ?? 0 })),
    )
  }
  const text = await bind(question.text)
  if (conversation === undefined) return { ...question, text }
  const previousQuestion = await bind(conversation.previousQuestion)
  return { ...question, text, conversation: { ...conversation, previousQuestion } }
}

/** Fewer characters hold no more words than are kept. */
const shortest = mostWords * 2

function isPlain({ stop, surface }: Token): boolean {
  return stop || askingWords.has(surface)
}
