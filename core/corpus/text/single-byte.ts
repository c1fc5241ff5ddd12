/**
 * Bytes of a text in a one-byte encoding, character by character: what was decoded by the wrong table is taken back to
 * the bytes it was.
 */
import iconv from 'iconv-lite'

export type ByteTable = ReadonlyMap<string, number>

/** Tables that wrong decoders use; what a table leaves undefined they read as the control character of that number. */
const tables = new Map<string, ByteTable>()

export function byteTable(encoding: string): ByteTable {
  const known = tables.get(encoding)
  if (known !== undefined) return known
  const table = new Map<string, number>()
  for (let byte = 0x80; byte < 0x100; byte += 1) {
    const control = String.fromCharCode(byte)
    if (byte < 0xa0) table.set(control, byte)
  }
  for (let byte = 0x80; byte < 0x100; byte += 1) {
    const character = iconv.decode(Buffer.from([byte]), encoding)
    if (character !== '\ufffd') table.set(character, byte)
  }
  tables.set(encoding, table)
  return table
}
