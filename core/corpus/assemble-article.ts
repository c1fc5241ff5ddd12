/**
 * Completes a draft into an article: tidies and cleans its text, joins its lead, and settles each part of its
 * metadata by the first that speaks: sidecar, the format's own fields, the text, the letters.
 *
 * In:   a draft, the sidecar's fields, and the id that stands in when the record has none.
 * Out:  an article with notes on what was cleaned, or the reason why it is none.
 * Cost: O(length); pure.
 */
import type { Article, FoundBy, LanguageCode } from '../article.ts'
import { identifyLanguage } from '../language/index.ts'
import type { DroppedLine, KeptLine } from './cleaning/clean-lines.ts'
import { cleanLines } from './cleaning/clean-lines.ts'
import { timestampRule } from './cleaning/furniture-rules.ts'
import { keyOf } from './cleaning/line.ts'
import { bodyKeyOf, edgeKeysOf, recurringEdges } from './cleaning/line-statistics.ts'
import type { RefusedReason } from './corpus-file.ts'
import { parseDate } from '../language/dates/index.ts'
import type { Draft, Found } from './draft.ts'
import { withoutTags } from './formats/html-tags.ts'
import { withLead } from './lead.ts'
import { findOutlet } from './metadata/find-outlet.ts'
import { findPublicationDate } from './metadata/find-publication-date.ts'
import { settleLanguage, settleUrl } from './metadata/settle-metadata.ts'
import { standInTitle } from './metadata/stand-in-title.ts'
import type { SidecarFields } from './sidecar.ts'
import { decodeEntities } from './text/entities.ts'
import { mendGarbled } from './text/mend-garbled.ts'
import { inReadingOrder } from './text/visual-order.ts'
import { tidyLine, tidyText, type TidyText } from './tidy-text.ts'

export interface AssembledArticle {
  readonly kind: 'assembled'
  readonly article: Article
  /** For people: what was mended and what could not be used. */
  readonly notes: readonly string[]
  readonly dropped: readonly DroppedLine[]
  /** Of its lines with none known to recur. */
  readonly edgeKeys: readonly string[]
  readonly bodyKey: string
}

export interface NotAssembled {
  readonly kind: 'not-assembled'
  readonly reason: RefusedReason
}

export interface AssembleContext {
  readonly sidecar: SidecarFields
  readonly fallbackId: string
  /** `LineStatistics.isRecurring`, after a first reading was counted. */
  readonly isRecurring?: (source: string | null, line: string) => boolean
  /** See `ReadOptions`. */
  readonly latestDay?: string
}

const maxTitleLength = 500
const maxNameLength = 200

export function assembleArticle(
  draft: Draft,
  { sidecar, fallbackId, isRecurring, latestDay }: AssembleContext,
): AssembledArticle | NotAssembled {
  const notes: string[] = [...draft.notes]
  const body = readable(draft.text)
  if (body === null) return { kind: 'not-assembled', reason: 'garbled' }
  const title = settled(sidecar.title, draft.title, (value) =>
    shortened(nameOf(value, body.isTurned), maxTitleLength),
  )
  const source = settled(sidecar.source, draft.source, (value) =>
    shortened(nameOf(value, body.isTurned), maxNameLength),
  )
  const lead = draft.lead === null ? null : readable(draft.lead, body.isTurned)
  notes.push(...body.notes)
  const text = withLead(lead?.text ?? null, body.text)
  if (!/[\p{L}\p{N}]/u.test(text)) return { kind: 'not-assembled', reason: 'empty' }
  const links = new Set(
    draft.links.map((line) => tidyLine(readable(line, body.isTurned)?.text ?? '')),
  )
  const cleaned = cleanLines(text, { title: title?.value ?? null, links })
  const stated = findOutlet(cleaned.lines)
  const outlet =
    source ??
    (stated && { value: shortened(tidyLine(stated.name), maxNameLength), by: 'text' as const })
  const dropped = new Map<KeptLine, string>()
  if (stated?.line && outlet && keyOf(outlet.value) === keyOf(stated.name))
    dropped.set(stated.line, 'credit-line')
  const own = cleaned.lines.filter((line) => !dropped.has(line))
  if (isRecurring !== undefined) {
    const recurs = (line: string): boolean => isRecurring(outlet?.value ?? null, line)
    for (const line of recurringEdges(own, recurs)) dropped.set(line, 'recurring-line')
  }
  const lines = cleaned.lines.filter((line) => !dropped.has(line)).map((line) => line.text)
  const content = lines.join('\n')
  if (content === '') return { kind: 'not-assembled', reason: 'not-prose' }
  const language = languageOf(sidecar, draft, content, notes)
  const datable = [
    ...cleaned.lines,
    ...cleaned.dropped.filter(({ rule }) => rule === timestampRule),
  ]
    .toSorted((a, b) => a.index - b.index)
    .map((line) => line.text)
  const publishedAt = publicationDate(sidecar, draft, datable, language.value, {
    latestDay,
    notes,
  })
  const url = webAddress(sidecar, draft, notes)
  const headline = title ?? {
    value: cleaned.headline ?? standInTitle(content, language.value),
    by: 'text' as const,
  }
  const article: Article = {
    id: shortened(
      (draft.id === null ? '' : tidyLine(draft.id)) || fallbackId,
      maxTitleLength,
    ).normalize('NFC'),
    title: headline.value,
    text: content,
    source: outlet?.value ?? null,
    url,
    publishedAt: publishedAt?.value ?? null,
    language: language.value,
    foundBy: {
      title: headline.by,
      source: outlet?.by ?? null,
      publishedAt: publishedAt?.by ?? null,
      language: language.by,
    },
  }
  return {
    kind: 'assembled',
    article,
    notes,
    edgeKeys: [...edgeKeysOf(own.map((line) => line.text))],
    bodyKey: bodyKeyOf(own.map((line) => line.text)),
    dropped: [
      ...cleaned.dropped,
      ...[...dropped].map(([line, rule]) => ({ ...line, rule })),
    ].toSorted((a, b) => a.index - b.index),
  }
}

interface Readable extends TidyText {
  /** Whether it stood in visual order. */
  readonly isTurned: boolean
}

/** Text as a reader would see it: signs for their references, letters that can be read, in the order of reading. */
function readable(raw: string, isTurned = false): Readable | null {
  const mended = mendGarbled(decodeEntities(raw))
  const ordered = mended && inReadingOrder(mended.text, isTurned)
  if (mended === null || ordered === null) return null
  const { text, notes } = tidyText(ordered.text)
  return {
    text,
    notes: [mended.note, ordered.note, ...notes].filter((note) => note !== null),
    isTurned: ordered.isTurned,
  }
}

/** A title or a name, on one line and without markup; empty when it cannot be read. */
function nameOf(value: string, isTurned: boolean): string {
  const text = readable(value, isTurned)?.text ?? ''
  return withoutTags(text).replaceAll(/\s+/gu, ' ').trim()
}

/** What the sidecar says, else what the format says, unless nothing is left of it after tidying. */
function settled(
  fromSidecar: string | undefined,
  found: Found | null,
  settle: (value: string) => string,
): Found | null {
  for (const candidate of candidates(fromSidecar, found)) {
    const value = settle(candidate.value)
    if (value !== '') return { value, by: candidate.by }
  }
  return null
}

function candidates(fromSidecar: string | undefined, found: Found | null): Found[] {
  const both = [
    fromSidecar === undefined ? null : { value: fromSidecar, by: 'sidecar' as const },
    found,
  ]
  return both.filter((candidate) => candidate !== null)
}

function languageOf(
  sidecar: SidecarFields,
  draft: Draft,
  text: string,
  notes: string[],
): { readonly value: LanguageCode; readonly by: FoundBy } {
  for (const { value, by } of candidates(sidecar.language, draft.language)) {
    const language = settleLanguage(value, text)
    if (language !== null) return { value: language, by }
    notes.push(`language not used: ${shortened(tidyLine(value), 40)}`)
  }
  return { value: identifyLanguage(text), by: 'letters' }
}

function publicationDate(
  sidecar: SidecarFields,
  draft: Draft,
  lines: readonly string[],
  language: LanguageCode,
  { latestDay, notes }: { readonly latestDay: string | undefined; readonly notes: string[] },
): Found | null {
  /** What is said to be published later than can be is no day of publication. */
  const isDay = (date: string): boolean =>
    latestDay === undefined || date.slice(0, latestDay.length) <= latestDay
  for (const { value, by } of candidates(sidecar.publishedAt, draft.publishedAt)) {
    const date = parseDate(value, language)
    if (date !== null && isDay(date)) return { value: date, by }
    notes.push(`date not used: ${shortened(tidyLine(value), 40)}`)
  }
  const stated = findPublicationDate(lines, language)
  return stated === null || !isDay(stated) ? null : { value: stated, by: 'text' }
}

function webAddress(sidecar: SidecarFields, draft: Draft, notes: string[]): string | null {
  for (const { value } of candidates(sidecar.url, draft.url)) {
    const url = settleUrl(value)
    if (url !== null) return url
    notes.push('url not used: no web address')
  }
  return null
}

function shortened(text: string, maxLength: number): string {
  return text.length <= maxLength ? text : `${text.slice(0, maxLength - 1).toWellFormed()}…`
}
