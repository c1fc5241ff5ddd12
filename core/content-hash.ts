/**
 * SHA-256 over all of an article that is indexed or shown: equal hashes, nothing to do; another one at reading, damage.
 *
 * It is stored: another formula makes every article of an older index a damaged one.
 */
import { hash } from 'node:crypto'
import type { Article } from './article.ts'

export function contentHashOf(article: Article): string {
  const { id, title, text, source, url, publishedAt, language, foundBy } = article
  const content = [
    id,
    title,
    text,
    source,
    url,
    publishedAt,
    language,
    foundBy.title,
    foundBy.source,
    foundBy.publishedAt,
    foundBy.language,
  ]
  return hash('sha256', JSON.stringify(content))
}
