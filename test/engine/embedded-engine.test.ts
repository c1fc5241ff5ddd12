import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createIndexWriter, openEmbeddedEngine } from '../../core/engine/index.ts'
import { describeSearchEngine } from '../contract/search-engine.contract.ts'

describeSearchEngine('openEmbeddedEngine', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rawi-engine-'))
  const database = join(folder, 'index.db')
  const engine = openEmbeddedEngine({ database, pollMs: 10 })
  return {
    engine,
    write: (build) => {
      const writer = createIndexWriter({
        database,
        embedder: 'tiny:1',
        pipeline: 'one',
        now: () => new Date('2024-01-01T00:00:00Z'),
      })
      try {
        build(writer)
        writer.commit()
      } finally {
        writer.close()
      }
    },
    close: async () => {
      await engine.close()
      rmSync(folder, { recursive: true })
    },
  }
})
