import { createHash } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isRawiError } from '../../core/errors.ts'
import type { Embedder } from '../../core/semantic/embedder.ts'
import { openEmbedder } from '../../core/semantic/open-embedder.ts'
import { tinyVector, writeTinyModel } from './tiny-model.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rawi-model-'))
})
afterEach(() => rm(folder, { recursive: true }))

async function open(model = folder, deferred = false): Promise<Embedder> {
  const hub = 'http://127.0.0.1:9/'
  const embedder = await openEmbedder({ model, cacheFolder: folder, hub, deferred })
  if (!embedder) throw new Error('no embedder')
  return embedder
}

function expected(...tokens: string[]): number[] {
  const sum = tokens.map(tinyVector).reduce((a, b) => a.map((x, i) => x + b[i]!))
  return sum.map((x) => x / Math.hypot(...sum))
}

function expectClose(vector: Float32Array | undefined, wanted: readonly number[]): void {
  expect(vector).toHaveLength(wanted.length)
  for (const [i, x] of wanted.entries()) expect(vector![i]).toBeCloseTo(x, 5)
}

describe('openEmbedder', () => {
  it.each(['pooled', 'tokens'] as const)(
    'gives the unit-length mean of token vectors, the graph giving %s',
    async (output) => {
      await writeTinyModel(folder, { output })
      const embedder = await open()
      expect(embedder.dimensions).toBe(8)
      const [long, short] = await embedder.embed(['دیدار پوتین اسد', 'سیب'], 'passage')
      expectClose(long, expected('دیدار', 'پوتین', 'اسد'))
      expectClose(short, expected('سیب'))
    },
  )

  it('keeps the order of many texts of unlike lengths', async () => {
    await writeTinyModel(folder, { output: 'pooled' })
    const embedder = await open()
    const texts = Array.from({ length: 70 }, (_, i) => (i % 3 ? 'پوتین' : 'دیدار اسد سیب سیب'))
    const vectors = await embedder.embed(texts, 'passage')
    for (const [i, text] of texts.entries()) expectClose(vectors[i], expected(...text.split(' ')))
  })

  it('puts the prefixes of the model card before questions and passages', async () => {
    const card = { name: 'tiny', queryPrefix: 'query: ', passagePrefix: 'passage: ' }
    await writeTinyModel(folder, { output: 'pooled', card })
    const embedder = await open()
    expectClose((await embedder.embed(['اسد'], 'question'))[0], expected('query', ':', 'اسد'))
    expectClose((await embedder.embed(['اسد'], 'passage'))[0], expected('passage', ':', 'اسد'))
  })

  it('knows the prefixes of the E5 family by name', async () => {
    const card = { name: 'multilingual-e5-small' }
    await writeTinyModel(folder, { output: 'pooled', card })
    const embedder = await open()
    expectClose((await embedder.embed(['اسد'], 'question'))[0], expected('query', ':', 'اسد'))
  })

  it('bounds what the tokenizer reads of a text of two million words', async () => {
    await writeTinyModel(folder, { output: 'pooled', card: { maxTokens: 16 } })
    const embedder = await open()
    const started = performance.now()
    expectClose((await embedder.embed(['سیب '.repeat(2_000_000)], 'passage'))[0], expected('سیب'))
    expect(performance.now() - started).toBeLessThan(5_000)
  })

  it.skipIf(!existsSync('/proc/self/task'))(
    'runs the graph on as many threads as its card says',
    async () => {
      await writeTinyModel(folder, { output: 'pooled', card: { threads: 1 } })
      await open()
      const before = readdirSync('/proc/self/task').length
      await open()
      const between = readdirSync('/proc/self/task').length
      await writeTinyModel(folder, { output: 'pooled', card: { threads: 12 } })
      expectClose((await (await open()).embed(['سیب'], 'passage'))[0], expected('سیب'))
      const after = readdirSync('/proc/self/task').length
      expect(after - between).toBeGreaterThan(between - before + 6)
    },
  )

  it('changes its fingerprint when the graph changes', async () => {
    await writeTinyModel(folder, { output: 'pooled' })
    const before = (await open()).fingerprint
    await writeTinyModel(folder, { output: 'tokens' })
    expect((await open()).fingerprint).not.toBe(before)
  })

  it('opens nothing for "none"', async () => {
    expect(await openEmbedder({ model: 'none', cacheFolder: folder, hub: '' })).toBeNull()
  })

  it.each([
    {
      name: 'a folder without a tokenizer',
      spoil: () => rm(join(folder, 'tokenizer.json')),
      says: 'has no readable tokenizer.json',
    },
    {
      name: 'a truncated graph without a checksum',
      spoil: () => truncate(join(folder, 'onnx/model_quantized.onnx'), 60),
      says: 'cannot be used',
    },
    {
      name: 'a tokenizer that is no JSON',
      spoil: () => writeFile(join(folder, 'tokenizer.json'), '{'),
      says: 'cannot be used',
    },
    {
      name: 'a card with an impossible value',
      spoil: () => writeFile(join(folder, 'embedder.json'), '{"maxTokens":-1}'),
      says: 'embedder.json',
    },
  ])('refuses $name, saying what to do', async ({ spoil, says }) => {
    await writeTinyModel(folder, { output: 'pooled' })
    await spoil()
    const error = await open().catch((cause: unknown) => cause)
    expect(isRawiError(error) && error.code).toBe('EMBEDDER_UNAVAILABLE')
    expect(String(error)).toContain(says)
  })

  it('refuses a graph whose checksum is another than the card states', async () => {
    await writeTinyModel(folder, { output: 'pooled' })
    const path = join(folder, 'onnx/model_quantized.onnx')
    const sha256 = createHash('sha256')
      .update(await readFile(path))
      .digest('hex')
    await writeFile(
      join(folder, 'embedder.json'),
      JSON.stringify({ sha256: { 'onnx/model_quantized.onnx': sha256 } }),
    )
    await open()
    const graph = await readFile(path)
    graph[graph.length - 40]! ^= 1
    await writeFile(path, graph)
    await expect(open()).rejects.toThrow(/is damaged: its sha256 is/)
  })

  it('refuses a card that states other dimensions than the graph has', async () => {
    await writeTinyModel(folder, { output: 'pooled', card: { dimensions: 320 } })
    await expect(open()).rejects.toThrow(/8 dimensions where embedder.json says 320/)
  })

  it('refuses a setting that is neither a folder nor the name of a hub model', async () => {
    await expect(open('./no/such/folder')).rejects.toThrow(/no such folder, and not the name/)
  })
})

describe('openEmbedder, deferred', () => {
  it('tells all of a model but its vectors without loading it', async () => {
    await writeTinyModel(folder, { output: 'pooled', card: { dimensions: 8, languages: ['fa'] } })
    const loaded = await open()
    await truncate(join(folder, 'onnx/model_quantized.onnx'), 60)
    const deferred = await open(folder, true)
    expect(deferred).toMatchObject({ name: loaded.name, dimensions: 8, languages: ['fa'], folder })
    expect(deferred.fingerprint).toMatch(/^[^:]+:[0-9a-f]{16}:[0-9a-f]{16}$/)
    await expect(deferred.embed(['سیب'], 'passage')).rejects.toMatchObject({
      code: 'EMBEDDER_UNAVAILABLE',
    })
    await deferred.close()
  })

  it('embeds as the loaded one does', async () => {
    await writeTinyModel(folder, { output: 'pooled', card: { dimensions: 8 } })
    const embedder = await open(folder, true)
    const [[apple], [assad]] = await Promise.all([
      embedder.embed(['سیب'], 'passage'),
      embedder.embed(['اسد'], 'question'),
    ])
    expectClose(apple, expected('سیب'))
    expectClose(assad, expected('اسد'))
    await embedder.close()
  })

  it('still refuses a damaged file at once', async () => {
    const card = { dimensions: 8, sha256: { 'tokenizer.json': '0'.repeat(64) } }
    await writeTinyModel(folder, { output: 'pooled', card })
    await expect(open(folder, true)).rejects.toThrow(/is damaged: its sha256 is/)
  })

  it('loads a model that states no dimensions at once', async () => {
    await writeTinyModel(folder, { output: 'pooled' })
    expect((await open(folder, true)).dimensions).toBe(8)
  })
})
