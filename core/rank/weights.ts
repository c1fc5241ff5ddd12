/** Limits of retrieval: how much is looked at on the way from candidates to evidence. */

export const retrievalLimits = {
  /** Candidates taken from each side. */
  candidates: 120,
  /** Of these, the best by their fused scores are read: reading 80 took 5 ms in an archive of 76,876 articles. */
  read: 40,
  /** Passages handed on to the choice of sentences. */
  evidence: 14,
  /** The same where a day is asked for, which may be that of several events. */
  evidenceOfDays: 24,
  passagesPerArticle: 3,
  /** The same: the day may be told anywhere in a report. */
  passagesPerArticleOfDays: 5,
} as const
