/**
 * Reads `NAME.meta.json`: what a maintainer says of the article beside it, which wins over what is found.
 *
 * A sidecar that cannot be used is refused on its own: the article is read without it, and of a sidecar with one
 * wrong field the others count.
 */
import { z } from 'zod'
import type { CorpusFile, Refusal } from './corpus-file.ts'
import { refuse } from './corpus-file.ts'
import { decodeText } from './decode-text.ts'
import { readWhole } from './file-bytes.ts'

const fieldNames = ['title', 'source', 'url', 'publishedAt', 'language'] as const

export type SidecarFields = Readonly<Partial<Record<(typeof fieldNames)[number], string>>>

export interface SidecarContent {
  /** Empty when the file has no sidecar, or none that can be used. */
  readonly fields: SidecarFields
  readonly refusal: Refusal | null
}

const maxBytes = 1024 * 1024
const record = z.record(z.string(), z.unknown())
const text = z.string().trim().min(1)

export async function readSidecar(file: CorpusFile): Promise<SidecarContent> {
  const path = file.sidecarPath
  if (path === null) return { fields: {}, refusal: null }
  const bytes = await readWhole({ ...file, path, gzipped: false }, maxBytes)
  if ('kind' in bytes) {
    // What may be well a moment later is read again by the next run; anything else must not hold the article back.
    const isPassing = bytes.reason === 'changed'
    const detail = `It was not read: ${bytes.detail}. The article was read without it.`
    return { fields: {}, refusal: isPassing ? bytes : refuse(path, 'sidecar-invalid', detail) }
  }
  const decoded = decodeText(bytes)
  if (decoded === null) return { fields: {}, refusal: refuse(path, 'encoding-unknown') }
  const { fields, problems } = fieldsOf(decoded.text)
  if (problems.length === 0) return { fields, refusal: null }
  const detail = `${problems.join(', ')}. The article was read without ${problems.length === 1 ? 'it' : 'them'}.`
  return { fields, refusal: refuse(path, 'sidecar-invalid', detail) }
}

function fieldsOf(json: string): { fields: SidecarFields; problems: readonly string[] } {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    return { fields: {}, problems: ['Not JSON'] }
  }
  const parsed = record.safeParse(value)
  if (!parsed.success) return { fields: {}, problems: ['Not a JSON object'] }
  const entries = new Map(Object.entries(parsed.data))
  const fields: Partial<Record<(typeof fieldNames)[number], string>> = {}
  const problems: string[] = []
  for (const name of fieldNames) {
    const entry = entries.get(name) ?? null
    if (entry === null) continue
    const field = text.safeParse(entry)
    if (field.success) fields[name] = field.data
    else problems.push(`"${name}" is no text`)
  }
  return { fields, problems }
}
