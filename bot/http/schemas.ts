/** The endpoint's documents: what is checked on the way in and published in /openapi.json. */
import { z } from '@hono/zod-openapi'
import type { AnswerDocument } from '../../core/answer/document.ts'
import { maxQuestionCharacters } from '../../core/question/check-question.ts'
import type { SourceSummary } from '../../core/archive.ts'
import type { Article } from '../../core/article.ts'

export const language = z
  .string()
  .regex(/^[a-z]{2,3}$/)
  .openapi({ description: 'ISO 639-1 code, lower case', example: 'ar' })

export const isoDate = z.iso.date().openapi({ example: '2015-10-21' })

export const askBody = z
  .strictObject({
    question: z.string().openapi({
      description: `1 to ${maxQuestionCharacters} characters in any language`,
      maxLength: maxQuestionCharacters,
      example: 'كم عدد المقاتلين من روسيا في سوريا حسب بوتين؟',
    }),
    language: language
      .optional()
      .openapi({ description: "The question's language when it is known; found otherwise." }),
    filters: z
      .strictObject({
        languages: z.array(language).max(20).optional(),
        sources: z.array(z.string().max(300)).max(50).optional().openapi({
          description: 'Outlet names, exactly as /v1/sources lists them',
        }),
        publishedFrom: isoDate.optional(),
        publishedTo: isoDate.optional(),
      })
      .optional(),
    conversation: z
      .strictObject({
        previousQuestion: z.string().min(1).max(maxQuestionCharacters),
        citedArticleIds: z.array(z.string().min(1).max(500)).max(20),
        isReply: z.boolean().optional().openapi({
          description: 'Whether the question was sent as a reply to that answer',
        }),
      })
      .optional()
      .openapi({
        description:
          'What a follow-up question may lean on: the question before it as it was read (`readAs`), or several, a line each, the oldest first',
      }),
  })
  .openapi('Ask')

const span = z.object({ start: z.int().min(0), end: z.int().min(0) })

const citation = z
  .object({
    n: z.int().min(1).openapi({ description: 'Its number in the answer' }),
    quote: z
      .string()
      .openapi({ description: "Exactly `text.slice(start, end)` of the article's text" }),
    articleId: z.string(),
    title: z.string(),
    source: z.string().nullable(),
    url: z.string().nullable(),
    publishedAt: z
      .string()
      .nullable()
      .openapi({ description: 'ISO 8601, as precise as it is known' }),
    language: z.string(),
    start: z.int().min(0).openapi({ description: 'In UTF-16 code units' }),
    end: z.int().min(0),
    score: z.number().min(0).max(1),
    span: span.nullable().openapi({
      description: 'The asked-for words, as offsets into the article’s text; null where not known',
    }),
    highlights: z.array(span).openapi({ description: 'Offsets into `quote`' }),
  })
  .openapi('Citation')

export const answerDocument = z
  .object({
    verdict: z.enum(['answer', 'refusal']),
    language: z.string().openapi({ description: 'Of the question' }),
    answer: z.string().openapi({ description: 'Text with [n] marks, or the polite refusal' }),
    citations: z.array(citation),
    nearest: z.array(citation).openapi({ description: 'On a refusal: passages near the question' }),
    disagreement: z
      .array(
        z.object({
          claim: z.string(),
          eventDate: z.string().nullable(),
          citations: z.array(citation),
        }),
      )
      .nullable(),
    reason: z.enum(['empty-question', 'nothing-found', 'too-weak', 'entity-missing']).nullable(),
    missing: z
      .array(z.string())
      .openapi({ description: 'Words of the question that nothing holds' }),
    archive: z.object({ first: isoDate, last: isoDate }).optional().openapi({
      description: 'On a refusal: days of the earliest and the latest article that has one',
    }),
    mode: z.enum(['hybrid', 'keyword-only']),
    readAs: z.string().nullable().openapi({
      description: 'The whole question, where it leaned on the one before',
    }),
    generation: z.int(),
    timings: z.object({ totalMs: z.number() }),
    reading: z.object({
      passages: z.int().openapi({ description: 'Read together with the question' }),
      reason: z.string().nullable().openapi({ description: 'Why none was' }),
    }),
  })
  .openapi('Answer') satisfies z.ZodType<Mutable<AnswerDocument>>

const foundBy = z.enum([
  'sidecar',
  'front-matter',
  'field',
  'json-ld',
  'html-meta',
  'text',
  'letters',
  'file-name',
])

export const articleDocument = z
  .object({
    id: z.string(),
    title: z.string(),
    text: z.string(),
    source: z.string().nullable(),
    url: z.string().nullable(),
    publishedAt: z.string().nullable(),
    language: z.string(),
    foundBy: z.object({
      title: foundBy,
      source: foundBy.nullable(),
      publishedAt: foundBy.nullable(),
      language: foundBy,
    }),
  })
  .openapi('Article') satisfies z.ZodType<Mutable<Article>>

export const sourcesDocument = z
  .object({
    sources: z.array(
      z.object({
        source: z.string().nullable(),
        articles: z.int(),
        languages: z.array(z.string()),
        oldest: z.string().nullable(),
        newest: z.string().nullable(),
      }),
    ),
  })
  .openapi('Sources') satisfies z.ZodType<{ sources: Mutable<SourceSummary>[] }>

export const readyDocument = z
  .object({
    ready: z.literal(true),
    generation: z.int(),
    publishedAt: z.string(),
    articles: z.int(),
    passages: z.int(),
    newestArticle: z.string().nullable(),
    mode: z.enum(['hybrid', 'keyword-only']),
    model: z.string().nullable(),
    modeReason: z.string().nullable(),
    reader: z.string().nullable(),
    readerReason: z.string().nullable(),
    damaged: z.int().openapi({ description: 'Articles found damaged and not served' }),
  })
  .partial()
  .required({ ready: true })
  .openapi('Ready')

export const notReadyDocument = z
  .object({
    ready: z.literal(false),
    state: z.enum(['opening', 'indexing', 'failed']),
    reason: z.string().nullable().openapi({ description: 'Told to those who run the server' }),
    progress: z.object({ done: z.int(), total: z.int().nullable() }).nullable(),
  })
  .openapi('NotReady')

export const problemDocument = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string().optional(),
    requestId: z.string(),
  })
  .openapi('Problem')

type Mutable<T> = T extends readonly (infer Item)[]
  ? Mutable<Item>[]
  : T extends object
    ? { -readonly [Key in keyof T]: Mutable<T[Key]> }
    : T
