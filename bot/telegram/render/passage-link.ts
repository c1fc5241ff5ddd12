/**
 * An address that scrolls to the quoted words and marks them, in browsers that know text fragments.
 *
 * Source: https://wicg.github.io/scroll-to-text-fragment/ (others ignore the fragment).
 */
export function passageLink(url: string | null, quote: string): string | null {
  const parsed = url === null ? null : URL.parse(url)
  if (parsed === null) return null
  const words = quote
    .toWellFormed()
    .trim()
    .split(/\s+/u)
    .filter((word) => word !== '')
  if (words.length < fewestWords) return parsed.href
  const ends =
    words.length <= 2 * endWords ? [words] : [words.slice(0, endWords), words.slice(-endWords)]
  const directive = `:~:text=${ends.map((end) => encoded(end.join(' '))).join(',')}`
  return `${parsed.href}${parsed.hash === '' ? '#' : ''}${directive}`
}

/** Fewer words than this stand in too many places of a page. */
const fewestWords = 3
const endWords = 4

/** A dash or comma would be read as part of the directive. */
function encoded(words: string): string {
  return encodeURIComponent(words).replaceAll('-', '%2D')
}
