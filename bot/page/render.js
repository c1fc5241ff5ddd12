/** An answer document as elements. Every word from outside becomes a text node, never markup. */
import { day, languageName, strings } from './strings.js'

/**
 * @param {string} tag
 * @param {Record<string, string | false | null | undefined>} attributes - Those without a value are left out.
 * @param {...(Node | string)} children
 */
export function element(tag, attributes, ...children) {
  const node = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'string') node.setAttribute(name, value)
  }
  node.append(...children)
  return node
}

/** @param {{ id: string, asked: string }} turn - Its id is unique in the page: those of the cards begin with it. */
export function renderAnswer(answer, language, turn) {
  const text = strings[language]
  const show = (citations) => cards(citations, language, turn, answer.verdict === 'answer')
  const nodes =
    answer.readAs === null
      ? []
      : [element('p', { class: 'quiet', dir: 'auto' }, text.readAs(answer.readAs))]
  if (answer.verdict === 'refusal') {
    nodes.push(prose(answer, [], turn, text))
    if (answer.nearest.length > 0) nodes.push(element('h3', {}, text.nearest), show(answer.nearest))
  } else if (answer.disagreement?.length > 0) {
    const { disagreement: groups } = answer
    const grouped = new Set(groups.flatMap((group) => group.citations.map(({ n }) => n)))
    const rest = answer.citations.filter(({ n }) => !grouped.has(n))
    const isByDay = groups.every(({ eventDate }) => eventDate !== null)
    nodes.push(element('p', { class: 'differ' }, isByDay ? text.events : text.disagreement))
    for (const group of groups) nodes.push(claim(group, language), show(group.citations))
    if (rest.length > 0) nodes.push(element('h3', {}, text.sources), show(rest))
  } else {
    // The cards say all that a list of quotes says; prose stands above them only where there is any.
    if (!isListOfQuotes(answer)) {
      nodes.push(prose(answer, answer.citations, turn, text), element('h3', {}, text.sources))
    }
    nodes.push(show(answer.citations))
  }
  if (answer.mode === 'keyword-only') {
    nodes.push(element('p', { class: 'quiet' }, text.keywordOnly))
  }
  return nodes
}

function isListOfQuotes({ answer, citations }) {
  return citations.every(({ quote }) => answer.includes(asQuoted(quote)))
}

/** A quote as the answer's text has it: on one line, its own numbers in wide brackets. */
function asQuoted(quote) {
  return quote
    .replace(/\s*\n\s*/gu, ' ')
    .replaceAll(/\[([\p{Nd}\p{Cf}\s,،;؛–—-]{1,40})\]/gu, (whole, inside) =>
      /\p{Nd}/u.test(inside) ? `［${inside}］` : whole,
    )
}

function prose(answer, citations, turn, text) {
  return element(
    'div',
    { class: `answer ${answer.verdict}`, lang: answer.language },
    ...answerParagraphs(answer.answer, citations, turn, text),
  )
}

function cards(citations, language, turn, isNumbered) {
  const list = citations.map((one) => card(one, language, turn, isNumbered))
  return element('ol', { class: 'cards' }, ...list)
}

function answerParagraphs(answer, citations, turn, text) {
  const numbers = new Set(citations.map(({ n }) => n))
  return answer
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const pieces = line.split(/\[(\d{1,2})\]/)
      const nodes = pieces.map((piece, at) => {
        if (at % 2 === 0) return piece
        const n = Number(piece)
        return numbers.has(n) ? mark(n, turn, text) : `[${piece}]`
      })
      return element('p', { dir: 'auto' }, ...nodes)
    })
}

function mark(n, turn, text) {
  return element(
    'a',
    { class: 'mark', href: `#${turn.id}-${n}`, 'aria-label': text.mark(n) },
    String(n),
  )
}

function claim({ claim: what, eventDate }, language) {
  return element(
    'h3',
    { class: 'claim' },
    ...(eventDate === null ? [element('bdi', {}, what)] : [time(eventDate, language)]),
  )
}

function card(citation, language, turn, isNumbered) {
  const { n, quote, title, source, publishedAt, url, articleId, start, end } = citation
  const text = strings[language]
  const name = languageName(citation.language, language)
  const about = [
    ...(source === null ? [] : [element('bdi', {}, source)]),
    publishedAt === null ? text.noDate : time(publishedAt, language),
    ...(name === '' ? [] : [name]),
  ]
  const page = `/articles/${articleId.split('/').map(encodeURIComponent).join('/')}`
  const place = new URLSearchParams({ start, end, q: turn.asked })
  const original = url === null ? null : originalLink(url, quote)
  return element(
    'li',
    { id: `${turn.id}-${n}`, class: 'card', tabindex: '-1' },
    ...(isNumbered
      ? [element('span', { class: 'number', 'aria-label': text.mark(n) }, String(n))]
      : []),
    element(
      'blockquote',
      { lang: citation.language, dir: 'auto' },
      ...highlighted(quote, citation.highlights),
    ),
    element('p', { class: 'title', lang: citation.language, dir: 'auto' }, title),
    element(
      'p',
      { class: 'origin' },
      ...about.flatMap((part, at) => (at === 0 ? [part] : [' · ', part])),
    ),
    element(
      'p',
      { class: 'links' },
      element('a', { href: `${page}?${place}#quote` }, text.inArticle),
      ...(original === null
        ? []
        : [element('a', { href: original, rel: 'noopener noreferrer' }, text.original)]),
    ),
  )
}

function highlighted(quote, spans = []) {
  const nodes = []
  let at = 0
  for (const { start, end } of spans) {
    if (start < at || end > quote.length) continue
    nodes.push(quote.slice(at, start), element('mark', {}, quote.slice(start, end)))
    at = end
  }
  return [...nodes, quote.slice(at)]
}

function time(iso, language) {
  return element('time', { datetime: iso, title: iso.slice(0, 10) }, day(iso, language))
}

/**
 * The publisher's own page, scrolled to the quote where the browser knows how (text fragments).
 * Only web addresses: an article's url is a stranger's word.
 */
export function originalLink(url, quote) {
  if (!URL.canParse(url)) return null
  const target = new URL(url)
  if (target.protocol !== 'https:' && target.protocol !== 'http:') return null
  const words = quote.trim().split(/\s+/)
  const ends = words.length > 12 ? [words.slice(0, 6), words.slice(-6)] : [words]
  const directive = ends.map((run) => encodeURIComponent(run.join(' ')).replaceAll('-', '%2D'))
  target.hash = `${target.hash}:~:text=${directive.join(',')}`
  return target.href
}
