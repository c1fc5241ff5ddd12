import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { acquireRunLock } from '../../core/store/index.ts'

let folder: string
let database: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rawi-lock-'))
  database = join(folder, 'index.db')
})
afterEach(() => rmSync(folder, { recursive: true }))

const busy = expect.objectContaining({
  code: 'INDEX_BUSY',
  message: expect.stringContaining('already running'),
})

describe('acquireRunLock', () => {
  it('is held by one at a time', () => {
    const lock = acquireRunLock(database)
    expect(() => acquireRunLock(database)).toThrow(busy)
    lock.release()
    acquireRunLock(database).release()
  })

  it('keeps apart the locks of two indexes', () => {
    const lock = acquireRunLock(database)
    const other = acquireRunLock(`${database}-2`)
    expect(() => acquireRunLock(`${database}-2`)).toThrow(busy)
    for (const held of [lock, other]) held.release()
  })

  it('is free again when the process that held it was killed', async () => {
    const holder = spawn(process.execPath, [
      '--input-type=module',
      '-e',
      `const { acquireRunLock } = await import(${JSON.stringify(new URL('../../core/store/run-lock.ts', import.meta.url).href)})
       acquireRunLock(${JSON.stringify(database)})
       console.log('held')
       setInterval(() => {}, 1000)`,
    ])
    await once(holder.stdout, 'data')
    expect(() => acquireRunLock(database)).toThrow(busy)
    holder.kill('SIGKILL')
    await once(holder, 'exit')
    acquireRunLock(database).release()
  })
})
