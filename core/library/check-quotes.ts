/**
 * Check of quotes: whether words that somebody quotes stand in a stored article, and in the one they name.
 *
 * In:   quotes, each with the article it is said to stand in or none; a snapshot.
 * Out:  for each a verdict, and where it stands. `text.slice(start, end)` is the quote, or its piece.
 * Cost: one article where it stands in the one named; else a search by its rarest words and up to `mostArticles`.
 *
 * An article named is read whole. Elsewhere a quote is looked for in the articles that hold its rarest words.
 */
import type { Article } from '../article.ts'
import { createBreath } from '../breath.ts'
import type { Snapshot } from '../engine/search-engine.ts'
import { analyse, identifyLanguage } from '../language/index.ts'
import type { CheckedQuote, QuoteToCheck } from '../lookup.ts'
import type { SearchTerm } from '../question/term.ts'
import { orNothing } from './or-nothing.ts'
import { piecesOf } from './quote-pieces.ts'

const rarestWords = 16
const mostPassages = 200
const mostArticles = 40

export async function checkQuotes(
  quotes: readonly QuoteToCheck[],
  snapshot: Snapshot,
  signal?: AbortSignal,
): Promise<readonly CheckedQuote[]> {
  const breathe = createBreath(signal)
  const checked: CheckedQuote[] = []
  for (const { quote, articleId } of quotes) {
    await breathe()
    const named = articleId === undefined ? null : await orNothing(snapshot.article(articleId))
    const inNamed = named === null ? null : found(quote, named)
    if (inNamed !== null) {
      checked.push(inNamed)
      continue
    }
    const elsewhere = await foundAnywhere(quote, snapshot, breathe)
    if (elsewhere === null) checked.push({ verdict: 'absent', origin: null, pieces: [] })
    else if (articleId === undefined) checked.push(elsewhere)
    else checked.push({ ...elsewhere, verdict: 'misattributed' })
  }
  return checked
}

/** A whole slice anywhere counts before pieces of a nearer article. */
async function foundAnywhere(
  quote: string,
  snapshot: Snapshot,
  breathe: () => Promise<void>,
): Promise<CheckedQuote | null> {
  let stitched: CheckedQuote | null = null
  for (const id of await likelyArticles(quote, snapshot)) {
    await breathe()
    const article = await orNothing(snapshot.article(id))
    const one = article === null ? null : found(quote, article)
    if (one?.verdict === 'exact') return one
    stitched ??= one
  }
  return stitched
}

/** Those with a passage that holds the whole quote first, then by their words. */
async function likelyArticles(quote: string, snapshot: Snapshot): Promise<Iterable<string>> {
  const terms = await rarest(quote, snapshot)
  if (terms.length === 0) return []
  const candidates = await snapshot.lexical(terms, { limit: mostPassages })
  const passages = await snapshot.passages(candidates.map(({ passageId }) => passageId))
  const whole = passages.filter(({ text }) => text.includes(quote))
  const ids = new Set([...whole, ...passages].map(({ articleId }) => articleId))
  return [...ids].slice(0, mostArticles)
}

async function rarest(quote: string, snapshot: Snapshot): Promise<readonly SearchTerm[]> {
  const tokens = analyse(quote, identifyLanguage(quote))
  const stems = [...new Map(tokens.map((token) => [token.stem, token])).values()]
  const terms = stems.map(({ surface, stem }): SearchTerm => ({
    forms: [
      { field: 'surface', term: surface, weight: 1 },
      { field: 'stem', term: stem, weight: 0.5 },
    ],
  }))
  const known = await snapshot.statistics(terms)
  return terms
    .map((term, at) => ({ term, passages: known[at]?.passages ?? 0 }))
    .filter(({ passages }) => passages > 0)
    .toSorted((a, b) => a.passages - b.passages)
    .slice(0, rarestWords)
    .map(({ term }) => term)
}

function found(quote: string, article: Article): CheckedQuote | null {
  const held = piecesOf(quote, article.text)
  if (held === null) return null
  const { id: articleId, title, source, url, publishedAt, language } = article
  const origin = { articleId, title, source, url, publishedAt, language }
  return { verdict: held.isSlice ? 'exact' : 'stitched', origin, pieces: held.pieces }
}
