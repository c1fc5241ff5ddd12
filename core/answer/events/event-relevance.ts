/**
 * Relevance to an event: whether an article, or a sentence of it, is about what a question asks for.
 *
 * In:   weighed sentences of one question; what the best of them reach is the measure for the rest.
 * Out:  yes or no. Covers are compared within a language: across languages fewer words are met.
 */
import type { StoredPassage } from '../../article.ts'
import { analyse } from '../../language/index.ts'
import type { ScoredSentence } from '../choose-quotes.ts'
import type { QuestionPlan } from '../../question/plan.ts'
import { createMeeting } from '../meeting.ts'
import { coverOf, indexTokens } from '../token-index.ts'

/** Shares are of the best in the passage's language, unless said otherwise. */
export const relevance = {
  /** Cover of title and passage; less will do where vectors agree. */
  lead: 0.7,
  leadWithVector: 0.5,
  /** The same as a share of the best in any language, where the passage's vector is none of the nearest. */
  leadAcross: 0.55,
  /** Cosine of the passage that stands in for it, as a share of the best in any language. */
  passageCosine: 0.7,
  /** Cosine of the sentence, as a share of the best in any language. */
  sentenceCosine: 0.68,
  /** Mean of the sentence's cover and its cosine, each as a share of the best. */
  news: 0.55,
  /** Cover of a sentence that mentions an event, and the least of it. */
  mention: 0.9,
  mentionLeast: 0.6,
  /** Cover of a title over news that says no day. */
  title: 0.65,
  /** Cover of a sentence under such a title. */
  titled: 0.3,
  /** The same in the opening, where no sentence met that. */
  titledOpening: 0.15,
} as const

export interface Covers {
  /** By language: the best cover of a title and passage, and of a sentence. */
  readonly lead: ReadonlyMap<string, number>
  readonly sentence: ReadonlyMap<string, number>
  readonly best: number
  readonly passageCosine: number
  readonly sentenceCosine: number
}

export function coversOf(
  { content: terms }: QuestionPlan,
  scored: readonly ScoredSentence[],
): Covers {
  const lead = new Map<string, number>()
  const sentence = new Map<string, number>()
  for (const one of scored) {
    const { language } = one.sentence.index
    const own = coverOf(terms, one.met)
    sentence.set(language, Math.max(sentence.get(language) ?? 0, own))
    lead.set(language, Math.max(lead.get(language) ?? 0, one.features.coverAround, own))
  }
  const highest = (feature: 'cosine' | 'sentenceCosine'): number =>
    Math.max(0, ...scored.map(({ features }) => features[feature]))
  return {
    lead,
    sentence,
    best: Math.max(0, ...lead.values()),
    passageCosine: highest('cosine'),
    sentenceCosine: highest('sentenceCosine'),
  }
}

/** @param ease - In (0, 1]: which share of each measure will do. */
export function isAbout(
  sentences: readonly ScoredSentence[],
  covers: Covers,
  ease: number,
): boolean {
  const [first] = sentences
  if (first === undefined) return false
  const lead = Math.max(...sentences.map(({ features }) => features.coverAround))
  const cosine = Math.max(...sentences.map(({ features }) => features.cosine))
  const isVectorNear =
    covers.passageCosine > 0 && cosine >= relevance.passageCosine * covers.passageCosine
  const best = covers.lead.get(first.sentence.index.language) ?? 0
  const least = isVectorNear ? relevance.leadWithVector : relevance.lead
  return (
    lead >= ease * least * best &&
    (isVectorNear || lead >= ease * relevance.leadAcross * covers.best)
  )
}

/** A sentence beyond those that are worth a vector of their own is as near as its passage. */
export function isNear({ features }: ScoredSentence, covers: Covers, ease: number): boolean {
  if (covers.sentenceCosine === 0) return true
  return features.sentenceCosine === 0
    ? features.cosine >= ease * relevance.passageCosine * covers.passageCosine
    : features.sentenceCosine >= ease * relevance.sentenceCosine * covers.sentenceCosine
}

export function tells(
  { features, sentence }: ScoredSentence,
  covers: Covers,
  ease: number,
): boolean {
  const cover = features.cover / (covers.sentence.get(sentence.index.language) ?? 1)
  if (features.sentenceCosine === 0) return cover >= ease * relevance.news
  return (cover + features.sentenceCosine / covers.sentenceCosine) / 2 >= ease * relevance.news
}

export function isTitled(
  { content: terms, language }: QuestionPlan,
  passage: StoredPassage,
  covers: Covers,
): boolean {
  const { title } = passage
  const words = indexTokens(
    [{ text: title, tokens: analyse(title, passage.language) }],
    passage.language,
  )
  const cover = coverOf(terms, createMeeting(terms, language).byWords(words))
  return cover >= relevance.title * (covers.lead.get(passage.language) ?? 0)
}
