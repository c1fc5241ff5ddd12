/** A verdict as messages: quotes with numbers, or the refusal with nearest passages, and where they stand. */
import { withWideBrackets } from '../../../core/answer/bracketed-numbers.ts'
import type { Answer, Citation, ClaimGroup, Refusal, Verdict } from '../../../core/question.ts'
import type { Messages } from '../messages.ts'
import { dayText } from './dates.ts'
import { directed, directionOf, framed, label } from './direction.ts'
import { bold, expandableQuote, italic, join, type RichText } from './rich-text.ts'
import { nearestText, quoteText, sourceLine } from './citation.ts'
import { split } from './split.ts'

/** Speaks the language of `messages`; each quote keeps its own. */
export function renderVerdict(verdict: Verdict, messages: Messages): readonly RichText[] {
  const parts =
    verdict.kind === 'answer' ? answerParts(verdict, messages) : refusalParts(verdict, messages)
  const notice =
    verdict.mode === 'keyword-only'
      ? [italic(framed(messages.text('keyword-only'), messages.locale))]
      : []
  return split(join([...readAs(verdict, messages), ...parts, ...notice], '\n\n'))
}

/** A reader sees at once what was carried over from the question before. */
function readAs({ readAs: question }: Verdict, messages: Messages): readonly RichText[] {
  if (question === null) return []
  const [before, after] = messages.text('read-as', { question: '\n' }).split('\n')
  const direction = directionOf(messages.locale)
  return [italic(directed(join([before!, label(question, direction), after!], ''), direction))]
}

function answerParts(answer: Answer, messages: Messages): readonly RichText[] {
  const groups = answer.disagreement ?? []
  const grouped = new Set(groups.flatMap(({ citations }) => citations.map(({ n }) => n)))
  const alone = answer.citations.filter(({ n }) => !grouped.has(n))
  const all = new Map(
    [...answer.citations, ...groups.flatMap(({ citations }) => citations)].map((citation) => [
      citation.n,
      citation,
    ]),
  )
  return [
    ...alone.map(quoteText),
    ...(groups.length > 0 ? [framed(messages.text(headingOf(groups)), messages.locale)] : []),
    ...groups.map((group) =>
      join([groupTitle(group, messages), ...group.citations.map(quoteText)], '\n'),
    ),
    sourcesBlock([...all.values()], answer, messages),
  ]
}

function headingOf(groups: readonly ClaimGroup[]): string {
  return groups.every(({ eventDate }) => eventDate !== null) ? 'events-apart' : 'sources-disagree'
}

function groupTitle({ eventDate, claim }: ClaimGroup, { locale }: Messages): RichText {
  const title =
    eventDate === null
      ? label(withWideBrackets(claim), directionOf(locale))
      : dayText(eventDate, locale)
  return directed(bold(title), directionOf(locale))
}

function refusalParts(refusal: Refusal, messages: Messages): readonly RichText[] {
  const sentence = framed(refusal.text, messages.locale)
  if (refusal.nearest.length === 0) return [sentence]
  const passages = refusal.nearest.map((citation) =>
    expandableQuote(nearestText(citation, refusal.language, messages)),
  )
  return [
    sentence,
    framed(messages.text('nearest-passages'), messages.locale),
    join(passages, '\n'),
  ]
}

function sourcesBlock(
  citations: readonly Citation[],
  { language }: Answer,
  messages: Messages,
): RichText {
  const heading = framed(messages.text('sources-of-answer'), messages.locale)
  const entries = citations
    .toSorted((a, b) => a.n - b.n)
    .map((citation) => sourceLine(citation, language, messages))
  return expandableQuote(join([heading, ...entries], '\n'))
}
