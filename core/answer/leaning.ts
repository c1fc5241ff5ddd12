/**
 * Leaning sentences: tells a sentence that cannot be understood without the one before it.
 *
 * In:   a sentence and its language.
 * Out:  true for «وأضاف أن…», «وی افزود…», "He added…", which leave the speaker to the sentence before.
 */
import type { LanguageCode } from '../article.ts'
import { foldedWords } from './folded-words.ts'

export function leansOnPrevious(sentence: string, language: LanguageCode): boolean {
  const [first = '', second = ''] = foldedWords(sentence.slice(0, 60))
  if (language === 'ar') return arabicVerbs.has(first) && arabicLinks.has(second)
  if (language === 'fa') return persianPronouns.has(first) || persianPairs.has(`${first} ${second}`)
  return englishPronouns.has(first)
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split('|').map((phrase) => foldedWords(phrase).join(' ')))
}

const arabicVerbs = words(
  `وأضاف|وأضافت|وتابع|وتابعت|وأوضح|وأوضحت|وأكد|وأكدت|وقال|وقالت|وأشار|وأشارت|وذكر|وذكرت|وشدد|وشددت|واعتبر|واعتبرت|ولفت|ولفتت
  |وختم|وزاد|وبين|وأردف|ونفى|ودعا|وحذر|ورأى|ومهمته|ومهمتها`,
)
const arabicLinks = words('أن|أنه|أنها|إن|إنه|إنها|إلى|على|في|رسم|قائلا|قائلة|بأن')
const persianPronouns = words('وی|او|ایشان|آنها|آنان')
const persianPairs = words('به گفته‌ی|این مقام|این مسئول|او همچنین|وی همچنین')
const englishPronouns = words('he|she|they|his|her|their|it|its')
