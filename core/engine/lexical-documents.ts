/** What the lexical index takes in of an article: a document a passage. */
import type { LexicalDocument } from '../lexical/index.ts'
import type { ArticleOutline } from '../store/article-rows.ts'

export function lexicalDocumentsOf(
  { row: { title, language }, passages }: ArticleOutline,
  text: string,
): LexicalDocument[] {
  return passages.map(({ id, start, end }) => ({
    id,
    title,
    text: text.slice(start, end),
    language,
  }))
}
