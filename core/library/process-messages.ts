/** Messages between an archive and the process it works in: plain data both ways. */
import type { Archive } from '../archive.ts'
import type { EmbedderOptions } from '../semantic/index.ts'
import type { SentError } from './sent-error.ts'

export interface ProcessOptions {
  readonly database: string
  /** Folder of the reading model; null for none. @default null */
  readonly reading?: string | null
  /** A folder of lexicon files; null to translate no word. @default the shipped lexicon */
  readonly lexicon?: string | null
  /** Without its callbacks: they cannot cross. null to match words alone. */
  readonly embedding: Omit<EmbedderOptions, 'onProgress'> | null
}

export interface ArchiveCall {
  readonly id: number
  readonly method: keyof Archive
  readonly argument: unknown
}

/** What the process is told: first how to open the archive. */
export type ArchiveMessage =
  | { readonly open: ProcessOptions }
  | ArchiveCall
  /** The call's asker has gone. */
  | { readonly cancel: number }

export type ArchiveReply =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly failure: SentError }
  | { readonly problem: SentError }
