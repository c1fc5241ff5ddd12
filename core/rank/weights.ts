/**
 * Weights of the fusion: how far each side's score counts, by whether question and passage share a language.
 *
 * Chosen with `npm run eval -- --dataset …` on development sets; the sum need not be one.
 */

export const fusionWeights = {
  sameLanguage: {
    /** Weight of the vectors when the lexical side found every term of the question… */
    denseWhenCovered: 0.3,
    /** …and when it found none; in between it moves along with the coverage of the best candidate. */
    denseWhenUncovered: 0.55,
  },
  otherLanguage: {
    denseWhenCovered: 0.4,
    denseWhenUncovered: 0.7,
  },
} as const

export const retrievalLimits = {
  /** Candidates taken from each side. */
  candidates: 120,
  /** Passages handed on to the choice of sentences. */
  evidence: 14,
  /** The same where a day is asked for, which may be that of several events. */
  evidenceOfDays: 24,
  passagesPerArticle: 3,
} as const
