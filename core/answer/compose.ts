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

export function answerText(
  citations: readonly Citation[],
  language: LanguageCode,
  groups: readonly ClaimGroup[] | null,
): string {
  const frame = frameFor(language)
  if (groups === null) return lines(citations, language, frame).join('\n')
  const areEvents = groups.every(({ eventDate }) => eventDate !== null)
  const parts = groups.map(({ claim, eventDate, citations: own }) => {
    const title = eventDate === null ? claim : frame.date(eventDate)
    return [`• ${title}`, ...lines(own, language, frame)].join('\n')
  })
  return [frame.say(areEvents ? 'events' : 'disagree'), ...parts].join('\n')
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
