/**
 * Frame: the words around the quotes, in the reader's language: labels, dates, refusals.
 *
 * In:   a language code; Arabic, Persian, English, Turkish, Russian and French have words, the rest read English.
 * Out:  short strings without markup. Words live in `messages/*.ftl`, so that a translator needs no code.
 */
import { readFileSync } from 'node:fs'
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle'
import type { LanguageCode } from '../article.ts'
import { languageTables, tableOf } from '../language/tables/index.ts'

export type MessageKey =
  | 'lead'
  | 'lead-undated'
  | 'lead-in'
  | 'source-unknown'
  | 'as-of'
  | 'events'
  | 'disagree'
  | 'refuse-empty'
  | 'refuse-nothing'
  | 'refuse-weak'
  | 'refuse-missing'
  | 'archive-days'
  | 'read-as'
  | 'nearest'

export const frameLanguages = ['ar', 'fa', 'en', 'tr', 'ru', 'fr'] as const

export interface Frame {
  readonly language: (typeof frameLanguages)[number]
  say(key: MessageKey, values?: Readonly<Record<string, FluentVariable>>): string
  /** A day, month or year as this language writes it; Persian days in its own calendar. @param iso - ISO 8601. */
  date(iso: string): string
  /** The language's name in this language, its code when it has none. */
  languageName(code: LanguageCode): string
  /** The words between the quotation marks of this language's writers. */
  quoted(words: string, of: LanguageCode): string
  list(items: readonly string[]): string
}

export function frameFor(language: LanguageCode): Frame {
  const known = frameLanguages.find((code) => code === language) ?? 'en'
  const kept = frames.get(known) ?? createFrame(known)
  frames.set(known, kept)
  return kept
}

const frames = new Map<string, Frame>()

function createFrame(language: (typeof frameLanguages)[number]): Frame {
  const bundle = new FluentBundle(language, { useIsolating: false })
  const file = new URL(`messages/${language}.ftl`, import.meta.url)
  bundle.addResource(new FluentResource(readFileSync(file, 'utf8')))
  const names = new Intl.DisplayNames(language, { type: 'language', fallback: 'code' })
  const days = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' })
  // Months and years of another calendar are not ours: a Persian reader gets these in the Gregorian one.
  const gregorian = { calendar: 'gregory', timeZone: 'UTC', year: 'numeric' } as const
  const months = new Intl.DateTimeFormat(language, { ...gregorian, month: 'long' })
  const years = new Intl.DateTimeFormat(language, gregorian)
  const lists = new Intl.ListFormat(language, { type: 'conjunction' })
  return {
    language,
    say(key, values = {}) {
      const message = bundle.getMessage(key)?.value
      if (!message) throw new Error(`core/answer/messages/${language}.ftl lacks "${key}"`)
      return bundle.formatPattern(message, values)
    },
    date: (iso) => {
      const day = new Date(iso.slice(0, 10))
      if (Number.isNaN(day.getTime())) return iso
      const format = iso.length === 4 ? years : iso.length === 7 ? months : days
      return format.format(day)
    },
    languageName: (code) => (code === 'und' ? '?' : (names.of(code) ?? code)),
    quoted: (words, of) => (tableOf(of) ?? languageTables.en).quotationMarks.join(words),
    list: (items) => lists.format(items),
  }
}
