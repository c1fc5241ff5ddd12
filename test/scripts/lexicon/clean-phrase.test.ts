import { describe, expect, it } from 'vitest'
import { cleanEnglish, cleanPhrase } from '../../../scripts/lexicon/clean-phrase.ts'

describe('cleanPhrase', () => {
  it.each([
    ['vowel signs', 'مَدْرَسَةٌ', ['مدرسة']],
    ['tatweel', 'كتـــاب', ['كتاب']],
    ['a label before the word', 'imperfect: يكتب', ['يكتب']],
    ['a second form behind a label', 'كتب imperfect: يكتب', ['كتب', 'يكتب']],
    ['a transcription', 'سفينة safīna', ['سفينة']],
    ['a dialect', 'بيت ; Moroccan Arabic: دار', ['بيت']],
    ['brackets', 'نهر (كبير)', ['نهر']],
    ['alternatives', 'کوه، قله', ['کوه', 'قله']],
    ['a letter that is no word', 'س + فعل', ['فعل']],
    ['capitals, which are part of the word', 'قرص CD', []],
    ['an explanation', 'ما يوضع على الباب لمنع دخول الريح', []],
  ])('handles %s', (_, field, phrases) => {
    expect(cleanPhrase(field, 'arabic')).toEqual(phrases)
  })

  it('keeps the half-space of a Persian compound', () => {
    expect(cleanPhrase('رئیس‌جمهور', 'arabic')).toEqual(['رئیس‌جمهور'])
  })

  it('keeps letters of other scripts', () => {
    expect(cleanPhrase('Özgürlük; hürriyet', 'latin')).toEqual(['Özgürlük', 'hürriyet'])
    expect(cleanPhrase('железная дорога', 'cyrillic')).toEqual(['железная дорога'])
  })
})

describe('cleanEnglish', () => {
  it.each([
    ['to build', 'build'],
    ['accept )', 'accept'],
    ['ship (large)', 'ship'],
    ['pass by)', null],
    ['alternative form of et cetera', null],
    ['@example', null],
  ])('reads %s as %s', (field, phrase) => {
    expect(cleanEnglish(field)).toBe(phrase)
  })
})
