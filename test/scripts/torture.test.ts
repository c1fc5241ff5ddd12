/** Short forms of `npm run torture`; the figures of the long ones stand in docs/figures.md. */
import { describe, expect, it } from 'vitest'
import { checkpoints } from '../../core/engine/index.ts'
import { runScript } from './run-script.ts'

async function torture(part: string, ...more: string[]) {
  const { code, stdout, stderr } = await runScript('torture', [
    part,
    '--seed',
    '7',
    '--json',
    ...more,
  ])
  const isTimed = part === 'archive' || part === 'flood'
  expect({ code: isTimed ? 0 : code, stderr }).toEqual({
    code: 0,
    stderr: expect.stringContaining('Seed 7'),
  })
  return JSON.parse(stdout)
}

describe('npm run torture', { timeout: 600_000 }, () => {
  it('kills a run at every checkpoint and at random moments, and nothing is torn or unanswered', async () => {
    const result = await torture('kills', '--kills', '1', '--each', '1', '--rate', '10')
    expect(result).toMatchObject({
      held: true,
      torn: [],
      atRandomMoments: 1,
      readers: { failed: 0, refused: 0, false: 0 },
    })
    expect(result.atCheckpoints).toEqual(Object.fromEntries(checkpoints.map((name) => [name, 1])))
    expect(result.readers.generations).toBeGreaterThan(1)
    expect(result.readers.quotes).toBeGreaterThan(0)
  })

  it('goes over to generation after generation while it answers', async () => {
    const result = await torture('swaps', '--swaps', '3', '--rate', '10')
    expect(result).toMatchObject({ held: true, swaps: 3, readers: { failed: 0, false: 0 } })
  })

  it('kills the process of the archive, and it answers again', async () => {
    const result = await torture('archive', '--ends', '2', '--rate', '5')
    expect(result).toMatchObject({ ends: 2, readers: { failed: 0, false: 0, refused: 0 } })
    // The bar of the long form is three seconds; here other tests run beside.
    expect(result.longestMs).toBeLessThan(10_000)
  })

  it('serves a reader beside a flood of long questions that are left', async () => {
    const result = await torture('flood', '--abandoned', '60')
    expect(result).toMatchObject({ failed: [], serverExitCode: 0 })
    expect(result.answered).toBeGreaterThan(0)
  })

  it('fills the disk and lets calls fail, and the index stays whole', async () => {
    const { held, fullDisk, failingCalls } = await torture(
      'faults',
      '--fillings',
      '5',
      '--each',
      '1',
    )
    expect(held).toBe(true)
    // Each says why where it cannot be tried.
    expect(fullDisk.skipped ?? fullDisk.failedRuns).toBeTruthy()
    expect(failingCalls.skipped ?? failingCalls.failedRuns).toBeTruthy()
  })
})
