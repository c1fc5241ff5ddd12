import { createHash } from 'node:crypto'
import { cp, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openReader } from '../../core/reading/index.ts'

const shipped = 'data/models/rawi-read'
const graph = 'onnx/model_quantized.onnx'
let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rawi-read-'))
  await cp(shipped, folder, { recursive: true })
})
afterEach(() => rm(folder, { recursive: true }))

/** Files changed, with the card telling their checksums. */
async function change(files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
  const card = JSON.parse(await readFile(join(folder, 'reader.json'), 'utf8'))
  for (const [file, content] of Object.entries(files)) {
    await writeFile(join(folder, file), content)
    card.sha256[file] = createHash('sha256').update(content).digest('hex')
  }
  await writeFile(join(folder, 'reader.json'), JSON.stringify(card))
}

async function expectUnusable(why: RegExp): Promise<void> {
  await expect(openReader(folder)).rejects.toMatchObject({
    name: 'RawiError',
    code: 'READER_UNAVAILABLE',
    message: expect.stringMatching(why),
  })
}

describe('openReader', () => {
  it('opens nothing for none', async () => {
    expect(await openReader('none')).toBeNull()
  })

  it('names a copy of the model as the model', async () => {
    const [one, other] = await Promise.all([openReader(shipped), openReader(folder)])
    expect(one!.fingerprint).toMatch(/^rawi-read:[0-9a-f]{16}:[0-9a-f]{16}$/)
    expect(other!.fingerprint).toBe(one!.fingerprint)
  })

  it.each(['reader.json', 'tokenizer.json', graph])('says that %s is missing', async (file) => {
    await rm(join(folder, file))
    await expectUnusable(new RegExp(file.replace('.', String.raw`\.`)))
  })

  it('says that there is no such folder', async () => {
    await expect(openReader(join(folder, 'nowhere'))).rejects.toMatchObject({
      code: 'READER_UNAVAILABLE',
    })
  })

  it('says that a file is damaged', async () => {
    await truncate(join(folder, graph), 1_000_000)
    await expectUnusable(/damaged/)
  })

  it('says that the graph is none', async () => {
    await change({ [graph]: 'no graph' })
    await expectUnusable(/cannot be used/)
  })

  it('refuses a graph that gives other outputs', async () => {
    await change({ [graph]: await readFile('data/models/rawi-embed/onnx/model_quantized.onnx') })
    await expectUnusable(/start_logits/)
  })

  it('refuses a vocabulary that is larger than that of the graph', async () => {
    const tokenizer = JSON.parse(await readFile(join(folder, 'tokenizer.json'), 'utf8'))
    tokenizer.model.vocab.push(['سسسسس', -20], ['ضضضضض', -20])
    await change({ 'tokenizer.json': JSON.stringify(tokenizer) })
    await expectUnusable(/cannot be used/)
  })

  it('refuses a tokenizer of another kind, and a card that is none', async () => {
    await change({ 'tokenizer.json': '{"model":{"type":"BPE","vocab":{}}}' })
    await expectUnusable(/tokenizer\.json cannot be read/)
    await writeFile(join(folder, 'reader.json'), '{"name":"x"}')
    await expectUnusable(/reader\.json cannot be read/)
  })
})
