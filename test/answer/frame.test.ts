import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { frameFor, frameLanguages } from '../../core/answer/frame.ts'

function keysOf(language: string): string[] {
  const url = new URL(`../../core/answer/messages/${language}.ftl`, import.meta.url)
  return [...readFileSync(url, 'utf8').matchAll(/^([a-z-]+) =/gmu)].map(([, key]) => key ?? '')
}

describe('frameFor', () => {
  it.each(frameLanguages)('has every message in %s, and none that English lacks', (language) => {
    expect(keysOf(language).toSorted()).toEqual(keysOf('en').toSorted())
  })

  it('speaks English to a language it does not know', () => {
    expect(frameFor('sw').say('refuse-nothing')).toBe('I found nothing about this in the archive.')
  })

  it('writes days as each language does, Persian in its own calendar', () => {
    expect(frameFor('fa').date('2015-10-21')).toBe('۲۹ مهر ۱۳۹۴')
    expect(frameFor('fr').date('2015-10-21T09:30:00+03:00')).toBe('21 octobre 2015')
  })
})
