/**
 * Leaning sentences: tells a sentence that cannot be understood without the one before it.
 *
 * In:   a sentence and its language.
 * Out:  true for «وأضاف أن…», «وی افزود…», "He added…", which leave the speaker to the sentence before.
 */
import type { LanguageCode } from '../article.ts'
import { languageTables } from '../language/tables/index.ts'
import { foldedWords } from '../language/folded-words.ts'

export function leansOnPrevious(sentence: string, language: LanguageCode): boolean {
  const [first = '', second = ''] = foldedWords(sentence.slice(0, 60))
  const words = leaning.get(language) ?? leaning.get('en')
  if (words === undefined) return false
  const begins = words.first.has(first) && words.second?.has(second) !== false
  return begins || words.pairs.has(`${first} ${second}`)
}

const setOf = (list: readonly string[]): ReadonlySet<string> =>
  new Set(list.map((phrase) => foldedWords(phrase).join(' ')))

const leaning = new Map(
  Object.entries(languageTables)
    .filter(([, table]) => table.leaning.first.length > 0)
    .map(
      ([
        language,
        {
          leaning: { first, second, pairs },
        },
      ]) => [
        language,
        {
          first: setOf(first),
          second: second === null ? null : setOf(second),
          pairs: setOf(pairs),
        },
      ],
    ),
)
