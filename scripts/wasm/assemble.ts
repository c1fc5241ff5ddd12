/** Assembles WebAssembly text, through wabt. */
import openWabt from 'wabt'

/** @throws {Error} That names the line which is no WebAssembly. */
export async function assemble(text: string): Promise<Uint8Array> {
  const wabt = await openWabt()
  const module = wabt.parseWat('text', text)
  module.validate()
  return module.toBinary({}).buffer
}
