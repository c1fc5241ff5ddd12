import { setTimeout as pause } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { createLanes } from '../../core/library/lanes.ts'

/** Work that notes its beginning and takes some milliseconds. */
function workOf(begun: string[], ms = 1) {
  return (name: string) => async () => {
    begun.push(name)
    await pause(ms)
    return name
  }
}

it('serves callers in turn, however much one of them asks', async () => {
  const begun: string[] = []
  const lanes = createLanes()
  const work = workOf(begun)
  const names = ['a1', 'a2', 'a3', 'a4', 'b1', 'b2', 'c1']
  const done = names.map((name) => lanes.run(work(name), { caller: name[0]! }))
  expect(await Promise.all(done)).toEqual(names)
  expect(begun).toEqual(['a1', 'a2', 'b1', 'c1', 'a3', 'b2', 'a4'])
})

it('drops what its asker has left before it begins, and goes on', async () => {
  const begun: string[] = []
  const lanes = createLanes()
  const work = workOf(begun)
  const leaving = new AbortController()
  const first = lanes.run(work('first'), { caller: 'a' })
  const left = lanes.run(work('left'), { caller: 'a', signal: leaving.signal })
  const last = lanes.run(work('last'), { caller: 'a' })
  leaving.abort()
  await expect(left).rejects.toThrow('aborted')
  await expect(lanes.run(work('late'), { caller: 'b', signal: leaving.signal })).rejects.toThrow(
    'aborted',
  )
  await Promise.all([first, last])
  expect(begun).toEqual(['first', 'last'])
})

it('refuses at once what would begin too late, and says when to come again', async () => {
  const lanes = createLanes()
  const work = workOf([], 40)
  for (let n = 0; n < 3; n++) await lanes.run(work('known'), { caller: 'a' })
  const flood = Array.from({ length: 20 }, () => lanes.run(work('flood'), { caller: 'a' }))
  const impatient = { patienceMs: 300 }
  await expect(lanes.run(work('own'), { caller: 'a', ...impatient })).rejects.toMatchObject({
    code: 'OVERLOADED',
    retryAfterMs: expect.closeTo(820, -2.5),
  })
  // Another caller is served next, and a patient one waits.
  await expect(lanes.run(work('other'), { caller: 'b', ...impatient })).resolves.toBe('other')
  await expect(lanes.run(work('patient'), { caller: 'a' })).resolves.toBe('patient')
  await Promise.all(flood)
})

it('refuses behind 64 whoever has not patience without end', async () => {
  const lanes = createLanes()
  const work = workOf([])
  const many = Array.from({ length: 64 }, (_, n) => lanes.run(work('one'), { caller: `${n}` }))
  await expect(lanes.run(work('more'), { caller: 'x', patienceMs: 60_000 })).rejects.toMatchObject({
    code: 'OVERLOADED',
  })
  await Promise.all([...many, lanes.run(work('chat'), { caller: 'x' })])
})

it('goes on after work that failed', async () => {
  const lanes = createLanes()
  const failing = lanes.run(() => Promise.reject(new Error('broken')), { caller: 'a' })
  await expect(failing).rejects.toThrow('broken')
  await expect(lanes.run(async () => 'whole', { caller: 'a' })).resolves.toBe('whole')
})

it('refuses what has waited twice its patience, when work took longer than of late', async () => {
  const lanes = createLanes()
  const stuck = Promise.withResolvers<void>()
  const first = lanes.run(() => stuck.promise, { caller: 'a' })
  const second = lanes.run(async () => undefined, { caller: 'b', patienceMs: 30 })
  await expect(second).rejects.toMatchObject({ code: 'OVERLOADED', retryAfterMs: 60 })
  stuck.resolve()
  await first
  await expect(lanes.run(async () => 'next', { caller: 'b' })).resolves.toBe('next')
})
