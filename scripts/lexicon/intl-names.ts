/**
 * Names that JavaScript itself knows in every language: countries, languages, currencies, months and weekdays.
 *
 * In:     two languages.
 * Out:    name pairs that mean the same, in the order of their codes.
 */
import type { Entry } from './sources.ts'
import { cleanPhrase } from './clean-phrase.ts'
import { scriptOf } from './scripts.ts'

/** Arabic newspapers of Cairo, Beirut and Algiers name the months differently. */
const localesOf: Readonly<Record<string, readonly string[]>> = {
  ar: ['ar-EG', 'ar-SY', 'ar-DZ'],
  fa: ['fa-IR', 'fa-AF'],
  ku: ['ckb-IQ'],
}

const trust = 1.5

export function intlNames(left: string, right: string): Entry[] {
  const lefts = namesOf(left)
  const rights = namesOf(right)
  const entries = new Map<string, Entry>()
  for (const [code, names] of lefts) {
    for (const one of names) {
      for (const other of rights.get(code) ?? [])
        entries.set(`${one}\t${other}`, {
          left: one,
          right: other,
          gloss: '',
          trust,
          sure: code.startsWith('month'),
        })
    }
  }
  return [...entries.values()]
}

function namesOf(language: string): Map<string, Set<string>> {
  const names = new Map<string, Set<string>>()
  const script = scriptOf(language)
  for (const locale of localesOf[language] ?? [language]) {
    const add = (code: string, name: string | undefined): void => {
      if (!name || name === code) return
      const known = names.get(code) ?? new Set()
      for (const phrase of cleanPhrase(name, script)) known.add(phrase)
      names.set(code, known)
    }
    for (const type of ['region', 'language', 'currency'] as const) {
      const display = new Intl.DisplayNames([locale], { type, fallback: 'none' })
      for (const code of codesOf(type)) {
        add(`${type} ${code}`, display.of(code))
      }
    }
    for (const calendar of ['gregory', 'islamic-umalqura']) {
      const month = new Intl.DateTimeFormat(locale, { month: 'long', calendar, timeZone: 'UTC' })
      const order = new Intl.DateTimeFormat('en', { month: 'numeric', calendar, timeZone: 'UTC' })
      for (let day = 0; day < 366; day += 9) {
        const date = new Date(Date.UTC(2023, 0, 5 + day))
        add(`month ${calendar} ${order.format(date)}`, month.format(date))
      }
    }
    const weekday = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' })
    for (let day = 0; day < 7; day++)
      add(`weekday ${day}`, weekday.format(new Date(Date.UTC(2023, 0, 1 + day))))
  }
  return names
}

const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index))

function codesOf(type: 'region' | 'language' | 'currency'): readonly string[] {
  if (type === 'currency') return Intl.supportedValuesOf('currency')
  const pairs = letters.flatMap((first) => letters.map((second) => first + second))
  return type === 'region' ? pairs : pairs.map((pair) => pair.toLowerCase())
}
