/**
 * Backup manifest: what a backup folder holds, so that it can be checked before it is believed.
 *
 * In:   a folder with `manifest.json`, `index.db` and perhaps `journal.db`.
 * Out:  the manifest, once every file is there with the size and SHA-256 it names.
 * Cost: one read of the files.
 */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { RawiError } from '../errors.ts'
import type { Schema } from './sqlite-failure.ts'

/** Of the layout of a backup, not of the tables in it. */
export const backupFormat = 1

export const manifestName = 'manifest.json'
export const fileNames = { index: 'index.db', journal: 'journal.db' } as const satisfies Record<
  Schema,
  string
>

const file = z.object({
  bytes: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Migrations that it has seen. */
  schemaVersion: z.int().min(0),
})

const shape = z.object({
  format: z.literal(backupFormat),
  /** ISO 8601 UTC. */
  createdAt: z.iso.datetime(),
  generation: z.int().min(1).nullable(),
  /** Of the generation. */
  publishedAt: z.string().nullable(),
  articles: z.int().min(0),
  passages: z.int().min(0),
  index: file,
  journal: file.nullable(),
})

export type BackupManifest = Readonly<z.infer<typeof shape>>
export type BackupFile = Readonly<z.infer<typeof file>>

/** @throws {RawiError} `BACKUP_INVALID` naming what is missing or damaged. */
export async function readBackup(folder: string): Promise<BackupManifest> {
  const manifest = await readManifest(folder)
  for (const schema of ['index', 'journal'] as const) {
    const expected = manifest[schema]
    if (expected !== null) await checkFile(join(folder, fileNames[schema]), expected)
  }
  return manifest
}

/** As `readBackup`, without a look at the files themselves. */
export async function readManifest(folder: string): Promise<BackupManifest> {
  const path = join(folder, manifestName)
  let written: unknown
  try {
    written = JSON.parse(await readFile(path, 'utf8'))
  } catch (cause) {
    throw new RawiError(
      'BACKUP_INVALID',
      `${folder} is no backup: ${manifestName} is missing in it or no JSON. Name a folder that npm run backup made.`,
      { cause },
    )
  }
  const known = z.object({ format: z.int() }).safeParse(written)
  if (known.success && known.data.format > backupFormat)
    throw new RawiError(
      'BACKUP_INVALID',
      `${folder} was made by a newer Rawi (layout ${known.data.format}, this one knows ${backupFormat}). Update this installation.`,
    )
  const parsed = shape.safeParse(written)
  if (parsed.success) return parsed.data
  throw new RawiError(
    'BACKUP_INVALID',
    `${path} is no manifest of a backup: ${z.prettifyError(parsed.error)}. Take another backup.`,
  )
}

export async function describeFile(path: string, schemaVersion: number): Promise<BackupFile> {
  const { size } = await stat(path)
  return { bytes: size, sha256: await sha256Of(path), schemaVersion }
}

/** @throws {RawiError} `BACKUP_INVALID` */
export async function checkFile(path: string, { bytes, sha256 }: BackupFile): Promise<void> {
  const found = await stat(path).catch(() => null)
  const fault =
    found === null
      ? 'is missing'
      : found.size === bytes
        ? (await sha256Of(path)) === sha256
          ? null
          : 'does not have the SHA-256 of its manifest'
        : `has ${found.size} bytes instead of ${bytes}`
  if (fault === null) return
  throw new RawiError(
    'BACKUP_INVALID',
    `The backup is damaged: ${path} ${fault}. Nothing was restored; take another backup.`,
  )
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array)
  return hash.digest('hex')
}
