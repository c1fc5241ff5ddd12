/**
 * Figure value: what number a phrase says, so that «٤٠٠٠», «أربعة آلاف», "4,000" and "four thousand" are one claim.
 *
 * In:   a phrase with a number in digits of any of three scripts or in words, as Arabic, Persian and English write it.
 * Out:  the value, with a percent sign for a share; null when it says no number, or several.
 */
import { fold } from '../../language/index.ts'
import { languageTables } from '../../language/tables/index.ts'

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

const tables = [languageTables.ar.numbers, languageTables.fa.numbers, languageTables.en.numbers]

function byWord(
  lists: readonly (readonly (readonly [number, readonly string[]])[])[],
): ReadonlyMap<string, number> {
  return new Map(
    lists.flat().flatMap(([value, forms]) => forms.map((form) => [fold(form), value] as const)),
  )
}

const shares = new Set(['%', '٪', ...tables.flatMap((table) => table.shares).map(fold)])
/** What may stand inside a number: «95 في المئة», «دو هزار و پانصد». */
const joints = new Set(tables.flatMap((table) => table.joints).map(fold))
const scales = byWord(tables.map((table) => table.scales))
const values = byWord(tables.map((table) => table.values))
