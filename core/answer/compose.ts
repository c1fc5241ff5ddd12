/**
 * Composer: the text of an answer or a refusal out of verified citations and the frame's words.
 *
 * In:   citations, numbered.
 * Out:  plain text, a line a quote: outlet and date, the quote in its own words, its mark [n].
 *
 * No word between the quotation marks is the composer's; no mark is taken from a text, whose own numbers in brackets
 * stand in wide ones.
 */
import type { LanguageCode } from '../article.ts'
import type { ArchiveDays, Citation, ClaimGroup } from '../question.ts'
import { withWideBrackets } from './bracketed-numbers.ts'
import { frameFor, type Frame } from './frame.ts'

export interface AnswerTextOptions {
  readonly groups: readonly ClaimGroup[] | null
  /** Whether the newest was asked for: the first quote is the newest the archive knows, which its date must say. */
  readonly isLatest: boolean
}

export function answerText(
  citations: readonly Citation[],
  language: LanguageCode,
  { groups, isLatest }: AnswerTextOptions,
): string {
  const frame = frameFor(language)
  if (groups === null) return lines(citations, language, frame, isLatest).join('\n')
  const areEvents = groups.every(({ eventDate }) => eventDate !== null)
  const parts = groups.map(({ claim, eventDate, citations: own }) => {
    const title = eventDate === null ? withWideBrackets(claim) : frame.date(eventDate)
    return [`• ${title}`, ...lines(own, language, frame, false)].join('\n')
  })
  return [frame.say(areEvents ? 'events' : 'disagree'), ...parts].join('\n')
}

export function refusalText(
  language: LanguageCode,
  refusal: {
    readonly key: 'refuse-empty' | 'refuse-nothing' | 'refuse-weak'
    readonly missing: readonly string[]
    readonly archive: ArchiveDays | null
  },
): string {
  const frame = frameFor(language)
  const { key, missing, archive } = refusal
  const words = missing.map((word) => frame.quoted(word, language))
  const refused =
    words.length === 0 || key === 'refuse-empty'
      ? frame.say(key)
      : frame.say('refuse-missing', { missing: frame.list(words) })
  if (archive === null) return refused
  const [first, last] = [frame.date(archive.first), frame.date(archive.last)]
  return `${refused}\n${frame.say('archive-days', { first, last })}`
}

function lines(
  citations: readonly Citation[],
  language: LanguageCode,
  frame: Frame,
  isLatest: boolean,
): readonly string[] {
  return citations.map((citation, at) => {
    const words = withWideBrackets(citation.quote.replace(/\s*\n\s*/gu, ' '))
    return `${leadOf(citation, language, frame, isLatest && at === 0)}: ${frame.quoted(words, citation.language)} [${citation.n}]`
  })
}

function leadOf(
  citation: Citation,
  language: LanguageCode,
  frame: Frame,
  isLatest: boolean,
): string {
  const source =
    citation.source === null ? frame.say('source-unknown') : withWideBrackets(citation.source)
  const lead =
    citation.publishedAt === null
      ? frame.say('lead-undated', { source })
      : frame.say(isLatest ? 'as-of' : 'lead', { source, date: frame.date(citation.publishedAt) })
  return citation.language === language
    ? lead
    : frame.say('lead-in', { lead, language: frame.languageName(citation.language) })
}
