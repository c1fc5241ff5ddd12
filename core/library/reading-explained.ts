/** What a question that is explained tells of its reading: the sentences it was chosen among, and belief. */
import type { Considered } from '../answer/answerer.ts'
import type { ReadingReport } from '../archive.ts'

const shownSentences = 10

export function readingExplained({ scored, belief }: Considered): Partial<ReadingReport> {
  const sentences = scored.slice(0, shownSentences).map(({ sentence, score, read }) => ({
    articleId: sentence.evidence.passage.articleId,
    text: sentence.text,
    score,
    words: read === null ? null : sentence.text.slice(read.start, read.end),
    logOdds: read?.logOdds ?? null,
  }))
  return {
    sentences,
    belief: belief && { probability: belief.probability, features: belief.features },
  }
}
