/**
 * Completes a draft into an article: tidies and cleans its text, joins its lead, and settles each part of its
 * metadata by the first that speaks: sidecar, the format's own fields, the text, the letters.
 *
 * In:   a draft, the sidecar's fields, and the id that stands in when the record has none.
 * Out:  an article with notes on what was cleaned, or the reason why it is none.
 * Cost: O(length); pure.
 */
import type { Article } from '../article.ts'
import type { RefusedReason } from './corpus-file.ts'
import type { Draft, Found } from './draft.ts'
import { identifyLanguage } from './interim-language.ts'
import type { SidecarFields } from './sidecar.ts'
import { tidyLine, tidyText } from './tidy-text.ts'

export interface Assembled {
  readonly kind: 'assembled'
  readonly article: Article
  readonly notes: readonly string[]
}

export interface NotAssembled {
  readonly kind: 'not-assembled'
  readonly reason: RefusedReason
}

export interface AssembleContext {
  readonly sidecar: SidecarFields
  readonly fallbackId: string
}

export function assembleArticle(draft: Draft, context: AssembleContext): Assembled | NotAssembled {
  const { text, notes } = tidyText(draft.text)
  const lead = draft.lead === null ? '' : tidyLine(draft.lead)
  const body = text
    .split('\n')
    .map((line) => line.replaceAll(/ {2,}/gu, ' ').trim())
    .filter((line) => line !== '')
    .join('\n')
  const whole = withLead(lead, body)
  if (!/[\p{L}\p{N}]/u.test(whole)) return { kind: 'not-assembled', reason: 'empty' }
  const { sidecar } = context
  const title = first(sidecar.title, draft.title) ?? {
    value: firstWords(whole),
    by: 'text' as const,
  }
  const source = first(sidecar.source, draft.source)
  const url = first(sidecar.url, draft.url)
  const publishedAt = first(sidecar.publishedAt, draft.publishedAt)
  const language = first(sidecar.language, draft.language)
  const article: Article = {
    id: (draft.id === null ? context.fallbackId : tidyLine(draft.id)).normalize('NFC'),
    title: tidyLine(title.value),
    text: whole,
    source: source === null ? null : tidyLine(source.value),
    url: url?.value ?? null,
    publishedAt: publishedAt?.value ?? null,
    language: language?.value ?? identifyLanguage(whole),
    foundBy: {
      title: title.by,
      source: source?.by ?? null,
      publishedAt: publishedAt?.by ?? null,
      language: language?.by ?? 'letters',
    },
  }
  return { kind: 'assembled', article, notes: [...draft.notes, ...notes] }
}

function first(sidecar: string | undefined, found: Found | null): Found | null {
  return sidecar === undefined ? found : { value: sidecar, by: 'sidecar' }
}

/** Exports often cut the lead out of the body's start: it is put before the body only when it says more. */
function withLead(lead: string, body: string): string {
  if (lead === '') return body
  const stem = lead.replace(/[\s.…]+$/u, '')
  return body.replaceAll(/\s+/gu, ' ').startsWith(stem) ? body : `${lead}\n${body}`.trim()
}

function firstWords(text: string): string {
  const line = text.split('\n', 1)[0]!
  if (line.length <= 120) return line
  return `${line
    .slice(0, 120)
    .replace(/\s+\S*$/u, '')
    .toWellFormed()}…`
}
