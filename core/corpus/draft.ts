/**
 * Draft: what one format's reader found of an article, before it is cleaned and completed.
 */
import type { FoundBy } from '../article.ts'
import type { RefusedReason } from './corpus-file.ts'

export interface Found<Value = string> {
  readonly value: Value
  readonly by: FoundBy
}

export interface Draft {
  /** The record's own id, when it has one. */
  readonly id: string | null
  /** From 1, in a file of many records. */
  readonly line?: number
  readonly title: Found | null
  readonly source: Found | null
  readonly url: Found | null
  /** As written; parsed later. */
  readonly publishedAt: Found | null
  readonly language: Found | null
  /** A standfirst kept apart from the body by its format. */
  readonly lead: string | null
  readonly text: string
  /** Lines of the text that are links and nothing else. */
  readonly links: readonly string[]
  readonly notes: readonly string[]
}

/** What a format's reader would not take in, and why. */
export interface RefusedDraft {
  readonly kind: 'refused-draft'
  readonly reason: RefusedReason
  readonly detail: string
  /** From 1, in a file of many records. */
  readonly line?: number
}

export function refusedDraft(reason: RefusedReason, detail: string, line?: number): RefusedDraft {
  return { kind: 'refused-draft', reason, detail, ...(line === undefined ? {} : { line }) }
}

export const emptyDraft: Draft = {
  id: null,
  title: null,
  source: null,
  url: null,
  publishedAt: null,
  language: null,
  lead: null,
  text: '',
  links: [],
  notes: [],
}
