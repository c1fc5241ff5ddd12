import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { downloadModel } from '../../core/semantic/model-download.ts'
import { openEmbedder } from '../../core/semantic/open-embedder.ts'
import { writeTinyModel } from './tiny-model.ts'

type Answer = (
  path: string,
  response: ServerResponse,
  request: IncomingMessage,
) => void | Promise<void>

let root: string
let hub: Server
let answer: Answer
let requests: string[]

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'rawi-hub-'))
  await writeTinyModel(join(root, 'served'), { output: 'pooled' })
  requests = []
  answer = serveFile
  hub = createServer((request, response) => {
    const path = request.url!.replace('/owner/tiny/resolve/main/', '')
    requests.push(path)
    void answer(path, response, request)
  })
  await new Promise<void>((resolve) => hub.listen(0, '127.0.0.1', resolve))
})
afterEach(async () => {
  hub.closeAllConnections()
  hub.close()
  await rm(root, { recursive: true })
})

const serveFile: Answer = async (path, response) => {
  const file = join(root, 'served', path)
  if (!existsSync(file)) response.writeHead(404).end()
  else response.end(await readFile(file))
}

function options() {
  const { port } = hub.address() as AddressInfo
  return { cacheFolder: join(root, 'cache'), hub: `http://127.0.0.1:${port}` }
}

/** What lies in the cache beside the empty folder of the model's owner. */
async function cached(): Promise<string[]> {
  const names = await readdir(join(root, 'cache'), { recursive: true })
  return names.filter((name) => name !== 'owner')
}

describe('downloadModel', () => {
  it('brings a model that can be opened, tells progress, and asks the hub only once', async () => {
    const seen = new Set<string>()
    await downloadModel('owner/tiny', { ...options(), onProgress: ({ file }) => seen.add(file) })
    expect(seen).toContain('onnx/model_quantized.onnx')
    const asked = requests.length
    const embedder = await openEmbedder({ model: 'owner/tiny', ...options() })
    expect(embedder?.name).toBe('owner/tiny')
    expect(requests).toHaveLength(asked)
  })

  it('follows the redirect of a large file and checks the sha256 the hub states there', async () => {
    answer = (path, response, request) => {
      if (path === '/storage') return serveFile('onnx/model_quantized.onnx', response, request)
      if (path !== 'onnx/model_quantized.onnx') return serveFile(path, response, request)
      response
        .writeHead(302, { location: '/storage', 'x-linked-etag': `"${'0'.repeat(64)}"` })
        .end()
    }
    await expect(downloadModel('owner/tiny', options())).rejects.toThrow(/the hub states 000/)
    expect(await cached()).toEqual([])
  })

  const failures: { name: string; fail: Answer; says: RegExp }[] = [
    {
      name: 'has no such model',
      fail: (_, response) => void response.writeHead(404).end(),
      says: /status 404/,
    },
    {
      name: 'stops in the middle of a file',
      fail: (_, response) => {
        response.writeHead(200, { 'content-length': 1000 }).write('half')
        setTimeout(() => response.destroy(), 20)
      },
      says: /could not be fetched/,
    },
    { name: 'never answers', fail: () => {}, says: /nothing received for 200 ms/ },
    {
      name: 'redirects for ever',
      fail: (path, response) =>
        void response.writeHead(302, { location: `/owner/tiny/resolve/main/${path}` }).end(),
      says: /too many redirects/,
    },
  ]
  it.each(failures)(
    'gives up and leaves nothing behind when the hub $name',
    async ({ fail, says }) => {
      answer = (path, response, request) =>
        path === 'onnx/model_quantized.onnx'
          ? fail(path, response, request)
          : serveFile(path, response, request)
      const attempt = downloadModel('owner/tiny', { ...options(), idleTimeoutMs: 200 })
      await expect(attempt).rejects.toThrow(says)
      await expect(attempt).rejects.toMatchObject({ code: 'EMBEDDER_UNAVAILABLE' })
      expect(await cached()).toEqual([])
      answer = serveFile
      await downloadModel('owner/tiny', options())
    },
  )
})
