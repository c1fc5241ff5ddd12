/**
 * Walks markup and gives its text, a line for each block, and which of the lines are links and nothing else.
 *
 * Nothing is run and nothing is fetched. The walk keeps its own stack, so the depth of the markup does not matter.
 * What a page does not show, and what it shows as struck, is no text of it.
 */
import { relatedLabelAtEnd, relatedPrefix } from '../cleaning/phrases.ts'
import { isUnseen } from './unseen.ts'

/** What the walk asks of a node; linkedom's nodes are such. */
export interface MarkupNode {
  readonly nodeType: number
  readonly nodeName: string
  readonly textContent: string | null
  readonly firstChild: MarkupNode | null
  readonly nextSibling: MarkupNode | null
  readonly parentNode: MarkupNode | null
  getAttribute?(name: string): string | null
}

export interface MarkupText {
  readonly text: string
  readonly links: readonly string[]
}

const blocks = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY BR CAPTION DD DETAILS DIV DL DT FIGCAPTION FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN OL P PRE SECTION SUMMARY TABLE TBODY TD TH THEAD TR UL'.split(
    ' ',
  ),
)
const textNode = 3
/** Lines of one link: more are a page whose link was never closed. */
const maxLinkLines = 5
const linkShare = 0.9
/** Of a line that is no sentence. */
const titledShare = 0.6

/** @param showsAll - Whether to take also what is hidden. @default false */
export function textOfMarkup(root: MarkupNode, showsAll = false): MarkupText {
  const lines: Line[] = []
  let open: Piece[] = []
  const links: MarkupNode[] = []
  const close = (): void => {
    if (open.length > 0) lines.push(...linesOf(open))
    open = []
  }
  const leave = (node: MarkupNode): void => {
    if (links.at(-1) === node) links.pop()
    if (isBlock(node)) close()
  }
  let node: MarkupNode | null = root
  while (node !== null) {
    if (node.nodeType === textNode) {
      const text = (node.textContent ?? '').replaceAll(/\s+/gu, ' ')
      if (text !== '') open.push({ text, link: links.at(-1) ?? null })
    } else if (isBlock(node)) close()
    if (node.firstChild !== null && !isUnseen(node, showsAll)) {
      if (node.nodeName.toUpperCase() === 'A' && node.getAttribute?.('href')) links.push(node)
      node = node.firstChild
      continue
    }
    leave(node)
    while (node !== null && node !== root && node.nextSibling === null) {
      node = node.parentNode
      if (node !== null) leave(node)
    }
    node = node === null || node === root ? null : node.nextSibling
  }
  close()
  const counts = new Map<MarkupNode, number>()
  for (const { link } of lines) if (link !== null) counts.set(link, (counts.get(link) ?? 0) + 1)
  const isLink = ({ link }: Line): boolean => link !== null && counts.get(link)! <= maxLinkLines
  return {
    text: lines.map(({ text }) => text).join('\n'),
    links: lines.filter(isLink).map(({ text }) => text),
  }
}

function isBlock(node: MarkupNode): boolean {
  return blocks.has(node.nodeName.toUpperCase())
}

/** Text of one line, and the link that it stands in. */
interface Piece {
  readonly text: string
  readonly link: MarkupNode | null
}

interface Line {
  readonly text: string
  /** The link that makes up the line. */
  readonly link: MarkupNode | null
}

/** The line, and behind it the links to other articles that were set into it («اقرأ أيضاً: …»). */
function linesOf(pieces: readonly Piece[]): Line[] {
  const own: Piece[] = []
  const related: Piece[][] = []
  for (const piece of merged(pieces)) {
    const before = own.at(-1)
    const label = piece.link === null || before?.link !== null ? null : labelBehind(before)
    if (label !== null && before !== undefined) {
      own[own.length - 1] = { ...before, text: before.text.slice(0, label) }
      related.push([{ ...piece, text: before.text.slice(label) }, piece])
    } else if (piece.link !== null && relatedPrefix.test(piece.text)) related.push([piece])
    else own.push(piece)
  }
  return [own, ...related].flatMap((parts) => lineOf(parts) ?? [])
}

function labelBehind({ text }: Piece): number | null {
  return relatedLabelAtEnd.exec(text.slice(-60)) === null
    ? null
    : Math.max(0, text.length - 60) + relatedLabelAtEnd.exec(text.slice(-60))!.index
}

function merged(pieces: readonly Piece[]): Piece[] {
  const all: { text: string[]; link: MarkupNode | null }[] = []
  for (const { text, link } of pieces) {
    const last = all.at(-1)
    if (last !== undefined && last.link === link) last.text.push(text)
    else all.push({ text: [text], link })
  }
  return all.map(({ text, link }) => ({ text: text.join(''), link }))
}

function lineOf(pieces: readonly Piece[]): Line | null {
  const text = pieces
    .map((piece) => piece.text)
    .join('')
    .replaceAll(/ {2,}/gu, ' ')
    .trim()
  if (text === '') return null
  const linked = pieces.filter(({ link }) => link !== null)
  const letters = linked.reduce((sum, piece) => sum + lettersOf(piece.text), 0)
  const all = lettersOf(text)
  const isTitled = !/[.!?؟۔:：]/u.test(besides(pieces)) && !/[.؟?!۔]\s*$/u.test(text)
  const isLink = letters > 0 && letters >= (isTitled ? titledShare : linkShare) * all
  return { text, link: isLink ? linked[0]!.link : null }
}

/** What of the line is no link: an hour, a section, a number. */
function besides(pieces: readonly Piece[]): string {
  return pieces
    .filter(({ link }) => link === null)
    .map(({ text }) => text)
    .join(' ')
}

function lettersOf(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0
}
