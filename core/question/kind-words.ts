/**
 * Kind words: words of a question that only name the kind of thing it asks for ("which year", «أي مدينة», «چه شهری»), or
 * only ask.
 *
 * In:   what is asked, a folded word or the tokens of the question.
 * Out:  whether an answer need not hold that word; for "how many hours" the unit is told apart, which it should hold.
 *
 * "Sochi, 21 November 2017" answers both without the words "city" and "year".
 */
import { foldedWords } from '../language/folded-words.ts'
import type { Token } from '../language/index.ts'
import { allTables } from '../language/tables/index.ts'
import { asksFor, asksNumber, type Asked } from './asked.ts'

type Kinds = Pick<Asked, 'kinds'>

export function namesKind(asked: Kinds, surface: string): boolean {
  return (
    (['who', 'where', 'when', 'why', 'how'] as const).some(
      (kind) => asksFor(asked, kind) && kindWords[kind].has(surface),
    ) ||
    (asksNumber(asked) && kindWords.number.has(surface))
  )
}

/** Words that ask and say nothing: no answer need hold them. Of Arabic, Persian and English the stopwords go besides. */
export const askingWords: ReadonlySet<string> = setOf(
  allTables.flatMap(({ asking }) => [
    ...asking.empty,
    ...Object.values(asking.kinds)
      .flatMap(({ anywhere, atStart = [], atEnd = [] }) => [...anywhere, ...atStart, ...atEnd])
      .filter((phrase) => !phrase.includes(' ')),
  ]),
)

/** Words that only order what is asked for: "latest", «آخر», «تازه‌ترین». */
export function ordersOnly(surface: string): boolean {
  return latestWords.has(surface)
}

/** The word counted in "how many hours", «كم ساعة», «چند نفر»: the token right after the counting word. */
export function unitOf(asked: Kinds, tokens: readonly Token[]): Token | null {
  if (!asksNumber(asked)) return null
  const at = tokens.findIndex(({ surface }) => countingWords.has(surface))
  return at === -1 ? null : (tokens.slice(at + 1).find(({ stop }) => !stop) ?? null)
}

/** What is asked about: "lander" of "what is the name of the lander", «دانشگاه» of «از کدام دانشگاه گرفت». */
export function focusOf(
  asked: Kinds,
  tokens: readonly Token[],
  isTerm: (token: Token) => boolean,
): Token | null {
  if (asksFor(asked, 'when', 'where', 'why', 'yes-no')) return null
  const at = tokens.findIndex(({ surface }) => pointingWords.has(surface))
  // In Persian and Turkish it may be the last word.
  return tokens.slice(at + 1).find(isTerm) ?? tokens.find(isTerm) ?? null
}

function setOf(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.flatMap(foldedWords))
}

const all = allTables.map(({ asking }) => asking)
const latestWords = setOf(allTables.flatMap(({ order }) => order.latestWords))
const countingWords = setOf(all.flatMap(({ counting }) => counting))
const pointingWords = setOf(all.flatMap(({ pointing }) => pointing))

const kindWords = {
  who: setOf(
    all.flatMap(({ kindNouns, besideKind }) => [...kindNouns.who, ...(besideKind.who ?? [])]),
  ),
  where: setOf(
    all.flatMap(({ kindNouns, besideKind }) => [...kindNouns.where, ...(besideKind.where ?? [])]),
  ),
  when: setOf(
    all.flatMap(({ kindNouns, besideKind }) => [...kindNouns.when, ...(besideKind.when ?? [])]),
  ),
  why: setOf(all.flatMap(({ kindNouns }) => kindNouns.why)),
  how: setOf(all.flatMap(({ kindNouns }) => kindNouns.how)),
  number: setOf(all.flatMap(({ besideKind }) => besideKind.number ?? [])),
} as const
