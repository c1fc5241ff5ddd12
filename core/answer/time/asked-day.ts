/**
 * Asked day: the day that a question names by the day on which it is asked: "today", «غداً», «دیروز».
 *
 * In:   the question, its language, the ISO day on which it is asked.
 * Out:  days with their spans in the text; "until today", «في اليوم الأول» and «روسيا اليوم» name none.
 *
 * A reporter's "today" is another day than a reader's: such a word is met by dates alone, never by itself.
 */
import type { LanguageCode } from '../../article.ts'
import { dayNumber, foldForDates, isoOfDay } from '../../language/dates/index.ts'
import type { NamedTime } from '../terms.ts'

export function askedDays(
  question: string,
  language: LanguageCode,
  today: string,
): readonly NamedTime[] {
  const day = dayNumber(today)
  if (day === null) return []
  const folded = foldForDates(question)
  return (patterns[language] ?? []).flatMap(({ pattern, offset }) =>
    [...folded.matchAll(pattern)].map(({ 0: found, index }) => ({
      start: index,
      end: index + found.length,
      iso: isoOfDay(day + offset),
      isDeictic: true,
    })),
  )
}

/** Words by their distance in days; behind "until" and the like they are no day. */
const words: Readonly<
  Record<LanguageCode, readonly (readonly [source: string, offset: number])[]>
> = {
  ar: [
    ['(?<!(?:في|من|هو|هذا|ذلك|نفس|ذات|طوال|مثل|روسيا) )اليوم(?! ال)', 0],
    ['الليلة', 0],
    ['غد[اً]{0,2}', 1],
    ['أمس|البارحة', -1],
  ],
  fa: [
    ['امروز|امشب', 0],
    ['(?<!پس )فردا', 1],
    ['دیروز|دیشب', -1],
  ],
  en: [
    ['(?<!(?:russia|usa) )today|tonight', 0],
    ['tomorrow', 1],
    ['(?<!the day before )yesterday', -1],
  ],
  tr: [
    ['bugün', 0],
    ['yarın', 1],
    ['dün', -1],
  ],
  ru: [
    ['сегодня', 0],
    ['завтра', 1],
    ['(?<!позавчера )вчера', -1],
  ],
  fr: [
    ["aujourd['’]hui", 0],
    ['(?<!après[ -])demain', 1],
    ['(?<!avant[ -])hier', -1],
  ],
}

const until = foldForDates('حتى|إلى|منذ|تا|از|until|till|to|since|from|à|до|с')

const patterns = Object.fromEntries(
  Object.entries(words).map(([language, list]) => [
    language,
    list.map(([source, offset]) => ({
      offset,
      pattern: new RegExp(
        String.raw`(?<![\p{L}\p{N}])(?<!(?:${until}) )(?:${foldForDates(source)})(?![\p{L}\p{N}])`,
        'giu',
      ),
    })),
  ]),
)
