/**
 * Finds what hangs on behind the article: lists of other articles, their teasers, the box about the outlet.
 *
 * The tail is what follows the last line of prose. A label that announces other articles ends the article only when
 * no prose follows it.
 */
import type { Line } from './line.ts'
import { keyOf } from './line.ts'
import { neighbourLabels, outletMission, outletNoun, relatedLabels } from './phrases.ts'

const maxLabelWords = 8

export function tailDrops(lines: readonly Line[]): Map<Line, string> {
  const drops = new Map<Line, string>()
  const lastProse = lines.findLastIndex((line) => line.prose)
  for (const [at, line] of lines.entries()) {
    if (line.words > maxLabelWords) continue
    const [next, afterNext] = [lines[at + 1], lines[at + 2]]
    const isHeadline = next !== undefined && !next.prose && !next.ended
    if (neighbourLabels.has(line.key)) {
      drops.set(line, 'neighbour-label')
      if (isHeadline && !isLabel(next)) drops.set(next, 'neighbour')
    } else if (relatedLabels.has(line.key)) {
      drops.set(line, 'related-label')
      if (at >= lastProse) {
        for (const other of lines.slice(at + 1)) drops.set(other, 'after-related-label')
        break
      }
      // A link set into the article: the label, then one headline.
      if (isHeadline && next.words >= 4 && afterNext?.prose) drops.set(next, 'related-line')
    }
  }
  const left = (): Line[] => lines.filter((line) => !drops.has(line))
  for (const line of aboutBox(left(), drops.size > 0)) drops.set(line, 'about-box')
  for (const line of trailingTeasers(left())) drops.set(line, 'trailing-teaser')
  return drops
}

function isLabel(line: Line): boolean {
  return (
    line.words <= maxLabelWords && (neighbourLabels.has(line.key) || relatedLabels.has(line.key))
  )
}

/**
 * The outlet's word about itself: the last prose of the page, saying both what the outlet is and what it aims at,
 * under the outlet's name or between a source line and a list of other articles.
 */
function aboutBox(lines: readonly Line[], hasRelatedList: boolean): readonly Line[] {
  const at = lines.findLastIndex((line) => line.prose)
  const box = lines[at]
  const name = lines[at - 1]
  if (box === undefined || name === undefined || lines.filter((line) => line.prose).length < 3)
    return []
  if (!outletNoun.test(box.text) || !outletMission.test(box.text)) return []
  const firstWord = keyOf(name.text).split(' ')[0]!
  const isNamed =
    !name.ended && name.words <= 5 && firstWord.length > 2 && keyOf(box.text).includes(firstWord)
  if (!isNamed && !hasRelatedList) return []
  return isNamed ? [name, box] : [box]
}

const minTeasers = 2
const maxTeasers = 20
const maxComparedLength = 200_000
const minBodyLines = 4

/**
 * Headlines of other articles without a label above them: unfinished lines behind a text whose lines all end like
 * sentences. They betray themselves by a phrase that two of them share and the article does not, as teasers of one
 * series do; a list or a poem that belongs to the article is introduced by a colon or shares no such phrase.
 */
function trailingTeasers(lines: readonly Line[]): readonly Line[] {
  const lastEnded = lines.findLastIndex((line) => line.ended || line.prose)
  const body = lines.slice(0, lastEnded + 1)
  const tail = lines.slice(lastEnded + 1)
  if (tail.length < minTeasers || tail.length > maxTeasers || body.length < minBodyLines) return []
  if (body.filter((line) => line.ended).length < body.length * 0.8) return []
  if (tail.some((line) => line.words < 3 || line.text.endsWith(':'))) return []
  const counts = new Map<string, number>()
  for (const line of tail) {
    for (const phrase of phrasesOf(line.key)) counts.set(phrase, (counts.get(phrase) ?? 0) + 1)
  }
  const shared = new Set([...counts].filter(([, count]) => count > 1).map(([phrase]) => phrase))
  if (shared.size === 0) return []
  const bodyText = body.map((line) => line.text).join('\n')
  if (bodyText.length > maxComparedLength) return []
  for (const phrase of phrasesOf(keyOf(bodyText))) shared.delete(phrase)
  const sharing = tail.filter((line) => phrasesOf(line.key).some((phrase) => shared.has(phrase)))
  return sharing.length >= Math.max(minTeasers, tail.length / 2) ? tail : []
}

/** Runs of three words. */
function phrasesOf(key: string): string[] {
  const words = key.split(' ')
  return [...new Set(words.slice(2).map((_, at) => words.slice(at, at + 3).join(' ')))]
}
