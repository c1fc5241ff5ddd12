/** Articles on caravans for tests of the engine: six passages each, one a town. */
import { contentHashOf } from '../../core/content-hash.ts'
import { createIndexWriter, type IndexWriter } from '../../core/engine/index.ts'

export const towns = ['صور', 'عدن', 'حلب', 'تدمر', 'نابلس', 'طنجة']

export function openWriter(database: string) {
  return createIndexWriter({
    database,
    embedder: null,
    pipeline: 'one',
    now: () => new Date('2024-01-01T00:00:00Z'),
  })
}

export function putCaravan(writer: IndexWriter, id: number, verb = 'وصلت'): void {
  const lines = towns.map((town) => `${verb} القافلة رقم ${id} إلى ${town} مساء الأحد.`)
  let start = 0
  const passages = lines.map((line, ordinal) => {
    const passage = { ordinal, start, end: start + line.length, vector: null }
    start += line.length + 1
    return passage
  })
  const article = {
    id: `a${id}`,
    title: `قافلة ${id}`,
    text: lines.join('\n'),
    source: null,
    url: null,
    publishedAt: null,
    language: 'ar',
    foundBy: { title: 'text', source: null, publishedAt: null, language: 'letters' },
  } as const
  writer.put(article, contentHashOf(article), passages)
}

export const numbers = (count: number): readonly number[] =>
  Array.from({ length: count }, (_, id) => id)
