/**
 * Number words: finds quantities in a sentence, in digits of any script or in words, with their unit.
 *
 * In:   a sentence's words.
 * Out:  spans into its text from the number to its unit; dates and what the question states come only
 *       when nothing else is there.
 */
import type { Span } from '../article.ts'
import { fold, type Token } from '../language/index.ts'
import type { SentenceWords } from './asked-span.ts'
import { dateSpans } from './date-words.ts'

export function numberSpans(sentence: SentenceWords): readonly Span[] {
  const { tokens, isAsked } = sentence
  const dates = dateSpans({ ...sentence, isAsked: () => false })
  const spans: Span[] = []
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at]
    if (token === undefined || !isNumber(token.surface) || isAsked(at)) continue
    let last = at
    const isDate = dates.some(({ start, end }) => token.start >= start && token.end <= end)
    if (!isDate) while (continues(tokens, last + 1)) last += 1
    const unit = tokens[last + 1]
    const isOrdinaryWord =
      !isDigits(token.surface) &&
      last === at &&
      weakWords.has(token.surface) &&
      !(unit !== undefined && isAsked(last + 1))
    const end =
      unit !== undefined && !unit.stop && !isDate ? unit.end : (tokens[last]?.end ?? token.end)
    if (!isDate && !isOrdinaryWord) spans.push({ start: token.start, end })
    at = last
  }
  return spans
}

function isNumber(surface: string): boolean {
  return isDigits(surface) || numberWords.has(surface)
}

function isDigits(surface: string): boolean {
  return /^\p{Nd}/u.test(surface)
}

/** «95 في المئة» goes on; «2018 في 11 مدينة» does not. */
function continues(tokens: readonly Token[], at: number): boolean {
  const [surface, next] = [tokens[at]?.surface, tokens[at + 1]?.surface]
  if (surface === undefined) return false
  if (joints.has(surface)) return next !== undefined && scales.has(next)
  return isNumber(surface) || scales.has(surface)
}

function wordSet(text: string): ReadonlySet<string> {
  return new Set(fold(text).split(/\s+/u))
}

const scales = wordSet(
  `ألف آلاف ألفا ألفاً مليون ملايين مليونا مليار مليارات مليارا تريليون المئة المائة بالمئة بالمائة
  هزار میلیون میلیارد تریلیون درصد thousand million billion trillion cent percent`,
)
const joints = wordSet('في per')

/** Number words that are ordinary words as often. */
const weakWords = wordSet('one واحد واحدة أحد یک دو اثنين second أول')

const numberWords = wordSet(`
  واحد واحدة اثنان اثنين اثنتان اثنتين ثلاثة ثلاث أربعة أربع خمسة خمس ستة ست سبعة سبع ثمانية ثماني ثمان تسعة تسع عشرة عشر
  أحد إحدى عشرون عشرين ثلاثون ثلاثين أربعون أربعين خمسون خمسين ستون ستين سبعون سبعين ثمانون ثمانين تسعون تسعين
  بأربعة بثلاثة بخمسة بستة بسبعة بثمانية بتسعة بعشرة لأربعة لثلاثة لخمسة
  ساعتين ساعتان يومين يومان أسبوعين أسبوعان شهرين شهران عامين عامان سنتين سنتان عقدين قرنين مرتين مرتان دقيقتين
  مئة مائة مئتان مئتين مئات عشرات ألف ألفا ألفاً ألفان ألفين آلاف مليون مليونين ملايين مليار مليارات نصف ثلث ربع ضعف أضعاف
  یک دو سه چهار پنج شش هفت هشت نه ده یازده دوازده سیزده چهارده پانزده شانزده هفده هجده نوزده بیست سی چهل پنجاه شصت هفتاد هشتاد نود
  صد دویست سیصد چهارصد پانصد ششصد هفتصد هشتصد نهصد هزار میلیون میلیارد نیم دهها صدها هزاران
  one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty
  thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions billion billions dozen dozens half quarter twice
  bir iki üç dört beş altı yedi sekiz dokuz on yirmi otuz kırk elli altmış yetmiş seksen doksan yüz bin milyon milyar
  один два три четыре пять шесть семь восемь девять десять двадцать сто тысяч тысячи миллион миллионов миллиард
  deux trois quatre cinq sept huit neuf dix vingt trente quarante cinquante soixante cent mille millions milliards`)
