/**
 * `npm run wasm`: makes `core/lexical/window.wasm` of `window.wat` beside it. To be run, and the result committed, when
 * the text changes; a test tells when that was forgotten.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { assemble } from './wasm/assemble.ts'

const kernel = new URL('../core/lexical/window.', import.meta.url).href
const text = await readFile(new URL(`${kernel}wat`), 'utf8')
await writeFile(new URL(`${kernel}wasm`), await assemble(text))
