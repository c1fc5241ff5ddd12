/**
 * Belief features: what speaks for the quotes holding the answer, and what against it, as numbers of about [0, 1].
 *
 * In:   the question, the quotes chosen for it.
 * Out:  the features by name; `belief-weights.json` weighs them.
 *
 * They look at the first quote, in the light of the sentences beside it and of its title. What a question names and
 * these do not hold weighs against an answer: its heaviest word, a name, a number.
 */
import { sentencesOf, type QuoteDraft } from './choose-quotes.ts'
import { asksFor, asksNumber, asksThing } from '../question/asked.ts'
import type { QuestionPlan } from '../question/plan.ts'
import type { Term } from '../question/term.ts'
import { better, coverOf, type Met } from './token-index.ts'

export const beliefFeatureNames = [
  'cover',
  'soft',
  'softUnion',
  'context',
  'unmet',
  'unmetShare',
  'weakest',
  'nameUnmet',
  'nameAbsent',
  'numberUnmet',
  'unitUnmet',
  'noDate',
  'noNumber',
  'cosine',
  'sentenceCosine',
  'score',
  'lead',
  'local',
  'length',
  'other',
  'otherContext',
  'otherSoft',
  'otherCosine',
  'otherUnmet',
  'otherScore',
  'ofDate',
  'ofNumber',
  'ofPerson',
  'ofThing',
] as const

export type BeliefFeature = (typeof beliefFeatureNames)[number]

export type BeliefFeatures = Readonly<Record<BeliefFeature, number>>

/** Which way a feature may speak, where it may speak one way alone: fitted signs that say otherwise are chance. */
export const beliefSigns: Partial<Readonly<Record<BeliefFeature, 1 | -1>>> = {
  cover: 1,
  soft: 1,
  softUnion: 1,
  context: 1,
  unmet: -1,
  unmetShare: -1,
  weakest: 1,
  nameUnmet: -1,
  nameAbsent: -1,
  numberUnmet: -1,
  unitUnmet: -1,
  noDate: -1,
  noNumber: -1,
  cosine: 1,
  sentenceCosine: 1,
  score: 1,
  lead: 1,
  local: 1,
  length: 1,
}

/** A term is missed where its strength is below this. */
export const missed = 0.3
/** Quotes that lead by more log odds than this lead no more clearly. */
const clearLead = 5

export function beliefFeatures(
  { content: terms, asked, language }: QuestionPlan,
  quotes: readonly QuoteDraft[],
  first: QuoteDraft,
): BeliefFeatures {
  const { features, score } = first.chosen
  const own = sentencesOf(first)
  const soft = own.map((one) => one.soft).reduce(better)
  const union = quotes.flatMap((quote) => sentencesOf(quote).map((one) => one.soft)).reduce(better)
  const around = own.map((one) => one.softContext).reduce(better)
  const lacking = terms.map(({ weight }, at) => weight * (1 - strengthAt(around, at)))
  const unmet = Math.max(...lacking)
  const anywhere = own.map((one) => one.softAround).reduce(better)
  const misses = (met: readonly Met[], is: (term: Term) => boolean): number =>
    terms.some((term, at) => is(term) && strengthAt(met, at) < missed) ? 1 : 0
  const unit = terms.findIndex(({ isUnit }) => isUnit)
  const other = first.evidence.passage.language === language ? 0 : 1
  const context = coverOf(terms, around)
  const rival = quotes[1]?.chosen.score ?? score - clearLead
  const of = {
    date: asksFor(asked, 'when') ? 1 : 0,
    number: asksNumber(asked) ? 1 : 0,
    person: asksFor(asked, 'who') ? 1 : 0,
    thing: asksThing(asked) ? 1 : 0,
  }
  return {
    cover: features.cover,
    soft: coverOf(terms, soft),
    softUnion: coverOf(terms, union),
    context,
    unmet,
    unmetShare: (unmet * terms.length) / 3,
    weakest: Math.min(...around.map(({ strength }) => strength)),
    nameUnmet: misses(around, ({ kind }) => kind === 'name'),
    nameAbsent: misses(anywhere, ({ kind }) => kind === 'name'),
    numberUnmet: misses(around, ({ kind }) => kind === 'number'),
    unitUnmet: unit === -1 ? 0 : 1 - strengthAt(first.chosen.soft, unit),
    noDate: of.date * (1 - features.fit),
    noNumber: of.number * (1 - features.fit),
    cosine: first.evidence.cosine ?? 0,
    sentenceCosine: features.sentenceCosine,
    score: score / 10,
    lead: Math.min(1, (score - rival) / clearLead),
    local: features.local,
    length: Math.log(terms.length),
    other,
    otherContext: other * context,
    otherSoft: other * coverOf(terms, soft),
    otherCosine: other * features.sentenceCosine,
    otherUnmet: other * unmet,
    otherScore: (other * score) / 10,
    ofDate: of.date,
    ofNumber: of.number,
    ofPerson: of.person,
    ofThing: of.thing,
  }
}

function strengthAt(met: readonly Met[], at: number): number {
  return met[at]?.strength ?? 0
}
