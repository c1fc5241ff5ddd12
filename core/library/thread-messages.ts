/** Messages between an archive and the thread it works in: plain data both ways. */
import type { Archive } from '../archive.ts'
import type { SentError } from './sent-error.ts'

export type ArchiveMethod = keyof Archive

export interface ArchiveCall {
  readonly id: number
  readonly method: ArchiveMethod
  readonly argument: unknown
}

export type ArchiveReply =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly failure: SentError }
  | { readonly problem: SentError }
