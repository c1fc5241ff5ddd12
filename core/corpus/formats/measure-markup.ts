/**
 * Takes out of markup what is no text of a page, and counts the elements of the rest and how deep they lie, in one pass
 * over its characters, before anything is built of it: what is not counted is not built.
 */

export interface MarkupSize {
  /** Brackets and references outside of tags: parsers make a piece of text of each. */
  readonly loose: number
  /** Of the tag that has the most of them, quotation marks and blanks counted: parsers look for each name among all. */
  readonly attributes: number
  readonly elements: number
  readonly depth: number
}

/** Elements without content, and those whose end tag writers leave out. */
const flat = new Set(
  'area base br col embed hr img input link meta param source track wbr p li dt dd tr td th tbody thead option'.split(
    ' ',
  ),
)

export function measureMarkup(markup: string): MarkupSize {
  let elements = 0
  let open = 0
  let depth = 0
  let attributes = 0
  let tags = 0
  let tagEnd = 0
  for (const match of markup.matchAll(/<(?<slash>\/?)(?<name>[a-z][a-z0-9]{0,20})/giu)) {
    const name = match.groups!['name']!.toLowerCase()
    const closing = match.groups!['slash'] === '/'
    tags += 1
    if (!closing) elements += 1
    if (match.index >= tagEnd) {
      const end = markup.indexOf('>', match.index)
      tagEnd = end < 0 ? markup.length : end
      const parts = markup.slice(match.index, tagEnd).match(/[\s"'/=]+/gu)?.length ?? 0
      if (parts > attributes) attributes = parts
    }
    if (flat.has(name)) continue
    open = Math.max(0, open + (closing ? -1 : 1))
    if (open > depth) depth = open
  }
  const signs = markup.match(/[<>&]/gu)?.length ?? 0
  return { loose: signs - 2 * tags, attributes, elements, depth }
}

const wordless = /<(?:!--|(?:script|style|template|svg|math|noscript|iframe|textarea)(?=[\s/>]))/giu

export interface WordyMarkup {
  readonly markup: string
  /** Contents of its JSON-LD scripts. */
  readonly jsonLd: readonly string[]
}

/** Icons, scripts and the like go with all that lies in them. One without an end stays: the parser has its own mind of it. */
export function withoutWordless(markup: string): WordyMarkup {
  const parts: string[] = []
  const jsonLd: string[] = []
  const { isUnclosed, endOf } = createEnds(markup)
  let at = 0
  wordless.lastIndex = 0
  for (let match = wordless.exec(markup); match !== null; match = wordless.exec(markup)) {
    const name = match[0].slice(1).toLowerCase()
    if (isUnclosed(name)) continue
    const from = name === '!--' ? match.index + 4 : endOfTag(markup, match.index)
    const isClosed = markup[from - 2] === '/' && (name === 'svg' || name === 'math')
    const end = isClosed ? { start: from, end: from } : endOf(name, from)
    if (end === null) continue
    wordless.lastIndex = end.end
    if (name === 'script' && jsonLdType.test(markup.slice(match.index, from)))
      jsonLd.push(markup.slice(from, end.start))
    // A blank stays: it may have parted two words.
    parts.push(markup.slice(at, match.index), ' ')
    at = end.end
  }
  parts.push(markup.slice(at))
  return { markup: parts.join(''), jsonLd }
}

const jsonLdType = /type\s*=\s*["']?\s*application\/ld\+json/iu
const maxTag = 20_000

/** Behind the `>` that ends the tag, which may stand in the quotation marks of an attribute. */
function endOfTag(markup: string, start: number): number {
  let quote = ''
  const limit = Math.min(markup.length, start + maxTag)
  for (let at = start; at < limit; at += 1) {
    const character = markup[at]!
    if (quote !== '') {
      if (character === quote) quote = ''
    } else if (character === '>') return at + 1
    else if ((character === '"' || character === "'") && markup[at - 1] === '=') quote = character
  }
  const plain = markup.indexOf('>', start)
  return plain < 0 ? markup.length : plain + 1
}

interface Ending {
  /** Where the end tag begins. */
  readonly start: number
  readonly end: number
}

/** Finds ends so that no part of the markup is looked at again and again: what failed once for a name is not tried anew. */
function createEnds(markup: string) {
  const unclosed = new Set<string>()
  const unbalanced = new Set<string>()

  function endOf(name: string, from: number): Ending | null {
    if (name === '!--') {
      const start = markup.indexOf('-->', from)
      if (start < 0) unclosed.add(name)
      return start < 0 ? null : { start, end: start + 3 }
    }
    // Only these hold others of their kind.
    const nests = (name === 'template' || name === 'svg') && !unbalanced.has(name)
    const tag = new RegExp(`<(?<slash>/?)${name}(?=[\\s/>])`, 'giu')
    tag.lastIndex = from
    let open = 1
    let first: number | null = null
    for (let match = tag.exec(markup); match !== null; match = tag.exec(markup)) {
      if (match.groups!['slash'] === '/') {
        first ??= match.index
        open -= 1
      } else if (nests) open += 1
      if (open === 0 || (first !== null && !nests)) return ending(markup, match.index)
    }
    if (first === null) unclosed.add(name)
    else unbalanced.add(name)
    return first === null ? null : ending(markup, first)
  }

  return { isUnclosed: (name: string): boolean => unclosed.has(name), endOf }
}

function ending(markup: string, start: number): Ending {
  const end = markup.indexOf('>', start)
  return { start, end: end < 0 ? markup.length : end + 1 }
}
