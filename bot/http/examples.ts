/** Examples in /openapi.json: as the sample corpus gives them. */
import type { z } from '@hono/zod-openapi'
import type { answerDocument, articleDocument, sourcesDocument } from './schemas.ts'

const origin = {
  title: "India lands near the Moon's south pole",
  source: 'The Meridian Ledger',
  url: 'https://example.org/meridian/chandrayaan-3',
  publishedAt: '2023-08-24',
  language: 'en',
}

const quote =
  'Cheers broke out at the control centre in Bengaluru, where S. Somanath, the head of the space agency ISRO, announced the success.'

export const answerExample: z.infer<typeof answerDocument> = {
  verdict: 'answer',
  language: 'en',
  answer: `The Meridian Ledger, August 24, 2023: “${quote}” [1]`,
  citations: [
    {
      n: 1,
      quote,
      articleId: 'chandrayaan-2023-en',
      ...origin,
      start: 260,
      end: 389,
      score: 0.39,
      highlights: [{ start: 59, end: 70 }],
    },
  ],
  nearest: [],
  disagreement: null,
  reason: null,
  missing: [],
  mode: 'hybrid',
  readAs: null,
  generation: 1,
  timings: { totalMs: 42.7 },
}

export const articleExample: z.infer<typeof articleDocument> = {
  id: 'chandrayaan-2023-en',
  ...origin,
  text: `${quote} …`,
  foundBy: {
    title: 'front-matter',
    source: 'front-matter',
    publishedAt: 'front-matter',
    language: 'front-matter',
  },
}

export const sourcesExample: z.infer<typeof sourcesDocument> = {
  sources: [
    {
      source: 'The Meridian Ledger',
      articles: 12,
      languages: ['en'],
      oldest: '2015-10-22',
      newest: '2024-12-09',
    },
  ],
}
