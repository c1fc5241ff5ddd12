/**
 * Model download: brings a hub model into a cache folder, whole or not at all.
 *
 * Files go to a temporary folder beside the cache and are renamed into place together, after their checksums:
 * the hub's where it states one (`x-linked-etag` of large files), and our own, written to `embedder.json`, so that
 * every later load is checked. A server that stops sending is given up after `idleTimeoutMs`.
 */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, open, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { RawiError } from '../errors.ts'

export interface DownloadProgress {
  readonly file: string
  readonly receivedBytes: number
  /** null when the server does not say. */
  readonly totalBytes: number | null
}

export interface ModelDownloadOptions {
  /** Folder of all downloaded models. */
  readonly cacheFolder: string
  /** Base address of the hub or a mirror of it, `https://host/`. */
  readonly hub: string
  /** @default 30_000 */
  readonly idleTimeoutMs?: number
  readonly onProgress?: (progress: DownloadProgress) => void
}

const files = [
  { path: 'config.json', required: true },
  { path: 'tokenizer.json', required: true },
  { path: 'tokenizer_config.json', required: true },
  { path: '1_Pooling/config.json', required: false },
  { path: 'onnx/model_quantized.onnx', required: true },
] as const

/**
 * @param name - `owner/model` as the hub spells it.
 * @returns The folder the model lies in; at once when it is in the cache already.
 * @throws {RawiError} `EMBEDDER_UNAVAILABLE` when a file cannot be had whole.
 */
export async function downloadModel(name: string, options: ModelDownloadOptions): Promise<string> {
  const folder = join(options.cacheFolder, ...name.split('/'))
  if (existsSync(join(folder, 'embedder.json'))) return folder
  await mkdir(dirname(folder), { recursive: true })
  const partial = await mkdtemp(join(options.cacheFolder, '.partial-'))
  try {
    const sha256: Record<string, string> = {}
    for (const { path, required } of files) {
      const checksum = await fetchFile(name, path, join(partial, path), required, options)
      if (checksum !== null) sha256[path] = checksum
    }
    await writeFile(join(partial, 'embedder.json'), JSON.stringify({ name, sha256 }, null, 2))
    await rm(folder, { recursive: true, force: true })
    await rename(partial, folder)
    return folder
  } catch (cause) {
    await rm(partial, { recursive: true, force: true })
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new RawiError(
      'EMBEDDER_UNAVAILABLE',
      `The model ${name} could not be fetched from ${options.hub}: ${why}. Check the name and the network, set MODEL_MIRROR to a mirror, or give EMBEDDING_MODEL a local folder.`,
      { cause },
    )
  }
}

async function fetchFile(
  name: string,
  path: string,
  target: string,
  required: boolean,
  { hub, idleTimeoutMs = 30_000, onProgress }: ModelDownloadOptions,
): Promise<string | null> {
  const address = new URL(`${name}/resolve/main/${path}`, hub.endsWith('/') ? hub : `${hub}/`)
  const idle = new AbortController()
  const giveUp = () => idle.abort(new Error(`${path}: nothing received for ${idleTimeoutMs} ms`))
  let timer = setTimeout(giveUp, idleTimeoutMs)
  try {
    const { response, stated } = await request(address, idle.signal)
    if (response.status === 404 && !required) return null
    if (!response.ok || !response.body) throw new Error(`${path}: status ${response.status}`)
    const totalBytes = Number(response.headers.get('content-length')) || null
    const hash = createHash('sha256')
    let receivedBytes = 0
    await mkdir(dirname(target), { recursive: true })
    const file = await open(target, 'w')
    try {
      for await (const chunk of response.body) {
        clearTimeout(timer)
        timer = setTimeout(giveUp, idleTimeoutMs)
        hash.update(chunk)
        await file.write(chunk)
        receivedBytes += chunk.length
        onProgress?.({ file: path, receivedBytes, totalBytes })
      }
      await file.sync()
    } finally {
      await file.close()
    }
    const checksum = hash.digest('hex')
    if (stated !== null && stated !== checksum) {
      throw new Error(`${path}: sha256 is ${checksum}, the hub states ${stated}`)
    }
    return checksum
  } finally {
    clearTimeout(timer)
  }
}

/** Follows redirects by hand: the hub states a large file's sha256 on the answer that redirects to its storage. */
async function request(
  address: URL,
  signal: AbortSignal,
): Promise<{ response: Response; stated: string | null }> {
  let stated: string | null = null
  for (let hops = 0; hops < 6; hops++) {
    const response = await fetch(address, { redirect: 'manual', signal })
    stated ??= /^"?([0-9a-f]{64})"?$/.exec(response.headers.get('x-linked-etag') ?? '')?.[1] ?? null
    const location = response.headers.get('location')
    if (response.status < 300 || response.status >= 400 || location === null) {
      return { response, stated }
    }
    await response.body?.cancel()
    address = new URL(location, address)
  }
  throw new Error('too many redirects')
}
