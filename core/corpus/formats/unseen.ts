/** What a page does not show, or shows as struck: no reader of the page has read it as the article's word. */
import type { MarkupNode } from './html-text.ts'

/** Never text of an article, shown or not. */
const skipped = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE IFRAME OBJECT VIDEO AUDIO SVG MATH CANVAS FORM BUTTON SELECT TEXTAREA DATALIST DIALOG NAV HEAD'.split(
    ' ',
  ),
)
const struck = new Set(['DEL', 'S', 'STRIKE'])
const elementNode = 1

/** Not what fades in or has its size set further inside: pages show that. */
const hidingStyle =
  /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|text-decoration(?:-line)?\s*:[^;]{0,40}line-through)/iu
/** For those who listen to a page, in the words of the frameworks. */
const hidingClass =
  /(?:^|\s)(?:sr-only|sr_only|visually-?hidden|screen-reader(?:-text|-only)?|element-invisible|a11y-hidden|assistive-text)(?:\s|$)/iu
/** Bootstrap's: hidden at every width. */
const noDisplay = /(?:^|\s)d-none(?:\s|$)/u
const displayedSomewhere = /(?:^|\s)d-(?:sm|md|lg|xl|xxl|print)-(?!none)/u

/** @param showsAll - Whether what is hidden counts as seen. */
export function isUnseen(node: MarkupNode, showsAll = false): boolean {
  if (node.nodeType !== elementNode) return false
  const name = node.nodeName.toUpperCase()
  if (skipped.has(name) || struck.has(name)) return true
  return !showsAll && isHidden(node)
}

function isHidden(node: MarkupNode): boolean {
  const attribute = (name: string): string | null => node.getAttribute?.(name) ?? null
  if (attribute('hidden') !== null || attribute('aria-hidden')?.trim() === 'true') return true
  const style = attribute('style')
  if (style !== null && hidingStyle.test(style.slice(0, maxAttribute))) return true
  const classes = attribute('class')?.slice(0, maxAttribute)
  if (classes === undefined) return false
  return hidingClass.test(classes) || (noDisplay.test(classes) && !displayedSomewhere.test(classes))
}

const maxAttribute = 2000

/** Whether attributes, as they are written in a tag, hide its element. */
export function hides(attributes: string): boolean {
  const written = attributes.slice(0, maxAttribute)
  if (/(?:^|\s)hidden(?=[\s=]|$)|aria-hidden\s*=\s*["']?true/iu.test(written)) return true
  const style = /(?:^|\s)style\s*=\s*["']([^"']*)/iu.exec(written)?.[1]
  return style !== undefined && hidingStyle.test(style)
}
