/**
 * Takes out of a scraped text what is no part of the article, line by line, each loss with the rule that made it.
 *
 * In:    tidied text, and the title if it is known already.
 * Out:   the kept lines in order, the headline when the text begins with one, and every dropped line with its rule.
 * Cost:  O(length); pure.
 *
 * When in doubt a line stays: a line of noise costs a little, a lost sentence cannot be found again. Prose is dropped
 * where it stands in the text already, where the outlet tells of itself or its readers' comments, and where it is a
 * link to something else. Lines that recur across articles are known to `createLineStatistics`.
 */
import { furnitureRules } from './furniture-rules.ts'
import { findHeadline, repeatsTitle } from './headline.ts'
import type { Line } from './line.ts'
import { keyOf, lineOf } from './line.ts'
import { sectionWords } from './phrases.ts'
import { repeatedLines } from './repeats.ts'
import { tailDrops } from './tail-rules.ts'

export interface CleanOptions {
  /** From metadata, when there is any. */
  readonly title: string | null
  /** Lines that are links and nothing else, tidied as the text is. @default none */
  readonly links?: ReadonlySet<string>
}

export interface KeptLine {
  /** Position among the lines of the text as given, from 0. */
  readonly index: number
  readonly text: string
}

export interface DroppedLine extends KeptLine {
  /** Name of the rule that took it out. */
  readonly rule: string
}

export interface CleanedText {
  readonly lines: readonly KeptLine[]
  /** The headline found in the text; not among `lines`. */
  readonly headline: string | null
  readonly dropped: readonly DroppedLine[]
}

export function cleanLines(text: string, { title, links }: CleanOptions): CleanedText {
  const dropped: DroppedLine[] = []
  let lines = text
    .split('\n')
    .map((line, index) => ({ line: line.replaceAll(/ {2,}/gu, ' ').trim(), index }))
    .filter(({ line }) => line !== '')
    .map(({ line, index }) => lineOf(line, index, links?.has(line)))
  const drop = (drops: ReadonlyMap<Line, string>): void => {
    lines = lines.filter((line) => {
      const rule = drops.get(line)
      if (rule !== undefined) dropped.push({ index: line.index, rule, text: line.text })
      return rule === undefined
    })
  }
  drop(furnitureDrops(lines))
  const headline = title === null ? findHeadline(lines) : null
  const known = title ?? headline
  if (known !== null) drop(titleDrops(lines, known))
  drop(repeatedLines(lines))
  drop(sectionDrops(lines))
  drop(tailDrops(lines))
  return {
    lines: lines.map(({ index, text: kept }) => ({ index, text: kept })),
    headline,
    dropped: dropped.toSorted((a, b) => a.index - b.index),
  }
}

function furnitureDrops(lines: readonly Line[]): Map<Line, string> {
  const drops = new Map<Line, string>()
  for (const line of lines) {
    const rule = furnitureRules.find(({ fits }) => fits(line))
    if (rule) drops.set(line, rule.name)
  }
  // A page of links and nothing else is what it is.
  if (drops.size === lines.length)
    for (const line of lines) if (drops.get(line) === 'link-line') drops.delete(line)
  return drops
}

function titleDrops(lines: readonly Line[], title: string): Map<Line, string> {
  const firstProse = lines.findIndex((line) => line.prose)
  const key = keyOf(title)
  const repeats = lines.filter((line, at) =>
    repeatsTitle(line, key, firstProse < 0 || at < firstProse),
  )
  // A text that says no more than its title is an article all the same.
  if (repeats.length === lines.length) return new Map()
  return new Map(repeats.map((line) => [line, 'repeated-title']))
}

/** The section's name between headline and text. A text of few lines may be a list of such words. */
function sectionDrops(lines: readonly Line[]): Map<Line, string> {
  const drops = new Map<Line, string>()
  const firstProse = lines.findIndex((line) => line.prose)
  for (const line of lines.slice(0, Math.max(0, Math.min(firstProse, 6)))) {
    const words = line.key.split(' ').map((word) => word.replace(/^و(?=.{3})/u, ''))
    if (line.words <= 4 && words.every((word) => sectionWords.has(word)))
      drops.set(line, 'section-name')
  }
  return drops
}
