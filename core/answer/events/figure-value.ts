/**
 * Figure value: what number a phrase says, so that «٤٠٠٠», «أربعة آلاف», "4,000" and "four thousand" are one claim.
 *
 * In:   a phrase with a number in digits of any of three scripts or in words, as Arabic, Persian and English write it.
 * Out:  the value, with a percent sign for a share; null when it says no number, or several.
 */
import { fold } from '../../language/index.ts'

export function figureValue(phrase: string): string | null {
  const words = fold(
    phrase.replaceAll('٫', '.').replaceAll(/(?<=\p{Nd})[,٬](?=\p{Nd}{3})/gu, ''),
  ).match(/\p{Nd}+(?:\.\p{Nd}+)?|%|٪|\p{L}+/gu)
  if (words === null) return null
  let total = 0
  let current: number | null = null
  let isShare = false
  let isScaled = false
  for (const written of words) {
    const value = /^\d/u.test(written) ? Number(written) : valueOf(written)
    const scale = scales.get(written)
    if (shares.has(written)) isShare = true
    else if (scale !== undefined) {
      if (scale === 100) current = (current ?? 1) * 100
      else {
        total += (current ?? 1) * scale
        current = null
      }
      isScaled = true
    } else if (value !== undefined) {
      // "11,300 and 10,100" says two figures; "five thousand two hundred" one.
      const isJoined = written.startsWith('و') && values.get(written) === undefined
      const isDigits = /^\d/u.test(written)
      if (current !== null && (isDigits || (value >= current && !isJoined))) return null
      current = (current ?? 0) + value
    } else if (!joints.has(written) && (current !== null || isScaled)) break
  }
  if (current === null && !isScaled) return null
  return `${total + (current ?? 0)}${isShare ? '%' : ''}`
}

function valueOf(word: string): number | undefined {
  return values.get(word) ?? (/^[وبل]./u.test(word) ? values.get(word.slice(1)) : undefined)
}

function table(text: string): ReadonlyMap<string, number> {
  return new Map(
    text
      .trim()
      .split('\n')
      .flatMap((line) => {
        const [value, ...words] = line.trim().split(/\s+/u)
        return words.map((word): [string, number] => [fold(word), Number(value)])
      }),
  )
}

const shares = new Set([
  '%',
  '٪',
  ...'درصد المئة المائة بالمئة بالمائة percent cent'.split(' ').map(fold),
])
/** What may stand inside a number: «95 في المئة», «دو هزار و پانصد». */
const joints = new Set(['و', 'and', 'a', 'per', fold('في')])

const scales = table(`
  100 hundred صد
  1000 thousand ألف آلاف ألفا ألفاً هزار
  1000000 million millions مليون ملايين مليونا میلیون
  1000000000 billion billions مليار مليارات ميليارد میلیارد
  1000000000000 trillion تريليون تریلیون`)

const values = table(`
  1 one واحد واحدة یک
  2 two اثنان اثنين اثنتان اثنتين دو
  3 three ثلاثة ثلاث سه
  4 four أربعة أربع چهار
  5 five خمسة خمس پنج
  6 six ستة ست شش
  7 seven سبعة سبع هفت
  8 eight ثمانية ثماني ثمان هشت
  9 nine تسعة تسع نه
  10 ten عشرة عشر ده
  11 eleven یازده
  12 twelve دوازده
  13 thirteen سیزده
  14 fourteen چهارده
  15 fifteen پانزده
  16 sixteen شانزده
  17 seventeen هفده
  18 eighteen هجده
  19 nineteen نوزده
  20 twenty عشرون عشرين بیست
  30 thirty ثلاثون ثلاثين سی
  40 forty أربعون أربعين چهل
  50 fifty خمسون خمسين پنجاه
  60 sixty ستون ستين شصت
  70 seventy سبعون سبعين هفتاد
  80 eighty ثمانون ثمانين هشتاد
  90 ninety تسعون تسعين نود
  100 مئة مائة
  200 مئتان مئتين دویست
  300 ثلاثمئة ثلاثمائة سیصد
  400 أربعمئة أربعمائة چهارصد
  500 خمسمئة خمسمائة پانصد
  600 ستمئة ستمائة ششصد
  700 سبعمئة سبعمائة هفتصد
  800 ثمانمئة ثمانمائة هشتصد
  900 تسعمئة تسعمائة نهصد
  2000 ألفان ألفين
  2000000 مليونان مليونين`)
