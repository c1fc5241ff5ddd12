/**
 * Meeting: how strongly each term of a question is met in a text, by its words and by what vectors say of them.
 *
 * In:   the terms, and texts laid out for look-ups, each of them as often as one likes.
 * Out:  one entry a term, in the terms' order.
 * Cost: O(terms × tokens) once a text; what was met is kept for the question.
 *
 * By words the same stem counts whole; the same sound (a name in another script), a translation and the same beginning
 * count less, and less still where the vectors see nothing alike in the two words. Softly, a word counts as well by
 * likeness alone. Of 268 runs of four to six words, each translated whole in one sentence of its document (NTREX, six
 * pairs of languages), cover by words finds that sentence in 77 %, soft cover in 85 %.
 */
import type { LanguageCode } from '../article.ts'
import {
  shortestSound,
  shortestSoundOfName,
  isTelling,
  type Met,
  type TokenIndex,
} from './token-index.ts'
import type { Term, Translation } from '../question/term.ts'
import type { Likeness } from './word-likeness.ts'

export interface Meeting {
  byWords(index: TokenIndex): readonly Met[]
  /** The same by likeness as well; without vectors the same. */
  softly(index: TokenIndex): readonly Met[]
}

export const strengths = {
  stem: 1,
  soundAcross: 0.9,
  soundWithin: 0.6,
  beginning: 0.5,
  /** Of the likeliest translation; an unlikely one counts down to half of it. */
  translation: 0.9,
  synonym: 0.6,
  /** A day or year of the question that is the report's own. */
  time: 0.7,
} as const

/** Cosines of two words: from where a likeness counts, and from where it counts whole. */
const alike = { from: 0.15, whole: 0.6, most: 0.95 } as const
/** From which cosine on a meeting by words counts whole, and what is left of it at none. */
const verified = { whole: 0.25, least: 0.2 } as const

/** Of other languages the shipped model has read no word: that it sees nothing alike there means nothing. */
const read: ReadonlySet<LanguageCode> = new Set(['ar', 'fa', 'en'])

/** @param likeness - null where there are no vectors. */
export function createMeeting(
  terms: readonly Term[],
  language: LanguageCode,
  likeness: Likeness | null = null,
): Meeting {
  const words = new Map<TokenIndex, readonly Met[]>()
  const soft = new Map<TokenIndex, readonly Met[]>()
  const verifying = read.has(language) ? likeness : null
  const byWords = (index: TokenIndex): readonly Met[] => {
    const kept = words.get(index)
    if (kept !== undefined) return kept
    const met = terms.map((term, at) =>
      verifiedBy(verifying, at, index, meet(term, language, index)),
    )
    words.set(index, met)
    return met
  }
  return {
    byWords,
    softly(index) {
      if (likeness === null) return byWords(index)
      const kept = soft.get(index)
      if (kept !== undefined) return kept
      const met = softly(terms, byWords(index), index, likeness)
      soft.set(index, met)
      return met
    },
  }
}

function verifiedBy(likeness: Likeness | null, term: number, index: TokenIndex, met: Met): Met {
  const surface = index.tokens[met.at]?.surface
  if (likeness === null || surface === undefined || met.strength === strengths.stem) return met
  const cosine = likeness.get(surface)?.[term]
  if (cosine === undefined) return met
  const { whole, least } = verified
  const trust = least + (1 - least) * Math.min(1, Math.max(0, cosine / whole))
  return { ...met, strength: met.strength * trust }
}

function softly(
  terms: readonly Term[],
  met: readonly Met[],
  { tokens }: TokenIndex,
  likeness: Likeness,
): readonly Met[] {
  const best = [...met]
  // A country is not its capital for being like it.
  const byItselfAlone = terms.map(
    ({ kind, isDeictic }) => kind === 'number' || kind === 'name' || isDeictic,
  )
  tokens.forEach(({ surface, stop }, at) => {
    const cosines = stop ? undefined : likeness.get(surface)
    cosines?.forEach((cosine, term) => {
      if (cosine <= alike.from || byItselfAlone[term] === true) return
      const share = Math.min(1, (cosine - alike.from) / (alike.whole - alike.from))
      const strength = alike.most * share
      if (strength > (best[term]?.strength ?? 1)) best[term] = { strength, at }
    })
  })
  return best
}

function meet(term: Term, language: LanguageCode, index: TokenIndex): Met {
  if (term.isDeictic) return unmet
  const [same] = index.byStem.get(term.stem) ?? []
  if (same !== undefined) return { strength: strengths.stem, at: same }
  if (term.kind === 'number') return unmet
  // «سوتشي» and Sochi have two sounds: enough for what a capital tells to be a name, where no dictionary knows it.
  const isKnown = term.forms.translations.some((one) => one.language === index.language)
  const shortest =
    term.kind === 'name' && !isKnown && language !== index.language
      ? shortestSoundOfName
      : shortestSound
  const [sounding] = isTelling(term.sound, shortest) ? (index.bySound.get(term.sound) ?? []) : []
  if (sounding !== undefined) {
    const strength = language === index.language ? strengths.soundWithin : strengths.soundAcross
    return { strength, at: sounding }
  }
  const { translations, synonyms } = term.forms
  if (language !== index.language) return translated(translations, index, strengths.translation)
  const beginning = index.tokens.findIndex(({ surface }) => beginAlike(term.surface, surface))
  return beginning === -1
    ? translated(synonyms, index, strengths.synonym)
    : { strength: strengths.beginning, at: beginning }
}

function translated(
  translations: readonly Translation[],
  { language, byStem }: TokenIndex,
  best: number,
): Met {
  for (const { language: target, stems, trust, isDoubtful } of translations) {
    if (target !== language || isDoubtful) continue
    const places = stems.map((stem) => byStem.get(stem)?.[0] ?? -1)
    if (places.every((place) => place >= 0)) {
      return { strength: best * (0.5 + 0.5 * trust), at: places[0] ?? -1 }
    }
  }
  return unmet
}

const shortestBeginning = 5
const unmet: Met = { strength: 0, at: -1 }

/** Derived forms of one word: «استمر» and «استمرار», "inform" and "information". */
function beginAlike(a: string, b: string): boolean {
  if (a.length < shortestBeginning) return false
  const shorter = Math.min(a.length, b.length)
  if (shorter < shortestBeginning - 1) return false
  let shared = 0
  while (shared < shorter && a[shared] === b[shared]) shared += 1
  return shared >= shortestBeginning - 1 && shared >= 0.7 * Math.max(a.length, b.length)
}
