/** Counts a page's elements and how deep they lie, in one pass over its characters, before anything is built of it. */

export interface MarkupSize {
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
  for (const match of markup.matchAll(/<(?<slash>\/?)(?<name>[a-z][a-z0-9]{0,20})/giu)) {
    const name = match.groups!['name']!.toLowerCase()
    const closing = match.groups!['slash'] === '/'
    if (!closing) elements += 1
    if (flat.has(name)) continue
    open = Math.max(0, open + (closing ? -1 : 1))
    if (open > depth) depth = open
  }
  return { elements, depth }
}
