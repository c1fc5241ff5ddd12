/** What stands behind the ? of an address: questions, filters, places in a list. */
import { z } from '@hono/zod-openapi'
import type { QuestionFilters } from '../../core/question.ts'
import { maxQuestionCharacters } from '../../core/question/check-question.ts'
import { isoDate, language } from './schemas.ts'

export const questionQuery = {
  q: z.string().openapi({
    description: `The question: 1 to ${maxQuestionCharacters} characters in any language`,
    example: 'كم عدد القتلى في فيضانات درنة؟',
  }),
  lang: language.optional().openapi({
    description: "The question's language when it is known; found otherwise.",
    example: 'ar',
  }),
}

function list(given: unknown): unknown {
  return given === undefined || Array.isArray(given) ? given : [given]
}

/** May be given several times. */
function several<Item extends z.ZodType>(item: Item, most: number) {
  return z.preprocess(list, z.array(item).max(most).optional())
}

export const filterQuery = {
  outlet: several(z.string().min(1).max(300), 50).openapi({
    param: { description: 'Outlet, exactly as /v1/sources lists it; may be given several times' },
    example: ['The Meridian Ledger'],
  }),
  language: several(language, 20).openapi({
    param: { description: 'Language of the articles; may be given several times' },
    example: ['ar', 'fa'],
  }),
  from: isoDate.optional().openapi({ description: 'Articles of this day and later' }),
  to: isoDate.optional().openapi({ description: 'Articles of this day and earlier' }),
}

interface FilterQuery {
  readonly outlet?: readonly string[] | undefined
  readonly language?: readonly string[] | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
}

export function filtersFrom({
  outlet,
  language: languages,
  from,
  to,
}: FilterQuery): QuestionFilters {
  return {
    ...(outlet !== undefined && { sources: outlet }),
    ...(languages !== undefined && { languages }),
    ...(from !== undefined && { publishedFrom: from }),
    ...(to !== undefined && { publishedTo: to }),
  }
}

export function wholeNumber(most: number, usual: number) {
  return z
    .string()
    .regex(/^\d{1,3}$/, `expected a whole number from 1 to ${most}`)
    .transform(Number)
    .refine((value) => value >= 1 && value <= most, `expected a whole number from 1 to ${most}`)
    .default(usual)
    .openapi({ type: 'integer', minimum: 1, maximum: most, default: usual, example: usual })
}
