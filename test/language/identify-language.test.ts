import { describe, expect, it } from 'vitest'
import { directionOf, identifyLanguage } from '../../core/language/index.ts'

describe('identifyLanguage', () => {
  it.each([
    ['متى زار الأسد موسكو؟', 'ar'],
    ['بوتين والأسد', 'ar'],
    ['كم عدد المقاتلين من روسيا في سوريا', 'ar'],
    ['سخنگوی کاخ کرملین کیست؟', 'fa'],
    ['آخرین دیدار پوتین و اسد', 'fa'],
    ['جنگ سوریه', 'fa'],
    ['پوتين كجا رفت؟', 'fa'],
    ['When did Assad visit Russia?', 'en'],
    ['who is Lavrov', 'en'],
    ['Esad Rusya’yı ne zaman ziyaret etti?', 'tr'],
    ['Köprünün öbür ucu nerede?', 'tr'],
    ['Tren nereden gelir?', 'tr'],
    ["Lavrov'un ilk gezisi neydi?", 'tr'],
    ["İsrail'deki seçim bitti", 'tr'],
    ['Когда Асад посетил Россию?', 'ru'],
    ['Quand Assad a-t-il visité la Russie ?', 'fr'],
    ["Qu'un accord soit signé, est-ce possible ?", 'fr'],
    ['Wann besuchte Assad Russland?', 'de'],
    ['Gründe für den Rückzug der Türken', 'de'],
    ['Müssen Schüler Bücher kaufen?', 'de'],
    ['¿Cuándo visitó Assad Rusia?', 'es'],
    ['اسد نے روس کا دورہ کب کیا؟', 'ur'],
    ['ئەسەد کەی سەردانی ڕووسیای کرد؟', 'ckb'],
    ['گزارش بازي پرسپوليس و استقلال', 'fa'],
    ['دانشگاه هاي تهران باز شد', 'fa'],
    ['قيمت سكه بالا رفت', 'fa'],
    ['مسكن ملي', 'fa'],
    ['نشست سران اتحاديه عرب', 'fa'],
    ['چاپ كتاب مستعار خاشقجي', 'fa'],
    ['ارتفاع أسعار الذهب في الكويت', 'ar'],
    ['وين مدفون سيبويه', 'ar'],
    ['شو كتبه', 'ar'],
    ['قرار الحكومة بشأن المدارس', 'ar'],
    ['Esed kengî çû Rûsyayê?', 'ku'],
    ['Bu müqaviləni kim imzaladı?', 'az'],
    ['От чего зависят цены?', 'ru'],
    ['От какво зависят цените?', 'bg'],
    ['Əsəd Rusiyaya nə vaxt səfər etdi?', 'az'],
    ['מתי ביקר אסד ברוסיה?', 'he'],
    ['Kapan Assad mengunjungi Rusia?', 'id'],
    ['असद रूस कब गए?', 'hi'],
  ])('tells the language of %s', (question, language) => {
    expect(identifyLanguage(question)).toBe(language)
  })

  it.each([
    ['Putin Assad', undefined, 'en'],
    ['Putin Assad', 'tr', 'tr'],
    // The hint is written in other letters than the question: it cannot be its language.
    ['Putin Assad', 'ar', 'en'],
    ['الاسد', 'fa', 'ar'],
    ['مسکو', 'fa', 'fa'],
    ['2015?', 'fa', 'fa'],
    ['', undefined, 'und'],
  ])('names alone leave it to the hint where it fits: %s, %s', (question, hint, language) => {
    expect(identifyLanguage(question, hint)).toBe(language)
  })

  it('is not turned by names in other letters', () => {
    expect(identifyLanguage('أعلنت شركة Microsoft Corporation نتائجها في نيويورك')).toBe('ar')
    expect(identifyLanguage('The word «بوتين» stands in the headline of this article')).toBe('en')
  })
})

describe('directionOf', () => {
  it.each([
    ['متى زار Putin دمشق؟', 'rtl'],
    ['The word «بوتين» stands here', 'ltr'],
    ['שלום', 'rtl'],
    ['2015', 'ltr'],
  ])('follows most letters of %s', (text, direction) => {
    expect(directionOf(text)).toBe(direction)
  })
})
