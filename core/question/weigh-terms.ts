/**
 * Weighs the terms of a question by how few passages hold them.
 *
 * In:   draft terms, what an index knows of each, how many passages it holds.
 * Out:  the terms with weights that sum to 1 over all that an answer should hold; 0 for helpers.
 * Cost: O(terms).
 *
 * A word that stands in the archive only in translation is no rarer than its likeliest translation: without this every
 * word of a Turkish question would weigh the same, and count as never seen.
 */
import type { LanguageCode } from '../article.ts'
import type { TermDraft } from './draft-terms.ts'
import type { Term, TermStatistics } from './term.ts'

export function weighTerms(
  drafts: readonly TermDraft[],
  statistics: readonly TermStatistics[],
  all: number,
  language: LanguageCode,
): readonly Term[] {
  const weighed = drafts.map((term, at): Term => {
    const { passages, translated, sounding } = statistics[at]!
    const known = Math.min(all, passages + translated)
    // A name that no dictionary knows is as rare as its sound; elsewhere a sound tells too little.
    const df = known === 0 && /^\p{Lu}/u.test(term.written) ? sounding : known
    const weight = term.kind === 'helper' ? 0 : weightOf(term.written, df, all, language)
    return { ...term, df, idf: inverseFrequency(all, passages), weight }
  })
  const whole = weighed.reduce((sum, { weight }) => sum + weight, 0)
  return whole === 0 ? weighed : weighed.map((term) => ({ ...term, weight: term.weight / whole }))
}

/** One more than BM25's: in a small archive a word that all passages hold still is part of the question. */
function weightOf(written: string, df: number, all: number, language: LanguageCode): number {
  const weight = 1 + inverseFrequency(all, df)
  // Without a stemmer an inflected word («evini») looks like one that the archive never saw; a capital tells names.
  const isUnknown = df === 0 && !stemmed.has(language) && /^\p{Ll}/u.test(written)
  return isUnknown ? weight * unknownShare : weight
}

const stemmed: ReadonlySet<LanguageCode> = new Set(['ar', 'fa', 'en'])
const unknownShare = 0.25

/** As BM25 has it, see `lexical/bm25.ts`. */
function inverseFrequency(all: number, passages: number): number {
  return Math.log(1 + (all - passages + 0.5) / (passages + 0.5))
}
