/**
 * The text of a field that may hold plain text or markup: what is markup is read as such, what is none keeps its signs.
 */
import { decodeEntities, decodeEscapes } from '../text/entities.ts'
import type { RefusedDraft } from '../draft.ts'
import { escapedUnknownTags, hasTags } from './html-tags.ts'
import type { MarkupText } from './html-text.ts'
import { textOfFragment } from './markup-page.ts'

export function bodyText(value: string): MarkupText | RefusedDraft {
  const written = decodeEscapes(value)
  const markup = hasTags(written) ? written : decodedMarkup(written)
  if (markup !== null)
    return textOfFragment(withBreaks(escapedUnknownTags(withoutShortcodes(markup))))
  return { text: plainText(written), links: [] }
}

/** Markup that was escaped once more, as feeds do: told by its paragraphs. */
function decodedMarkup(text: string): string | null {
  if (!/&lt;(?:p|div|br)\b/iu.test(text)) return null
  const decoded = decodeEntities(text)
  return hasTags(decoded) ? decoded : null
}

/** WordPress keeps paragraphs as blank lines and writes their tags when it shows them. */
function withBreaks(markup: string): string {
  const hasParagraphs = /<(?:p|br)[\s/>]/iu.test(markup)
  return markup.replaceAll(hasParagraphs ? /\n[ \t]*\n/gu : /\n/gu, '<br>')
}

function withoutShortcodes(markup: string): string {
  return markup.replaceAll(
    /\[\/?(?:caption|gallery|embed|video|audio|playlist|vc_[a-z_]{1,40}|et_pb_[a-z_]{1,40})\b[^\]\n]{0,500}\]/gu,
    '',
  )
}

/** Marks that exports leave in plain text: a line break as [n], and how much more there is. */
function plainText(text: string): string {
  return decodeEntities(text)
    .replaceAll('[n]', '\n')
    .replace(/\s{0,9}(?:…|\.\.\.)?\s{0,9}\[\+\d{1,9} chars\]\s{0,9}$/u, '…')
}
