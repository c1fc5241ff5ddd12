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
import { withoutTags } from './html-tags.ts'
import { hides } from './unseen.ts'

const heading = /^ {0,3}#{1,6}[ \t]/u
const underline = /^ {0,3}(?:=+|-+)[ \t]*$/u
const rule = /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/u
const listItem = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+/u
const quote = /^(?:[ \t]{0,3}>[ \t]?)+/u
const codeFence = /^ {0,3}(?:`{3,}|~{3,})/u
const tableRule = /^[ \t:|-]+$/u
const linkTarget = /^ {0,3}\[[^\]]{1,200}\]:[ \t]+\S+.*$/u

/** @param text - With `\n` line ends. */
export function draftFromMarkdown(text: string): Draft {
  const { fields, body, problem } = readFrontMatter(text)
  const { paragraphs, links, firstHeading } = paragraphsOf(withoutUnseen(withoutComments(body)))
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
    links,
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

interface Paragraphs {
  readonly paragraphs: string[]
  /** Those that are a link and nothing else. */
  readonly links: string[]
  readonly firstHeading: string | null
}

function paragraphsOf(body: string): Paragraphs {
  const paragraphs: string[] = []
  const links: string[] = []
  let open: string[] = []
  let firstHeading: string | null = null
  let inCode = false
  const close = (): void => {
    if (open.length === 0) return
    const written = open.join(' ')
    const words = plainWords(written)
    if (words !== '') paragraphs.push(words)
    if (onlyLink.test(written)) links.push(words)
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
    } else if (rule.test(line) || isTableRule(line) || linkTarget.test(line)) {
      close()
    } else if (heading.test(line)) {
      close()
      addHeading(headingWords(line))
    } else {
      if (listItem.test(line) || line.trimStart().startsWith('|')) close()
      open.push(line.replace(listItem, '').trim())
    }
  }
  close()
  return { paragraphs, links, firstHeading }
}

/** An address alone is no name of anything, and a picture none of another article. */
const onlyLink =
  /^\s*(?:\*{1,3}|_{1,3})?\[(?!!)[^[\]\n]{1,500}\]\([^()\s]{1,2000}(?:\s"[^"\n]{0,500}")?\)(?:\*{1,3}|_{1,3})?\s*$/u

function isTableRule(line: string): boolean {
  return tableRule.test(line) && line.includes('---')
}

/** Without the marks before the words, and those behind that a blank parts from them. */
function headingWords(line: string): string {
  const words = line
    .trim()
    .replace(/^#{1,6}/u, '')
    .trim()
  let end = words.length
  while (words[end - 1] === '#') end -= 1
  return end < words.length && (end === 0 || /\s/u.test(words[end - 1]!))
    ? words.slice(0, end).trim()
    : words
}

/** Elements of the page that are struck or hidden go with their words. */
function withoutUnseen(text: string): string {
  const parts: string[] = []
  const unclosed = new Set<string>()
  let at = 0
  for (const { 0: tag, 1: written, 2: attributes = '', index } of text.matchAll(openingTag)) {
    const name = written!.toLowerCase()
    if (index < at || unclosed.has(name) || !(struckNames.has(name) || hides(attributes))) continue
    const close = new RegExp(`</${name}\\s*>`, 'giu')
    close.lastIndex = index + tag.length
    const end = close.exec(text)
    if (end === null) {
      unclosed.add(name)
      continue
    }
    parts.push(text.slice(at, index).trimEnd())
    at = end.index + end[0].length
  }
  return parts.join('') + text.slice(at)
}

const openingTag = /<([a-z][a-z0-9]{0,9})(\s[^<>]{0,500})?>/giu
const struckNames = new Set(['del', 's', 'strike'])

const emphasis =
  /(?<![\p{L}\p{N}_])(___|__|_)(?=[^\s_])([^_\n]{1,2000}?)(?<=[^\s_])\1(?![\p{L}\p{N}_])/gu

/**
 * Inline syntax, from the outside in: images and links keep their words, emphasis and code their content.
 *
 * No pattern may run over its own opening mark, so that a line of nothing but marks is read in one pass.
 */
/** Where none of these is, there is no syntax. */
const syntax = /[[\]<`*_~|\\]/u

function plainWords(line: string): string {
  if (!syntax.test(line)) return line.replaceAll(/[ \t]+/gu, ' ').trim()
  const isRow = line.trimStart().startsWith('|')
  const linked = line
    .replaceAll(/ ?~~(?=\S)[^~\n]{1,2000}?(?<=\S)~~/gu, '')
    .replaceAll(/[ \t]+/gu, ' ')
    .replaceAll(/!\[([^[\]\n]{0,500})\]\([^()\s]{0,2000}(?:\s"[^"\n]{0,500}")?\)/gu, '$1')
    .replaceAll(/\[([^[\]\n]{0,2000})\]\([^()\s]{0,2000}(?:\s"[^"\n]{0,500}")?\)/gu, '$1')
    .replaceAll(/\[([^[\]\n]{1,2000})\]\[[^[\]\n]{0,200}\]/gu, '$1')
    .replaceAll(/<(https?:\/\/[^\s<>]{1,2000})>/gu, '$1')
  const words = withoutTags(linked)
    .replaceAll(/`([^`\n]{1,2000})`/gu, '$1')
    .replaceAll(/(\*\*\*|\*\*|\*)(?=\S)([^*\n]{1,2000}?)(?<=\S)\1/gu, '$2')
    .replaceAll(emphasis, '$2')
  const cells = isRow ? words.replaceAll(/^\s*\||\|\s*$/gu, '').replaceAll(' | ', ' · ') : words
  return cells.replaceAll(/\\([\\`*_{}[\]()#+\-.!|>~])/gu, '$1').trim()
}
