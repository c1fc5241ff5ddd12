/** The languages a frame is written in, and which one a reader gets. */
import type { LanguageCode } from '../../core/article.ts'

export const locales = ['ar', 'fa', 'en', 'tr', 'ru', 'fr'] as const
export type Locale = (typeof locales)[number]

/** The first of the wanted languages that is spoken here, else English. Takes `pt-br` and the like. */
export function localeFor(...wanted: readonly (LanguageCode | undefined)[]): Locale {
  for (const code of wanted) {
    const found = locales.find((locale) => locale === primarySubtag(code))
    if (found !== undefined) return found
  }
  return 'en'
}

export function primarySubtag(code: LanguageCode | undefined): LanguageCode | undefined {
  return code?.toLowerCase().split(/[-_]/)[0]
}
