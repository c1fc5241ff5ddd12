/**
 * Function words of the languages that are asked in but not searched: they have no translation worth searching for,
 * and counted as words that were not found they would hide how much of a question was.
 *
 * Arabic, Persian and English have stopwords of their own, see `stopwords.ts`.
 */
import type { LanguageCode } from '../article.ts'
import { fold } from './letters.ts'
import { languageTables } from './tables/index.ts'

/** Of languages without a table. */
const written: Readonly<Record<string, string>> = {
  az: `və ilə bu o bir nə kim kimin harada haradan hara necə niyə nə vaxt hansı neçə üçün mi mı mu mü da də ki isə idi edir olan oldu olub etdi görə qədər sonra əvvəl var yox`,
  de: `der die das den dem des ein eine einer eines einem einen und oder aber in im an am auf aus bei beim bis durch für gegen mit nach ohne seit über um unter von vom vor zu zum zur zwischen
    wer wen wem wessen was wann wo wohin woher warum wie wieviel wieviele welche welcher welches welchen welchem ist sind war waren wird wurde wurden werden worden hat haben hatte hatten sein
    er sie es ihr sein seine seiner sich nicht auch als dass wenn ob man noch nur sehr kann konnte soll`,
  es: `el la los las lo un una unos unas y e o u de del a al en con por para sin sobre entre hasta desde que qué quién quiénes cuál cuáles cuándo dónde cómo cuánto cuánta cuántos cuántas por
    es son era eran fue fueron ser está están estaba ha han había hay se su sus le les no sí más muy como pero si este esta estos estas ese esa eso aquel lo cuyo`,
  hi: `का की के को से में पर ने और है हैं था थे थी क्या कौन कब कहाँ कहां क्यों कैसे कितना कितने कितनी किस किसने किसका यह वह ये वे एक हो हुआ हुई हुए गया गई गए`,
  id: `yang dan di ke dari untuk dengan pada dalam oleh ini itu adalah ialah apa siapa kapan di mana dimana mana bagaimana mengapa kenapa berapa tidak telah sudah akan ada atau sebagai oleh para serta bahwa
    ia dia mereka kami kita saya nya juga saat ketika antara`,
  ku: `و لە بە بۆ کە ئەم ئەو لەگەڵ یان چی کێ کەی کوێ چۆن بۆچی چەند هەر نە لەلایەن دا ە`,
  ps: `او د په له ته کې چې دا دغه څه څوک کله چیرته ولې څنګه څومره دی ده وو شو`,
  ur: `کا کی کے کو سے میں پر نے اور ہے ہیں تھا تھے تھی کیا کون کب کہاں کیوں کیسے کتنا کتنے کتنی کس یہ وہ ایک ہو ہوا ہوئی ہوئے گیا گئی گئے بھی تو نہیں`,
}

const folded = new Map(
  [
    ...Object.entries({ ...written, ckb: written['ku']! }).map(
      ([language, words]) => [language, words.split(/\s+/u)] as const,
    ),
    ...Object.entries(languageTables).map(
      ([language, table]) => [language, table.stopwords] as const,
    ),
  ]
    .filter(([language]) => !/^(?:ar|fa|en)$/u.test(language))
    .map(([language, words]) => [language, new Set(words.map(fold))]),
)

export function hasFunctionWords(language: LanguageCode): boolean {
  return folded.has(language)
}

/** @param surface - A folded spelling. */
export function isFunctionWord(surface: string, language: LanguageCode): boolean {
  return folded.get(language)?.has(surface) ?? false
}
