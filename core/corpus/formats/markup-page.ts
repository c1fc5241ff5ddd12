/**
 * Markup becomes a document, within bounds: its length, its elements and their depth are known before anything is built.
 *
 * The parser is loaded with the first page, in a fifth of a second: most folders hold none.
 */
import type * as Linkedom from 'linkedom'
import { createRequire } from 'node:module'
import { refusedDraft, type RefusedDraft } from '../draft.ts'
import { textOfMarkup, type MarkupNode, type MarkupText } from './html-text.ts'
import { measureMarkup, withoutWordless, type WordyMarkup } from './measure-markup.ts'

const load = createRequire(import.meta.url)
const parseHTML: typeof Linkedom.parseHTML = (markup) =>
  (load('linkedom') as typeof Linkedom).parseHTML(markup)

const maxLength = 10_000_000
const maxDepth = 500
const maxElements = 30_000
const maxLoose = 30_000
const maxAttributes = 2000

/** The text of a piece of markup that is an article's body and nothing else. */
export function textOfFragment(fragment: string): MarkupText | RefusedDraft {
  return readMarkup(fragment, ({ markup }) => {
    const { body } = pageOf(`<!doctype html><html><head></head><body>${markup}</body></html>`)
    return textShown(body)
  })
}

/** Hands on what `read` makes of the markup, or why it is not read. */
export function readMarkup<Result>(
  markup: string,
  read: (markup: WordyMarkup) => Result,
): Result | RefusedDraft {
  if (markup.length > maxLength)
    return refusedDraft('too-large', `Markup of more than ${maxLength} characters.`)
  const wordy = withoutWordless(markup)
  const { depth, elements, loose, attributes } = measureMarkup(wordy.markup)
  if (depth > maxDepth)
    return refusedDraft('too-deep', `More than ${maxDepth} elements inside one another.`)
  if (elements > maxElements)
    return refusedDraft('too-large', `A page of more than ${maxElements} elements.`)
  if (attributes > maxAttributes)
    return refusedDraft('too-large', `A tag of more than ${maxAttributes} parts.`)
  if (loose > maxLoose)
    return refusedDraft(
      'too-large',
      `Markup of more than ${maxLoose} brackets and references outside of tags.`,
    )
  try {
    return read(wordy)
  } catch (error) {
    // The parsers are others' code and the markup is anyone's: one page must not stop the reading of the rest.
    const message = error instanceof Error ? error.message : String(error)
    return refusedDraft('malformed', message.slice(0, 160))
  }
}

export type Page = ReturnType<typeof parseHTML>['document']

/** A fragment is given the frame that linkedom takes for granted. */
export function pageOf(markup: string): Page {
  const { document } = parseHTML(markup)
  if (document.documentElement?.nodeName.toUpperCase() === 'HTML') return document
  return parseHTML(`<!doctype html><html><head></head><body>${markup}</body></html>`).document
}

/** Where a page is saved with all of it hidden (behind a dialogue, before a script ran), what is hidden is its text. */
export function textShown(root: Page['body']): MarkupText {
  if (root === null) return { text: '', links: [] }
  const shown = textOfMarkup(root as MarkupNode)
  return shown.text === '' ? textOfMarkup(root as MarkupNode, true) : shown
}
