/**
 * Reads Markdown as plain text: the syntax goes, every word stays.
 *
 * Out:  paragraphs of one line each, in the order of the source; the first heading's words as title when front
 *       matter gives none.
 * Cost: O(length); pure.
 *
 * Not a Markdown renderer: what is not surely syntax stays as it was written.
 */
import type { Draft, Found } from '../draft.ts'
import { emptyDraft } from '../draft.ts'
import { readFrontMatter } from './front-matter.ts'

const heading = /^ {0,3}#{1,6}[ \t]+(?<words>.*?)(?:[ \t]+#+)?[ \t]*$/u
const underline = /^ {0,3}(?:=+|-+)[ \t]*$/u
const rule = /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/u
const listItem = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+/u
const quote = /^(?:[ \t]{0,3}>[ \t]?)+/u
const codeFence = /^ {0,3}(?:`{3,}|~{3,})/u
const tableRule = /^[ \t]*\|?[ \t:|-]*-{3,}[ \t:|-]*$/u
const linkTarget = /^ {0,3}\[[^\]]{1,200}\]:[ \t]+\S+.*$/u

/** @param text - With `\n` line ends. */
export function draftFromMarkdown(text: string): Draft {
  const { fields, body, problem } = readFrontMatter(text)
  const { paragraphs, firstHeading } = paragraphsOf(withoutComments(body))
  const field = (...names: readonly string[]): Found | null => {
    const value = names.map((name) => fields.get(name)?.trim()).find(Boolean)
    return value === undefined ? null : { value, by: 'front-matter' }
  }
  return {
    ...emptyDraft,
    id: field('id')?.value ?? null,
    title:
      field('title', 'headline') ??
      (firstHeading === null ? null : { value: firstHeading, by: 'text' }),
    source: field('source', 'outlet', 'publisher'),
    url: field('url', 'link'),
    publishedAt: field('publishedAt', 'date', 'datePublished'),
    language: field('language', 'lang', 'inLanguage'),
    text: paragraphs.join('\n'),
    notes: problem === null ? [] : [`front matter not used: ${problem.slice(0, 160)}`],
  }
}

/** No heading, rule or table row is longer, and their patterns take long on longer lines. */
const longestMarkedLine = 2000

function withoutComments(text: string): string {
  let kept = ''
  let at = 0
  for (let open = text.indexOf('<!--'); open >= 0; open = text.indexOf('<!--', at)) {
    const close = text.indexOf('-->', open + 4)
    if (close < 0) break
    kept += text.slice(at, open)
    at = close + 3
  }
  return kept + text.slice(at)
}

function paragraphsOf(body: string): { paragraphs: string[]; firstHeading: string | null } {
  const paragraphs: string[] = []
  let open: string[] = []
  let firstHeading: string | null = null
  let inCode = false
  const close = (): void => {
    if (open.length === 0) return
    const words = plainWords(open.join(' '))
    if (words !== '') paragraphs.push(words)
    open = []
  }
  const addHeading = (words: string): void => {
    const plain = plainWords(words)
    if (plain === '') return
    firstHeading ??= plain
    paragraphs.push(plain)
  }
  for (const raw of body.split('\n')) {
    const line = raw.replace(quote, '')
    if (line.trim() === '') close()
    else if (line.length > longestMarkedLine) open.push(line.trim())
    else if (codeFence.test(line)) {
      close()
      inCode = !inCode
    } else if (inCode) {
      if (line.trim() !== '') paragraphs.push(line.trim())
    } else if (open.length === 1 && underline.test(line)) {
      const words = open[0]!
      open = []
      addHeading(words)
    } else if (rule.test(line) || tableRule.test(line) || linkTarget.test(line)) {
      close()
    } else if (heading.test(line)) {
      close()
      addHeading(heading.exec(line)?.groups?.['words'] ?? '')
    } else {
      if (listItem.test(line) || line.trimStart().startsWith('|')) close()
      open.push(line.replace(listItem, '').trim())
    }
  }
  close()
  return { paragraphs, firstHeading }
}

const emphasis =
  /(?<![\p{L}\p{N}_])(___|__|_)(?=[^\s_])([^_\n]{1,2000}?)(?<=[^\s_])\1(?![\p{L}\p{N}_])/gu

/**
 * Inline syntax, from the outside in: images and links keep their words, emphasis and code their content.
 *
 * No pattern may run over its own opening mark, so that a line of nothing but marks is read in one pass.
 */
function plainWords(line: string): string {
  const isRow = line.trimStart().startsWith('|')
  const words = line
    .replaceAll(/[ \t]+/gu, ' ')
    .replaceAll(/!\[([^[\]\n]{0,500})\]\([^()\s]{0,2000}(?:\s"[^"\n]{0,500}")?\)/gu, '$1')
    .replaceAll(/\[([^[\]\n]{0,2000})\]\([^()\s]{0,2000}(?:\s"[^"\n]{0,500}")?\)/gu, '$1')
    .replaceAll(/\[([^[\]\n]{1,2000})\]\[[^[\]\n]{0,200}\]/gu, '$1')
    .replaceAll(/<(https?:\/\/[^\s<>]{1,2000})>/gu, '$1')
    .replaceAll(/<\/?[a-z][a-z0-9-]{0,20}(?:\s[^<>]{0,1000})?\/?>/giu, '')
    .replaceAll(/`([^`\n]{1,2000})`/gu, '$1')
    .replaceAll(/(\*\*\*|\*\*|\*)(?=\S)([^*\n]{1,2000}?)(?<=\S)\1/gu, '$2')
    .replaceAll(emphasis, '$2')
    .replaceAll(/~~(?=\S)([^~\n]{1,2000}?)(?<=\S)~~/gu, '$1')
  const cells = isRow ? words.replaceAll(/^\s*\||\|\s*$/gu, '').replaceAll(' | ', ' · ') : words
  return cells.replaceAll(/\\([\\`*_{}[\]()#+\-.!|>~])/gu, '$1').trim()
}
