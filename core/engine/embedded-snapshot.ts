/** Embedded snapshot: one published generation of an index file, read from memory and, for texts, from the file. */
import type { Article, StoredPassage } from '../article.ts'
import type { QuestionFilters } from '../question.ts'
import { RawiError } from '../errors.ts'
import { readSources, readTexts } from '../store/article-rows.ts'
import { isKept } from '../store/generations.ts'
import type { Connection } from '../store/open-database.ts'
import { guarded } from '../store/sqlite-failure.ts'
import { readArticle } from '../store/whole-articles.ts'
import { isWithdrawn } from '../store/withdrawn.ts'
import { pageOf } from './article-list.ts'
import { damagedArticle } from './damaged-article.ts'
import { articleFilter } from './filters.ts'
import { generationGone } from './generation-gone.ts'
import type { LoadedIndex } from './loaded-index.ts'
import type { GenerationInfo, Snapshot } from './search-engine.ts'

/** Of the epoch that `index` is in now. */
export function createEmbeddedSnapshot(
  connection: Connection,
  index: LoadedIndex,
  info: GenerationInfo,
  onDamaged: (error: RawiError) => void = () => undefined,
): Snapshot {
  const { epoch, lexical, vectors, days } = index

  function hide(row: number, id: string): RawiError {
    const error = damagedArticle(id, connection.path)
    if (index.hide(row)) onDamaged(error)
    return error
  }

  function accepting(filters: QuestionFilters | undefined) {
    const passes = articleFilter(filters)
    if (passes === null && index.showsAll(epoch)) return {}
    const accept = (id: number): boolean => {
      const passage = index.passage(id, epoch)
      return passage !== null && (passes === null || passes(passage.entry.article))
    }
    return { accept }
  }

  function passagesOf(ids: readonly number[]): readonly StoredPassage[] {
    const held = ids.flatMap((id) => index.passage(id, epoch) ?? [])
    // What is taken down is left out at once, not with the next generation.
    const withdrawn = new Set(
      [...new Set(held.map(({ entry }) => entry.article.id))].filter((id) =>
        isWithdrawn(connection, id),
      ),
    )
    const found = held.filter(({ entry }) => !withdrawn.has(entry.article.id))
    const rows = new Set(found.map(({ entry }) => entry.article.row))
    const texts = readTexts(connection, [...rows])
    return found.flatMap(({ entry: { article }, id, ordinal, start, end }) => {
      const text = texts.get(article.row)?.slice(start, end)
      if (text === undefined) {
        // Swept away with its generation, or lost by itself.
        if (!isKept(connection, info.generation)) throw generationGone(info.generation)
        hide(article.row, article.id)
        return []
      }
      const { id: articleId, title, source, url, publishedAt, language } = article
      const origin = { articleId, title, source, url, publishedAt, language }
      return [{ id, ordinal, start, end, ...origin, text }]
    })
  }

  const reading = <T>(work: () => T): T => guarded(connection.path, work)

  /** Asked after the reading: versions of a generation change only together with its going. */
  const readingKept = <T>(work: () => T): T =>
    reading(() => {
      const found = work()
      if (!isKept(connection, info.generation)) throw generationGone(info.generation)
      return found
    })

  function wholeArticle(id: string): { readonly row: number; readonly article: Article } | null {
    if (reading(() => isWithdrawn(connection, id))) {
      throw new RawiError('ARTICLE_WITHDRAWN', 'This article was withdrawn from the archive.')
    }
    const found = readingKept(() => readArticle(connection, info.generation, id))
    if (found === null) return null
    const { row, article } = found
    if (article === null) throw hide(row, id)
    return { row, article }
  }

  return {
    info,
    get damaged() {
      return index.hidden
    },
    days,
    lexical: async (terms, { limit, filters }) =>
      lexical.search(terms, { limit, ...accepting(filters) }),
    articleScores: async (terms, ids) => {
      const rows = new Map(
        ids.flatMap((id) => {
          const passage = index.passage(id, epoch)
          return passage === null ? [] : [[id, passage.entry.article.row]]
        }),
      )
      const wanted = [...new Set(rows.values())]
      const scores = lexical.scoreArticles(terms, index.articleSlots(epoch), wanted)
      const scoreOf = new Map(wanted.map((row, at) => [row, scores[at]!]))
      return new Map([...rows].map(([id, row]) => [id, scoreOf.get(row)!]))
    },
    statistics: async (terms) => lexical.statistics(terms),
    similar: async (vector, { limit, filters }) =>
      vectors?.search(vector, { limit, ...accepting(filters) }) ?? [],
    cosines: async (vector, ids) => {
      const shown = ids.filter((id) => index.passage(id, epoch) !== null)
      return vectors?.cosines(vector, shown) ?? new Map()
    },
    languages: async (ids) =>
      new Map(
        ids.flatMap((id) => {
          const passage = index.passage(id, epoch)
          return passage === null ? [] : [[id, passage.entry.article.language]]
        }),
      ),
    passages: async (ids) => reading(() => passagesOf(ids)),
    article: async (id) => wholeArticle(id)?.article ?? null,
    passage: async (id, n) => {
      const found = wholeArticle(id)
      if (found === null) return null
      const { row, article } = found
      const parts = index.passagesOf(row)
      const part = parts[n]
      if (part === undefined) return null
      const { title, source, url, publishedAt, language, text } = article
      const origin = { articleId: id, title, source, url, publishedAt, language }
      const { start, end } = part
      return {
        passage: { ...origin, n, start, end, text: text.slice(start, end) },
        passages: parts.length,
      }
    },
    articles: async (request) => pageOf(index.articles(epoch), request),
    sources: async () => readingKept(() => readSources(connection, info.generation)),
  }
}
