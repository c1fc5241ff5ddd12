/**
 * Function words of the languages that are asked in but not searched: they have no translation worth searching for,
 * and counted as words that were not found they would hide how much of a question was.
 *
 * Arabic, Persian and English have stopwords of their own, see `stopwords.ts`.
 */
import type { LanguageCode } from '../article.ts'
import { fold } from './letters.ts'

const written: Readonly<Record<string, string>> = {
  az: `və ilə bu o bir nə kim kimin harada haradan hara necə niyə nə vaxt hansı neçə üçün mi mı mu mü da də ki isə idi edir olan oldu olub etdi görə qədər sonra əvvəl var yox`,
  de: `der die das den dem des ein eine einer eines einem einen und oder aber in im an am auf aus bei beim bis durch für gegen mit nach ohne seit über um unter von vom vor zu zum zur zwischen
    wer wen wem wessen was wann wo wohin woher warum wie wieviel wieviele welche welcher welches welchen welchem ist sind war waren wird wurde wurden werden worden hat haben hatte hatten sein
    er sie es ihr sein seine seiner sich nicht auch als dass wenn ob man noch nur sehr kann konnte soll`,
  es: `el la los las lo un una unos unas y e o u de del a al en con por para sin sobre entre hasta desde que qué quién quiénes cuál cuáles cuándo dónde cómo cuánto cuánta cuántos cuántas por
    es son era eran fue fueron ser está están estaba ha han había hay se su sus le les no sí más muy como pero si este esta estos estas ese esa eso aquel lo cuyo`,
  fr: `le la les l un une des du de d et ou où en dans sur sous par pour avec sans entre vers chez à au aux ce cet cette ces c que qu qui quoi quel quelle quels quelles quand comment pourquoi combien
    est sont était étaient fut furent être été a ont avait avaient il elle ils elles on se s son sa ses leur leurs ne n pas plus y dont lors t j m je nous vous ils mais donc si comme`,
  hi: `का की के को से में पर ने और है हैं था थे थी क्या कौन कब कहाँ कहां क्यों कैसे कितना कितने कितनी किस किसने किसका यह वह ये वे एक हो हुआ हुई हुए गया गई गए`,
  id: `yang dan di ke dari untuk dengan pada dalam oleh ini itu adalah ialah apa siapa kapan di mana dimana mana bagaimana mengapa kenapa berapa tidak telah sudah akan ada atau sebagai oleh para serta bahwa
    ia dia mereka kami kita saya nya juga saat ketika antara`,
  ku: `و لە بە بۆ کە ئەم ئەو لەگەڵ یان چی کێ کەی کوێ چۆن بۆچی چەند هەر نە لەلایەن دا ە`,
  ps: `او د په له ته کې چې دا دغه څه څوک کله چیرته ولې څنګه څومره دی ده وو شو`,
  ru: `и в во на с со к ко о об от до из за по для у при без под над между через а но или не ни что кто кого кому кем чем чего чему когда где куда откуда почему зачем как какой какая какое какие каком какую
    сколько который которая которые ли же бы то это этот эта эти был была было были есть быть его ее её их он она оно они ему ей им себя свой свою так также уже еще только чей чья чьи чьим`,
  tr: `ve ile bu şu o bir ne kim kimin kimi neden niçin niye nasıl nerede nereye nereden hangi kaç zaman için mi mı mu mü da de ki ya veya ama ise idi olan olarak oldu olduğu edildi etti göre kadar sonra önce
    var yok daha en çok gibi her nedir kimdir neydi kimdi nedeni tarafından arasında`,
  ur: `کا کی کے کو سے میں پر نے اور ہے ہیں تھا تھے تھی کیا کون کب کہاں کیوں کیسے کتنا کتنے کتنی کس یہ وہ ایک ہو ہوا ہوئی ہوئے گیا گئی گئے بھی تو نہیں`,
}

const folded = new Map(
  Object.entries(written).map(([language, words]) => [
    language,
    new Set(words.trim().split(/\s+/u).map(fold)),
  ]),
)

export function hasFunctionWords(language: LanguageCode): boolean {
  return folded.has(language)
}

/** @param surface - A folded spelling. */
export function isFunctionWord(surface: string, language: LanguageCode): boolean {
  return folded.get(language)?.has(surface) ?? false
}
