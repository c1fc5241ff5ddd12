/**
 * Composer: the text of an answer or a refusal out of verified citations and the frame's words.
 *
 * In:   citations, numbered.
 * Out:  plain text, a line a quote: outlet and date, the quote in its own words, its mark [n].
 *
 * No word between the quotation marks is the composer's; no mark is taken from a text.
 */
import type { LanguageCode } from '../article.ts'
import type { Citation, ClaimGroup } from '../question.ts'
import { frameFor, type Frame } from './frame.ts'

export interface AnswerTextOptions {
  readonly groups: readonly ClaimGroup[] | null
  /** What the groups differ in: the day of an event, or a claim. */
  readonly groupedBy: 'event' | 'claim'
}

export function answerText(
  citations: readonly Citation[],
  language: LanguageCode,
  { groups, groupedBy }: AnswerTextOptions,
): string {
  const frame = frameFor(language)
  if (groups === null) return lines(citations, language, frame).join('\n')
  const head = frame.say(groupedBy === 'event' ? 'events' : 'disagree')
  const parts = groups.map((group) => {
    const title = group.eventDate === null ? group.claim : frame.date(group.eventDate)
    return [`• ${title}`, ...lines(group.citations, language, frame)].join('\n')
  })
  return [head, ...parts].join('\n')
}

export function refusalText(
  language: LanguageCode,
  refusal: {
    readonly key: 'refuse-empty' | 'refuse-nothing' | 'refuse-weak'
    readonly missing: readonly string[]
  },
): string {
  const frame = frameFor(language)
  if (refusal.missing.length === 0 || refusal.key === 'refuse-empty') return frame.say(refusal.key)
  const words = refusal.missing.map((word) => frame.quoted(word, language))
  return frame.say('refuse-missing', { missing: frame.list(words) })
}

function lines(
  citations: readonly Citation[],
  language: LanguageCode,
  frame: Frame,
): readonly string[] {
  return citations.map((citation) => {
    const words = citation.quote.replace(/\s*\n\s*/gu, ' ')
    return `${leadOf(citation, language, frame)}: ${frame.quoted(words, citation.language)} [${citation.n}]`
  })
}

function leadOf(citation: Citation, language: LanguageCode, frame: Frame): string {
  const source = citation.source ?? frame.say('source-unknown')
  const lead =
    citation.publishedAt === null
      ? frame.say('lead-undated', { source })
      : frame.say('lead', { source, date: frame.date(citation.publishedAt) })
  return citation.language === language
    ? lead
    : frame.say('lead-in', { lead, language: frame.languageName(citation.language) })
}
