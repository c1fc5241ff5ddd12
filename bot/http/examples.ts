/** Examples in /openapi.json: as the sample corpus gives them. */
import type { z } from '@hono/zod-openapi'
import type {
  listDocument,
  passageDocument,
  searchDocument,
  statusDocument,
  verifyBody,
  verifyDocument,
} from './lookup-schemas.ts'
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
      span: { start: 319, end: 330 },
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
  timings: { totalMs: 142.7 },
  reading: { passages: 3, reason: null },
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

const entry = { articleId: 'chandrayaan-2023-en', ...origin }

const shownPassage = { ...entry, n: 1, start: 260, end: 389, text: quote }

export const passageExample: z.infer<typeof passageDocument> = {
  passage: shownPassage,
  passages: 4,
}

export const searchExample: z.infer<typeof searchDocument> = {
  language: 'en',
  mode: 'hybrid',
  passages: [{ ...shownPassage, score: 0.83 }],
  generation: 1,
}

export const verifyBodyExample: z.infer<typeof verifyBody> = {
  quotes: [
    { quote: `“${quote}”`, articleId: 'chandrayaan-2023-en' },
    { quote: 'The lander sank in the harbour on a Sunday.' },
  ],
}

export const verifyExample: z.infer<typeof verifyDocument> = {
  quotes: [
    { verdict: 'exact', start: 260, end: 389, pieces: [{ start: 260, end: 389 }], ...entry },
    {
      verdict: 'absent',
      articleId: null,
      start: null,
      end: null,
      pieces: [],
      title: null,
      source: null,
      url: null,
      publishedAt: null,
      language: null,
    },
  ],
}

export const listExample: z.infer<typeof listDocument> = {
  articles: [{ id: 'chandrayaan-2023-en', ...origin }],
  total: 34,
  next: 'WyIyMDIzLTA4LTI0IiwiY2hhbmRyYXlhYW4tMjAyMy1lbiJd',
}

export const statusExample: z.infer<typeof statusDocument> = {
  generation: 1,
  publishedAt: '2026-11-22T20:00:00.000Z',
  articles: 34,
  passages: 71,
  newestArticle: '2024-12-19',
  mode: 'hybrid',
}
