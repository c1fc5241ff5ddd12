/**
 * Walks markup and gives its text, a line for each block.
 *
 * Nothing is run and nothing is fetched. The walk keeps its own stack, so the depth of the markup does not matter.
 */

/** What the walk asks of a node; linkedom's nodes are such. */
export interface MarkupNode {
  readonly nodeType: number
  readonly nodeName: string
  readonly textContent: string | null
  readonly firstChild: MarkupNode | null
  readonly nextSibling: MarkupNode | null
  readonly parentNode: MarkupNode | null
}

const skipped = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE IFRAME OBJECT SVG MATH CANVAS FORM BUTTON SELECT NAV HEAD'.split(
    ' ',
  ),
)
const blocks = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY BR CAPTION DD DETAILS DIV DL DT FIGCAPTION FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN OL P PRE SECTION SUMMARY TABLE TBODY TD TH THEAD TR UL'.split(
    ' ',
  ),
)
const textNode = 3

export function textOfMarkup(root: MarkupNode): string {
  const parts: string[] = []
  let node: MarkupNode | null = root
  while (node !== null) {
    const name = node.nodeName.toUpperCase()
    if (node.nodeType === textNode) parts.push((node.textContent ?? '').replaceAll(/\s+/gu, ' '))
    else if (blocks.has(name)) parts.push('\n')
    if (node.firstChild !== null && !skipped.has(name)) {
      node = node.firstChild
      continue
    }
    while (node !== null && node !== root && node.nextSibling === null) {
      node = node.parentNode
      if (node !== null && blocks.has(node.nodeName.toUpperCase())) parts.push('\n')
    }
    node = node === null || node === root ? null : node.nextSibling
  }
  return parts
    .join('')
    .replaceAll(/ *\n[ \n]*/gu, '\n')
    .trim()
}
