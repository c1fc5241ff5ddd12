/**
 * Passage features: what a second look at a passage's own words tells, each in [0, 1].
 *
 * In:   the terms of a question with their forms and weights, a passage.
 * Out:  features by name, for `rerank.ts` and the fitting of its weights.
 * Cost: a look at each word of the passage, once it is analysed.
 */
import type { LanguageCode, StoredPassage } from '../article.ts'
import type { Token } from '../language/index.ts'
import type { Term } from '../question/term.ts'
import { wordsOfPassage } from './passage-words.ts'

export const passageFeatureNames = [
  'close',
  'heaviest',
  'words',
  'numbers',
  'anyNumber',
  'closeNumber',
  'brevity',
  'cosine',
] as const

export type PassageFeatures = Readonly<Record<(typeof passageFeatureNames)[number], number>>

/** Forms of terms by what a passage's word must read. */
export interface FormIndex {
  readonly terms: readonly Term[]
  readonly byStem: ReadonlyMap<string, readonly IndexedForm[]>
  readonly bySound: ReadonlyMap<string, readonly IndexedForm[]>
}

interface IndexedForm {
  readonly term: number
  readonly trust: number
  readonly language: LanguageCode | undefined
  readonly others: readonly string[]
}

export function indexForms(terms: readonly Term[]): FormIndex {
  const byStem = new Map<string, IndexedForm[]>()
  const bySound = new Map<string, IndexedForm[]>()
  for (const [term, { search }] of terms.entries()) {
    for (const form of search.forms) {
      const { field, term: word, with: others = [], language, weight: trust } = form
      if (field !== 'stem' && field !== 'sound') continue
      const map = field === 'stem' ? byStem : bySound
      const known = map.get(word)
      const own = { term, trust, language, others }
      if (known === undefined) map.set(word, [own])
      else known.push(own)
    }
  }
  return { terms, byStem, bySound }
}

/** Words that stand so near to one another are told of together. */
const windowWords = 20
/** How far from them a number may stand that answers the question. */
const numberReach = 8
/** Telling words of a passage that is neither short nor long. */
const middleLength = 60

export function passageFeatures(
  { terms, byStem, bySound }: FormIndex,
  asksNumber: boolean,
  passage: Pick<StoredPassage, 'text' | 'language'>,
  cosine: number | null,
): PassageFeatures {
  const { language } = passage
  const words = wordsOfPassage(passage)
  const hits: Hit[] = []
  const trusts = terms.map(() => 0)
  for (const [at, { stem, sound }] of words.entries()) {
    for (const form of formsAt(stem, sound)) {
      if (form.language !== undefined && form.language !== language) continue
      if (!form.others.every((other) => holds(words, other))) continue
      hits.push({ at, term: form.term, trust: form.trust })
      trusts[form.term] = Math.max(trusts[form.term] ?? 0, form.trust)
    }
  }
  function formsAt(stem: string, sound: string | null): readonly IndexedForm[] {
    const same = byStem.get(stem)
    const alike = sound === null ? undefined : bySound.get(sound)
    return alike === undefined ? (same ?? none) : same === undefined ? alike : [...same, ...alike]
  }
  const weights = terms.map(({ idf }) => idf)
  const most = Math.max(0, ...weights)
  const window = bestWindow(hits, weights)
  const isAsked = (at: number): boolean => byStem.has(words[at]?.stem ?? '')
  const numbers = asksNumber
    ? [...words.keys()].filter((at) => isNumber(words[at]?.surface ?? '') && !isAsked(at))
    : []
  const reached = (at: number): boolean =>
    at >= window.from - numberReach && at <= window.to + numberReach
  const named = [...terms.keys()].filter((at) => terms[at]?.kind === 'number')
  return {
    close: window.share,
    heaviest: Math.max(0, ...trusts.filter((_, at) => (weights[at] ?? 0) >= 0.9 * most)),
    words: trusts.filter((trust) => trust > 0).length / Math.max(1, terms.length),
    numbers:
      named.length === 0 ? 0 : named.filter((at) => (trusts[at] ?? 0) > 0).length / named.length,
    anyNumber: numbers.length > 0 ? 1 : 0,
    closeNumber: window.share > 0 && numbers.some(reached) ? 1 : 0,
    brevity: 1 / (1 + words.filter(({ stop }) => !stop).length / middleLength),
    cosine: Math.max(0, cosine ?? 0),
  }
}

interface Hit {
  readonly at: number
  readonly term: number
  readonly trust: number
}

const none: readonly IndexedForm[] = []

/** The words side by side that hold most of the question's weight, and the share they hold. */
function bestWindow(
  hits: readonly Hit[],
  weights: readonly number[],
): { readonly share: number; readonly from: number; readonly to: number } {
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  let best = { share: 0, from: 0, to: 0 }
  const trusts = new Float64Array(weights.length)
  for (const [first, { at: from }] of hits.entries()) {
    trusts.fill(0)
    let held = 0
    let to = from
    for (let next = first; next < hits.length; next += 1) {
      const { at, term, trust } = hits[next]!
      if (at - from >= windowWords) break
      const more = trust - trusts[term]!
      if (more <= 0) continue
      trusts[term] = trust
      held += more * (weights[term] ?? 0)
      to = at
    }
    if (held / whole > best.share) best = { share: held / whole, from, to }
  }
  return best
}

function holds(words: readonly Token[], stem: string): boolean {
  return words.some((word) => word.stem === stem)
}

function isNumber(word: string): boolean {
  return /^\p{Nd}/u.test(word)
}
