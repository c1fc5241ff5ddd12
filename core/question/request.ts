/**
 * Requests: what a bot is told to make or to forget ("write me a poem", «دستورهای قبلی را فراموش کن»), where an archive
 * can only be asked. Searched for, "a poem about the sea" finds some sentence about poems.
 *
 * In:   a question's text.
 * Out:  whether it is such a request, or asks who the bot is; "tell me when he came" is none, nor «نام او را بنویسید».
 */
import { allTables } from '../language/tables/index.ts'
import { foldedWords, phrasesOf } from '../language/folded-words.ts'

export function isRequest(text: string): boolean {
  const words = ` ${foldedWords(text).join(' ')} `
  const order = openers.reduce(
    (rest, phrase) => (rest.startsWith(phrase) ? rest.slice(phrase.length - 1) : rest),
    words,
  )
  const asks = ({ verbs, verbsBehind, things }: (typeof requests)[number]): boolean =>
    things.some((thing) => words.includes(thing)) &&
    (verbs.some((verb) => order.startsWith(verb)) ||
      verbsBehind.some((verb) => words.includes(verb)))
  return aboutTheBot.includes(words) || requests.some(asks)
}

const tables = allTables.map((table) => table.requests)
const openers = phrasesOf(tables.flatMap((table) => table.openers))
const requests = (['make', 'translate', 'amuse', 'override'] as const).map((kind) => {
  const all = tables.map((table) => table[kind])
  return {
    verbs: phrasesOf(all.flatMap(({ verbs }) => verbs)),
    verbsBehind: phrasesOf(all.flatMap(({ verbsBehind }) => verbsBehind)),
    things: phrasesOf(all.flatMap(({ things }) => things)),
  }
})
const aboutTheBot = phrasesOf(tables.flatMap((table) => table.aboutTheBot))
