/** The rules of the house that no linter knows: sizes, names, and what the repository's words may not hold. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { basename, extname } from 'node:path'
import { describe, expect, it } from 'vitest'

const rooms = ['bot', 'core', 'scripts', 'test']
const tracked = execFileSync('git', [
  'ls-files',
  '--cached',
  '--others',
  '--exclude-standard',
  ...rooms,
])
  .toString()
  .split('\n')
  .filter((path) => ['.ts', '.js', '.py', '.css'].includes(extname(path)))

const linesOf = (path: string) => readFileSync(path, 'utf8').split('\n').length - 1

describe('the house', () => {
  it('keeps every file within 400 lines', () => {
    expect(tracked.filter((path) => linesOf(path) > 400)).toEqual([])
  })

  it('keeps the median file near 100 lines', () => {
    const sizes = tracked.map(linesOf).toSorted((a, b) => a - b)
    expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThanOrEqual(130)
  })

  it('has no room for what has no name', () => {
    const nameless =
      /^(utils?|helpers?|misc|common|manager|types)\b|[-.](utils?|helpers?|manager)\./
    expect(tracked.filter((path) => nameless.test(basename(path)))).toEqual([])
  })

  it('opens every file of core with what it does', () => {
    const core = tracked.filter((path) => path.startsWith('core/') && basename(path) !== 'index.ts')
    expect(core.filter((path) => !readFileSync(path, 'utf8').startsWith('/**'))).toEqual([])
  })
})
