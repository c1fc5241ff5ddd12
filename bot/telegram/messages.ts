/**
 * The bot's own words: Fluent messages in each language that a frame is written in.
 *
 * Values are put in as they are: what may run the other way is isolated by the caller, with `label`.
 */
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { locales, type Locale } from './locale.ts'

export type Arguments = Readonly<Record<string, FluentVariable>>

export interface Messages {
  readonly locale: Locale
  /** @throws {Error} For a key that the language lacks, or an argument that the message misses. */
  text(key: string, values?: Arguments): string
}

export type AllMessages = Readonly<Record<Locale, Messages>>

/** @param folder - Holds one `xx.ftl` a language. */
export function loadMessages(folder: string = localesFolder): AllMessages {
  const loaded = locales.map((locale) => [
    locale,
    createMessages(locale, readFileSync(join(folder, `${locale}.ftl`), 'utf8')),
  ])
  return Object.fromEntries(loaded) as AllMessages
}

const localesFolder = join(import.meta.dirname, '..', 'locales')

/** Arabic news is written with Latin digits; the tag decides the digits and the plural alike. */
const tags: Readonly<Record<Locale, string>> = {
  ar: 'ar-u-nu-latn',
  fa: 'fa',
  en: 'en',
  tr: 'tr',
  ru: 'ru',
  fr: 'fr',
}

function createMessages(locale: Locale, source: string): Messages {
  const bundle = new FluentBundle(tags[locale], { useIsolating: false })
  const errors = bundle.addResource(new FluentResource(source))
  if (errors.length > 0)
    throw new AggregateError(errors, `The messages of "${locale}" are unsound.`)
  return {
    locale,
    text(key, values) {
      const pattern = bundle.getMessage(key)?.value
      if (pattern === undefined || pattern === null) {
        throw new Error(`The messages of "${locale}" lack "${key}". Add it to ${locale}.ftl.`)
      }
      return bundle.formatPattern(pattern, values ?? null)
    },
  }
}
