/** What is a tag of HTML and what only looks like one: `<not in any way>` is a text's own words. */

const names = new Set(
  'a abbr acronym address area article aside audio b base basefont bdi bdo big blockquote body br button canvas caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html i iframe img input ins kbd label legend li link main map mark menu meta meter nav noscript object ol optgroup option output p param picture pre progress q rp rt ruby s samp script section select small source span strike strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr'.split(
    ' ',
  ),
)
/** Alone they stand in plain text too, as letters of a formula or a list; with attributes or an end they are tags. */
const tag = /<(?<slash>\/?)(?<name>[a-z][\w:-]{0,40})(?<rest>(?:\s[^<>]{0,2000})?\/?)>/giu

/** Letters that also stand for themselves («between <a> and <b>»): tags where the text ends one of them too. */
const letters = /^[abiqsu]$/u

type TagTest = (slash: string, name: string, rest: string) => boolean

/** Tells tags by name and attributes; what has no name of HTML is one only when it is written like one. */
function tagsOf(text: string): TagTest {
  const ended = new Map<string, boolean>()
  const isEnded = (name: string): boolean => {
    const known = ended.get(name) ?? new RegExp(`</${name}\\s*>`, 'iu').test(text)
    ended.set(name, known)
    return known
  }
  return (slash, written, rest) => {
    const name = written.toLowerCase()
    const hasValues = rest.includes('=')
    if (/[:-]/u.test(name)) return slash !== '' || hasValues || /^(?:[omvw]|st1):|^amp-/u.test(name)
    if (!names.has(name)) return rest.includes('="')
    if (hasValues || slash !== '') return true
    if (/^\s*\/?$/u.test(rest)) return !letters.test(name) || isEnded(name)
    return /^\s+(?:hidden|disabled|open|controls|async|defer|nowrap|itemscope)\b/iu.test(rest)
  }
}

/** Whether the text holds a tag of HTML. */
export function hasTags(text: string): boolean {
  if (!text.includes('<')) return false
  const isTag = tagsOf(text)
  for (const { groups } of text.matchAll(tag)) {
    if (isTag(groups!['slash']!, groups!['name']!, groups!['rest']!)) return true
  }
  return false
}

/** What only looks like a tag is kept from the parser, which would swallow it. */
export function escapedUnknownTags(markup: string): string {
  const isTag = tagsOf(markup)
  return markup.replaceAll(tag, (whole: string, slash: string, name: string, rest: string) =>
    isTag(slash, name, rest) ? whole : `&lt;${whole.slice(1, -1)}&gt;`,
  )
}

/** Without the tags, each of which leaves nothing; for a title. */
export function withoutTags(text: string): string {
  const isTag = tagsOf(text)
  return text.replaceAll(tag, (whole: string, slash: string, name: string, rest: string) =>
    isTag(slash, name, rest) ? '' : whole,
  )
}
