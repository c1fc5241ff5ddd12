/**
 * Sentence features: what speaks for a sentence as the answer, each as a number of about [0, 1].
 *
 * In:   the question's terms and kind, a candidate sentence.
 * Out:  the features by name, and what was met where, for highlighting and for the belief.
 *
 * `sentence-weights.json` turns them into one score; `scripts/fit-answers.ts` chooses these weights.
 */
import type { Span } from '../article.ts'
import { asksFor, asksNumber } from '../question/asked.ts'
import { askedSpans } from './asked-span.ts'
import type { Sentence } from './sentence.ts'
import { dayOf } from './events/sentence-day.ts'
import { strengths, type Meeting } from './meeting.ts'
import type { QuestionPlan } from '../question/plan.ts'
import type { Term } from '../question/term.ts'
import { better, coverOf, type Met } from './token-index.ts'

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
  'soft',
  'softWithPrevious',
  'softAround',
  'softHeaviest',
  'focus',
  'softFocus',
  'lineLength',
  'softWithNext',
  'softContext',
  'softTitle',
  'residual',
  'local',
  'localHard',
  'localGap',
  'otherLocal',
] as const

export type SentenceFeature = (typeof sentenceFeatureNames)[number]

export interface Weighed {
  readonly sentence: Sentence
  readonly features: Readonly<Record<SentenceFeature, number>>
  readonly met: readonly Met[]
  /** The same by likeness as well. */
  readonly soft: readonly Met[]
  /** By the sentence, those beside it and the title. */
  readonly softContext: readonly Met[]
  /** By its whole passage and the title. */
  readonly softAround: readonly Met[]
  /** Words of the asked-for kind, as offsets into the sentence's text. */
  readonly spans: readonly Span[]
}

export function weighSentence(
  question: QuestionPlan,
  sentence: Sentence,
  best: { readonly score: number },
  meeting: Meeting,
): Weighed {
  const { content: terms, language, asked } = question
  const { evidence, index } = sentence
  const { previous, next, title, surroundings } = sentence
  const met = meetInTime(terms, meeting.byWords(index), sentence)
  const before = previous === null ? met : meeting.byWords(previous.index)
  const metAround = better(met, meeting.byWords(surroundings))
  const soft = better(met, meeting.softly(index))
  const softBefore = previous === null ? soft : meeting.softly(previous.index)
  const softNext = next === null ? soft : meeting.softly(next.index)
  const softTitle = meeting.softly(title)
  const softContext = [softBefore, softNext, softTitle].reduce(better, soft)
  const softAround = better(soft, meeting.softly(surroundings))
  const metAt = new Set(met.filter(({ at }) => at >= 0).map(({ at }) => at))
  const { text } = sentence
  const spans = askedSpans(asked, {
    text,
    tokens: index.tokens,
    isAsked: (at) => metAt.has(at),
  })
  const wantsSpan = asksNumber(asked) || asksFor(asked, 'who', 'where', 'when', 'why')
  const units = terms.flatMap(({ isUnit }, at) =>
    isUnit && (met[at]?.at ?? -1) >= 0 ? [met[at]?.at ?? 0] : [],
  )
  const cover = coverOf(terms, met)
  const other = index.language === language ? 0 : 1
  const fit = wantsSpan && spans.length > 0 ? 1 : 0
  const near = wantsSpan ? nearness(spans, sentence, metAt) : 0
  const length = index.tokens.filter(({ stop }) => !stop).length
  return {
    sentence,
    met,
    soft,
    softContext,
    softAround,
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
      length: Math.log(Math.max(1, length) / 12),
      passage: best.score === 0 ? 0 : evidence.score / best.score,
      passageFirst: evidence.score === best.score ? 1 : 0,
      cosine: evidence.cosine ?? 0,
      sentenceCosine: 0,
      repeats: length > 0 && metAt.size >= length ? 1 : 0,
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
      soft: coverOf(terms, soft),
      softWithPrevious: coverOf(terms, better(soft, softBefore)),
      softAround: coverOf(terms, softAround),
      softHeaviest: metOfHeaviest(terms, soft),
      focus: Math.max(
        0,
        ...terms.map(({ isFocus }, at) => (isFocus ? (met[at]?.strength ?? 0) : 0)),
      ),
      softFocus: Math.max(
        0,
        ...terms.map(({ isFocus }, at) => (isFocus ? (soft[at]?.strength ?? 0) : 0)),
      ),
      lineLength: length < 5 ? 1 : 0,
      softWithNext: coverOf(terms, better(soft, softNext)),
      softContext: coverOf(terms, softContext),
      softTitle: coverOf(terms, softTitle),
      residual: residualOf(terms, soft, softTitle),
      local: 0,
      localHard: 0,
      localGap: 0,
      otherLocal: 0,
    },
  }
}

/** A time is met by the day of the report or of what the sentence tells: it is seldom written out. */
function meetInTime(
  terms: readonly Term[],
  met: readonly Met[],
  sentence: Sentence,
): readonly Met[] {
  const published = sentence.evidence.passage.publishedAt
  return met.map((own, at) => {
    const { time, isDeictic } = terms[at]!
    if (time === null || own.strength > 0) return own
    // A day is that of the report only where the sentence says so («أمس»), or where news of today is asked for.
    const isThen =
      dayOf(sentence)?.startsWith(time) === true ||
      ((time.length < 10 || isDeictic) && published?.startsWith(time) === true)
    return isThen ? { strength: strengths.time, at: -1 } : own
  })
}

/** Of what the title does not say already, the share that the sentence says. */
function residualOf(terms: readonly Term[], soft: readonly Met[], title: readonly Met[]): number {
  const left = terms.map(({ weight }, at) => weight * (1 - (title[at]?.strength ?? 0)))
  const whole = left.reduce((sum, weight) => sum + weight, 0)
  if (whole < 0.05) return 1
  return left.reduce((sum, weight, at) => sum + weight * (soft[at]?.strength ?? 0), 0) / whole
}

/** The same with what the sentence's own vector says. */
export function withCosine(
  { language }: QuestionPlan,
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

function metOfHeaviest(terms: readonly Term[], met: readonly Met[]): number {
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
