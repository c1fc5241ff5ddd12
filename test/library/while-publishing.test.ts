import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import { expect, it } from 'vitest'
import type { Article } from '../../core/article.ts'
import { contentHashOf } from '../../core/content-hash.ts'
import { createIndexWriter } from '../../core/engine/index.ts'
import { openArchive } from '../../core/library/index.ts'

const harbour = (n: number): Article => ({
  id: 'harbour',
  title: 'Harbour reopens',
  text: `The harbour of Tartus reopened on Monday after repair number ${n}.`,
  source: 'Harbour Wire',
  url: null,
  publishedAt: '2024-07-26',
  language: 'en',
  foundBy: { title: 'field', source: 'field', publishedAt: 'field', language: 'field' },
})

function publish(database: string, article: Article): void {
  const writer = createIndexWriter({
    database,
    embedder: null,
    pipeline: 'one',
    now: () => new Date('2026-01-01T00:00:00Z'),
  })
  const passage = { ordinal: 0, start: 0, end: article.text.length, vector: null }
  writer.put(article, contentHashOf(article), [passage])
  writer.publish()
  writer.close()
}

it('answers every question while generations are published faster than they are read', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rawi-publishing-'))
  const database = join(folder, 'index.db')
  publish(database, harbour(0))
  const archive = await openArchive({ database, embedding: null })
  try {
    for (let n = 1; n <= 25; n++) {
      const asked = archive.ask({ question: 'When did the harbour of Tartus reopen?' })
      // At another point of the question's way each time.
      for (let turns = 0; turns < n % 5; turns++) await turn()
      for (let further = 0; further < 3; further++) publish(database, harbour(n * 10 + further))
      const { verdict } = await asked
      expect(verdict.kind === 'answer' && verdict.citations[0]?.quote).toContain(
        'reopened on Monday',
      )
    }
  } finally {
    await archive.close()
    rmSync(folder, { recursive: true, force: true })
  }
})
