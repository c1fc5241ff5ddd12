/**
 * Sentence features: what speaks for a sentence as the answer, each as a number of about [0, 1].
 *
 * In:   the question's terms and kind, a candidate sentence.
 * Out:  the features by name, and what was met where, for highlighting and for the belief.
 *
 * `sentence-weights.json` turns them into one score; `scripts/fit-answers.ts` chooses these weights.
 */
import type { LanguageCode, Span } from '../article.ts'
import type { Asked } from './asked.ts'
import { askedSpans } from './asked-span.ts'
import type { Sentence } from './sentence.ts'
import { dayOf } from './events/sentence-day.ts'
import { better, coverOf, meet, meeting, type Met, type QuestionTerm } from './terms.ts'

export const sentenceFeatureNames = [
  'cover',
  'coverWithPrevious',
  'coverAround',
  'heaviest',
  'phrase',
  'fit',
  'near',
  'misfit',
  'opening',
  'length',
  'passage',
  'passageFirst',
  'cosine',
  'sentenceCosine',
  'repeats',
  'otherCover',
  'otherFit',
  'otherNear',
  'otherCosine',
  'otherSentenceCosine',
  'unit',
  'unitNear',
  'closest',
  'otherClosest',
  'otherAround',
  'otherPrevious',
] as const

export type SentenceFeature = (typeof sentenceFeatureNames)[number]

export interface ReadQuestion {
  readonly text: string
  readonly language: LanguageCode
  readonly asked: Asked
  readonly terms: readonly QuestionTerm[]
}

export interface Weighed {
  readonly sentence: Sentence
  readonly features: Readonly<Record<SentenceFeature, number>>
  readonly met: readonly Met[]
  /** The same with the sentence before it, its passage and its title. */
  readonly metAround: readonly Met[]
  /** Words of the asked-for kind, as offsets into the sentence's text. */
  readonly spans: readonly Span[]
}

export function weighSentence(
  question: ReadQuestion,
  sentence: Sentence,
  best: { readonly score: number },
): Weighed {
  const { terms, language, asked } = question
  const { evidence, index } = sentence
  const met = meetInTime(terms, language, sentence)
  const before = sentence.previous === null ? met : meet(terms, language, sentence.previous.index)
  const metAround = better(met, meet(terms, language, sentence.surroundings))
  const metAt = new Set(met.filter(({ at }) => at >= 0).map(({ at }) => at))
  const { text } = sentence
  const spans = askedSpans(asked.kind, {
    text,
    tokens: index.tokens,
    isAsked: (at) => metAt.has(at),
  })
  const wantsSpan = asked.kind !== 'thing' && asked.kind !== 'yes-no'
  const units = terms.flatMap(({ isUnit }, at) =>
    isUnit && (met[at]?.at ?? -1) >= 0 ? [met[at]?.at ?? 0] : [],
  )
  const cover = coverOf(terms, met)
  const other = index.language === language ? 0 : 1
  const fit = wantsSpan && spans.length > 0 ? 1 : 0
  const near = wantsSpan ? nearness(spans, sentence, metAt) : 0
  const content = index.tokens.filter(({ stop }) => !stop).length
  return {
    sentence,
    met,
    metAround,
    spans,
    features: {
      cover,
      coverWithPrevious: coverOf(terms, better(met, before)),
      coverAround: coverOf(terms, metAround),
      heaviest: metOfHeaviest(terms, met),
      phrase: phraseShare(met),
      fit,
      near,
      misfit: wantsSpan && spans.length === 0 ? 1 : 0,
      opening: evidence.passage.ordinal === 0 && sentence.ordinal === 0 ? 1 : 0,
      length: Math.log(Math.max(1, content) / 12),
      passage: best.score === 0 ? 0 : evidence.score / best.score,
      passageFirst: evidence.score === best.score ? 1 : 0,
      cosine: evidence.cosine ?? 0,
      sentenceCosine: 0,
      repeats: content > 0 && metAt.size >= content ? 1 : 0,
      otherCover: other * cover,
      otherFit: other * fit,
      otherNear: other * near,
      otherCosine: other * (evidence.cosine ?? 0),
      otherSentenceCosine: 0,
      unit: units.length > 0 ? 1 : 0,
      unitNear: units.length > 0 ? nearness(spans, sentence, new Set(units)) : 0,
      closest: 0,
      otherClosest: 0,
      otherAround: other * coverOf(terms, metAround),
      otherPrevious: other * coverOf(terms, better(met, before)),
    },
  }
}

/** A year is met by the day of the report or of what the sentence tells: it is seldom written out. */
function meetInTime(
  terms: readonly QuestionTerm[],
  language: LanguageCode,
  sentence: Sentence,
): readonly Met[] {
  const met = meet(terms, language, sentence.index)
  const published = sentence.evidence.passage.publishedAt
  return met.map((own, at) => {
    const year = own.strength === 0 ? yearOf(terms[at]) : null
    if (year === null) return own
    const isThen =
      published?.startsWith(year) === true || dayOf(sentence)?.startsWith(year) === true
    return isThen ? { strength: meeting.year, at: -1 } : own
  })
}

/** Of the Common Era, in whatever digits: tokens are folded. */
function yearOf(term: QuestionTerm | undefined): string | null {
  return term?.isNumber === true && /^(?:19|20)\d\d$/u.test(term.surface) ? term.surface : null
}

/** The same with what the sentence's own vector says. */
export function withCosine(
  { language }: ReadQuestion,
  weighed: Weighed,
  sentenceCosine: number,
  highestCosine: number,
): Weighed {
  const other = weighed.sentence.index.language === language ? 0 : 1
  const otherSentenceCosine = other * sentenceCosine
  // What comes near the best of all is told from the crowd, which a cosine alone does not.
  const closest = Math.exp(12 * (sentenceCosine - highestCosine))
  const otherClosest = other * closest
  const features = {
    ...weighed.features,
    sentenceCosine,
    otherSentenceCosine,
    closest,
    otherClosest,
  }
  return { ...weighed, features }
}

function metOfHeaviest(terms: readonly QuestionTerm[], met: readonly Met[]): number {
  const heaviest = Math.max(0, ...terms.map(({ weight }) => weight))
  const best = Math.max(
    0,
    ...terms.map(({ weight }, at) => (weight >= 0.9 * heaviest ? (met[at]?.strength ?? 0) : 0)),
  )
  return best
}

/** Share of neighbouring terms of the question that also stand side by side in the sentence, in that order. */
function phraseShare(met: readonly Met[]): number {
  if (met.length < 2) return 0
  let sideBySide = 0
  for (let at = 1; at < met.length; at += 1) {
    const gap = (met[at]?.at ?? -1) - (met[at - 1]?.at ?? -1)
    if ((met[at]?.at ?? -1) >= 0 && (met[at - 1]?.at ?? -1) >= 0 && gap >= 1 && gap <= 2)
      sideBySide += 1
  }
  return sideBySide / (met.length - 1)
}

/** 1 when words of the asked-for kind stand beside a word of the question, falling with the distance. */
function nearness(spans: readonly Span[], sentence: Sentence, metAt: ReadonlySet<number>): number {
  const { tokens } = sentence.index
  let nearest = Number.POSITIVE_INFINITY
  for (const span of spans) {
    for (const at of metAt) {
      const token = tokens[at]
      if (token === undefined) continue
      const distance = token.start >= span.end ? token.start - span.end : span.start - token.end
      nearest = Math.min(nearest, Math.max(0, distance))
    }
  }
  return 1 / (1 + nearest / 30)
}
