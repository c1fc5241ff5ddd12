/** Brings what was found of a link and a language into the one form articles keep, or says why it cannot be used. */
import type { LanguageCode } from '../../article.ts'

const maxUrlLength = 2048

/** @returns The link as it was written, or null when it is no web address: no other scheme is ever handed on. */
export function settleUrl(value: string): string | null {
  const url = value.trim()
  if (url.length > maxUrlLength || /\s/u.test(url) || !URL.canParse(url)) return null
  return /^https?:$/u.test(new URL(url).protocol) ? url : null
}

/**
 * "ar-EG", "ara", "AR", "en_GB" → "ar", "ar", "ar", "en".
 *
 * @returns null when it names no language, or one that is not written in the letters of the text: many a site is left
 *   at the language that its software came with.
 */
export function settleLanguage(value: string, text: string): LanguageCode | null {
  const language = languageNamed(value)
  return language === null || contradicts(language, text) ? null : language
}

/** Written in either of two scripts, Kurdish apart, whose two are two languages to a reader. */
const inTwoScripts = /^(?:az|bs|kk|ky|mn|ms|pa|sr|tg|tt|uz)$/u
const scripts = [
  ['Arab', /(?=\p{L})\p{Script=Arabic}/gu],
  ['Latn', /\p{Script=Latin}/gu],
  ['Cyrl', /\p{Script=Cyrillic}/gu],
] as const

function contradicts(language: LanguageCode, text: string): boolean {
  if (inTwoScripts.test(language)) return false
  const own = new Intl.Locale(language).maximize().script
  const sample = text.slice(0, 4_000)
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  return scripts.some(
    ([script, pattern]) =>
      script !== own && (sample.match(pattern)?.length ?? 0) > mostLetters * letters,
  )
}

/** Of all letters: a page may quote much in another script. */
const mostLetters = 0.7

function languageNamed(value: string): LanguageCode | null {
  const tag = value.trim().replaceAll('_', '-')
  if (/^(?:ar|fa|en)$/u.test(tag)) return tag
  const named = languageByName.get(tag.toLowerCase())
  if (named !== undefined) return named
  if (!/^[a-z]{2,3}(?:-|$)/iu.test(tag)) return null
  try {
    const { language } = new Intl.Locale(tag)
    return /^[a-z]{2,3}$/u.test(language) && language !== 'und' ? language : null
  } catch {
    return null
  }
}

const languageByName: ReadonlyMap<string, LanguageCode> = new Map([
  ['arabic', 'ar'],
  ['persian', 'fa'],
  ['farsi', 'fa'],
  ['english', 'en'],
  ['العربية', 'ar'],
  ['عربي', 'ar'],
  ['فارسی', 'fa'],
])
