/**
 * Question reading: from a question's text to what is searched for and what is asked.
 *
 * In:   text and language, the index's knowledge of its words, a translator of words or none, the ISO day of asking.
 * Out:  terms with weights and translations, the kind of thing asked; no terms for asking words alone, or what is said to the bot.
 */
import type { LanguageCode } from '../article.ts'
import type { Snapshot, TermWeight } from '../engine/search-engine.ts'
import { findDates } from '../language/dates/index.ts'
import { analyse, type Token } from '../language/index.ts'
import type { Translate } from '../language/lexicon/index.ts'
import { askedBy, askingWords, ordersOnly, type Asked } from './asked.ts'
import { focusOf, namesKind, unitOf } from './kind-words.ts'
import type { ReadQuestion } from './sentence-features.ts'
import { questionTerms, type NamedTime, type Translation } from './terms.ts'
import { askedDays } from './time/asked-day.ts'
import { isToTheBot } from './to-the-bot.ts'

export async function readQuestion(
  text: string,
  language: LanguageCode,
  snapshot: Snapshot,
  translate: Translate | null,
  today: string,
  asked: Asked = askedBy(text),
): Promise<ReadQuestion> {
  if (isToTheBot(text)) return { text, language, asked, terms: [] }
  const tokens = analyse(text, language)
  const own = await snapshot.terms(text, language)
  const isPlain = ({ surface }: Token): boolean =>
    askingWords.has(surface) || (asked.order === 'latest' && ordersOnly(surface))
  const isGeneral = (token: Token): boolean =>
    isPlain(token) || namesKind(asked.kind, token.surface)
  const saysMore = tokens.some((token) => !token.stop && !isGeneral(token))
  const isAsking = saysMore ? isGeneral : isPlain
  const isTerm = (token: Token): boolean => !token.stop && !isAsking(token)
  const words = tokens.filter(isTerm)
  const translations = translationsOf(tokens, words, language, translate)
  const synonyms = synonymsOf(translations, language, translate)
  const known = await weighed(text, own, translations, snapshot)
  const weights = isAnalysed(language) ? known : known.map((term) => lessIfUnknown(text, term))
  const terms = questionTerms(
    text,
    tokens,
    weights,
    (token) => [...(translations.get(token) ?? []), ...(synonyms.get(token) ?? [])],
    {
      isAsking,
      unit: unitOf(asked.kind, tokens),
      focus: focusOf(asked.kind, tokens, isTerm),
      times: [...timesOf(text, language, tokens), ...askedDays(text, language, today)],
    },
  )
  return { text, language, asked, terms }
}

/** Dates as they are written, and years with no word beside them that makes one a date. */
function timesOf(
  text: string,
  language: LanguageCode,
  tokens: readonly Token[],
): readonly NamedTime[] {
  const dates = findDates(text, language).map(({ iso, span }) => ({ ...span, iso }))
  const years = tokens
    .filter(({ surface }) => /^(?:19|20)\d\d$/u.test(surface))
    .map(({ surface, start, end }) => ({ start, end, iso: surface }))
  return [...years, ...dates]
}

/**
 * A word that stands in the archive only in translation is no rarer than its likeliest translation: without this
 * every word of a Turkish question would weigh the same, and count as never seen.
 */
async function weighed(
  text: string,
  own: readonly TermWeight[],
  translations: ReadonlyMap<Token, readonly Translation[]>,
  snapshot: Snapshot,
): Promise<readonly TermWeight[]> {
  const all = snapshot.info.passages
  const held = new Map<string, number>()
  const languages = new Set([...translations.values()].flat().map(({ language }) => language))
  for (const language of languages) {
    const likely = [...translations.values()].map((list) => likeliest(list, language))
    const words = [...new Set(likely.flatMap((one) => one?.written ?? []))]
    const passages = await snapshot.holders(words, language)
    for (const [at, word] of words.entries()) held.set(`${language} ${word}`, passages[at] ?? 0)
  }
  const translated = new Map(
    [...translations].map(([token, list]) => {
      const counts = [...languages].map((language) => {
        const words = likeliest(list, language)?.written ?? []
        const each = words.map((word) => held.get(`${language} ${word}`) ?? 0)
        return each.length === 0 ? 0 : Math.min(...each)
      })
      return [token.start, counts.reduce((sum, count) => sum + count, 0)] as const
    }),
  )
  return own.map((term) => {
    const known = Math.min(all, term.passages + (translated.get(term.start) ?? 0))
    // A name that no dictionary knows is as rare as its sound; elsewhere a sound tells too little.
    const isName = /^\p{Lu}/u.test(text.slice(term.start))
    const passages = known === 0 && isName ? term.sounding : known
    return { ...term, passages, weight: inverseFrequency(passages, all) }
  })
}

const isAnalysed = (language: LanguageCode): boolean => Object.hasOwn(pivots, language)

/** Without a stemmer an inflected word («evini») looks like one that the archive never saw; a capital tells names. */
function lessIfUnknown(text: string, term: TermWeight): TermWeight {
  const isUnknown = term.passages === 0 && /^\p{Ll}/u.test(text.slice(term.start))
  return isUnknown ? { ...term, weight: term.weight * unknownShare } : term
}

const unknownShare = 0.25

/** One more than BM25's: in a small archive a word that all passages hold still is part of the question. */
function inverseFrequency(passages: number, all: number): number {
  return 1 + Math.log(1 + (all - passages + 0.5) / (passages + 0.5))
}

function likeliest(list: readonly Translation[], language: LanguageCode): Translation | undefined {
  return list.find((translation) => translation.language === language)
}

/** Of `words` alone, though entries of several may hold other tokens too: "Le Caire". */
function translationsOf(
  tokens: readonly Token[],
  words: readonly Token[],
  language: LanguageCode,
  translate: Translate | null,
): ReadonlyMap<Token, readonly Translation[]> {
  const found = new Map<Token, Translation[]>()
  if (translate === null) return found
  for (const { at, count, alternatives } of translate(tokens, language)) {
    for (const { language: target, words: translated, weight } of alternatives) {
      const best = Math.max(
        ...alternatives.filter((other) => other.language === target).map((other) => other.weight),
      )
      const stems = translated.map(({ stem }) => stem)
      for (const word of tokens.slice(at, at + count)) {
        if (!words.includes(word)) continue
        const known = found.get(word) ?? []
        found.set(word, known)
        const written = translated.map(({ surface }) => surface)
        known.push({ language: target, stems, written, trust: weight / best })
      }
    }
  }
  return found
}

const pivots: Readonly<Record<LanguageCode, LanguageCode>> = { ar: 'en', fa: 'en', en: 'ar' }
const bridges = 2
const synonymsOfEach = 4

/** Words of the question's own language that share a translation with a word of it: «زار» and «زيارة» by "visit". */
function synonymsOf(
  translations: ReadonlyMap<Token, readonly Translation[]>,
  language: LanguageCode,
  translate: Translate | null,
): ReadonlyMap<Token, readonly Translation[]> {
  const pivot = pivots[language]
  if (translate === null || pivot === undefined) return new Map()
  return new Map(
    [...translations].map(([token, list]) => {
      const over = list.filter((one) => one.language === pivot && one.written.length === 1)
      const found = over.slice(0, bridges).flatMap(({ written, trust }) => {
        const words = analyse(written.join(' '), pivot)
        const [back] = translate(words, pivot)
        return (back?.alternatives ?? [])
          .filter((one) => one.language === language && one.words.length === 1)
          .slice(0, synonymsOfEach)
          .map((one): Translation => ({
            language,
            stems: one.words.map(({ stem }) => stem),
            written: one.words.map(({ surface }) => surface),
            trust: trust * one.weight,
          }))
      })
      return [token, found.filter(({ stems }) => stems[0] !== token.stem)] as const
    }),
  )
}
