import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { locales, localeFor } from '../../bot/telegram/locale.ts'
import { loadMessages } from '../../bot/telegram/messages.ts'

const sourceOf = (locale: string): string =>
  readFileSync(join(import.meta.dirname, '../../bot/locales', `${locale}.ftl`), 'utf8')

const keysOf = (source: string): string[] =>
  [...source.matchAll(/^([a-z][a-z-]*) =/gm)].map(([, key]) => String(key))

const argumentsOf = (source: string): string[] =>
  [...new Set([...source.matchAll(/\{ \$(\w+)/g)].map(([, name]) => String(name)))].toSorted()

describe('loadMessages', () => {
  const allMessages = loadMessages()
  const keys = keysOf(sourceOf('en'))

  it.each(locales)('has in %s every message, with the arguments of the English one', (locale) => {
    expect(keysOf(sourceOf(locale))).toEqual(keys)
    expect(argumentsOf(sourceOf(locale))).toEqual(argumentsOf(sourceOf('en')))
    const values = {
      name: '@bot',
      count: 3,
      page: 1,
      pages: 2,
      oldest: 'a',
      newest: 'b',
      date: 'c',
      length: 3_000,
      max: 2_000,
      question: 'd',
    }
    for (const key of keys) {
      expect(allMessages[locale].text(key, values)).toMatch(/\p{L}/u)
    }
  })

  it.each([
    [
      'ar',
      [0, 1, 2, 5, 11, 100],
      ['لا مقالات', 'مقال واحد', 'مقالان', '5 مقالات', '11 مقالًا', '100 مقال'],
    ],
    ['fa', [1, 1_200], ['۱ مقاله', '۱٬۲۰۰ مقاله']],
    ['ru', [1, 3, 5], ['1 статья', '3 статьи', '5 статей']],
  ] as const)('counts in %s', (locale, counts, expected) => {
    const counted = counts.map((count) => allMessages[locale].text('article-count', { count }))
    expect(counted).toEqual(expected)
  })

  it('names the message that is missing', () => {
    expect(() => allMessages.fa.text('no-such-message')).toThrow('Add it to fa.ftl')
  })

  it('keeps descriptions of commands within what Telegram takes', () => {
    const descriptions = keys
      .filter((key) => key.startsWith('command-'))
      .flatMap((key) => locales.map((locale) => allMessages[locale].text(key)))
    expect(descriptions.every((text) => text.length <= 256 && !text.includes('\n'))).toBe(true)
  })
})

describe('localeFor', () => {
  it.each([
    [['fa'], 'fa'],
    [['pt-br', 'tr'], 'tr'],
    [['fr-CA'], 'fr'],
    [['und', undefined], 'en'],
  ] as const)('finds for %j %s', (wanted, expected) => {
    expect(localeFor(...wanted)).toBe(expected)
  })
})
