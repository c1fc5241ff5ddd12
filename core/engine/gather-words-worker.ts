/** Runs inside a thread of the pool of `gatherWords`: analyses the passages of some articles of an index file. */
import { move } from 'piscina'
import { createLexicalIndex } from '../lexical/index.ts'
import { readStored } from '../store/article-rows.ts'
import { openDatabase } from '../store/open-database.ts'
import { lexicalDocumentsOf } from './lexical-documents.ts'

export interface GatherTask {
  readonly database: string
  /** Rows of articles. */
  readonly rows: readonly number[]
}

/** Articles read at once. */
const batch = 256

/** @returns What `joinLexical` takes. */
export function gather({ database, rows }: GatherTask): unknown {
  const connection = openDatabase({ path: database, schema: 'index', readonly: true })
  try {
    const lexical = createLexicalIndex()
    for (let at = 0; at < rows.length; at += batch)
      for (const stored of readStored(connection, rows.slice(at, at + batch)))
        lexical.add(lexicalDocumentsOf(stored, stored.text))
    return move(lexical.serialise().buffer as ArrayBuffer)
  } finally {
    connection.close()
  }
}
