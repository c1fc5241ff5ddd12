import { describe, expect, it } from 'vitest'
import { createIdRegister } from '../../core/corpus/index.ts'

describe('createIdRegister', () => {
  it('gives an id to the first and names both places to the second', () => {
    const register = createIdRegister()
    expect(register.claim('a', { path: '/corpus/one.json' })).toBeNull()
    expect(register.claim('b', { path: '/corpus/two.jsonl', line: 1 })).toBeNull()
    expect(register.claim('a', { path: '/corpus/two.jsonl', line: 7 })).toEqual({
      kind: 'refused',
      path: '/corpus/two.jsonl',
      line: 7,
      reason: 'duplicate-id',
      detail: 'The id "a" of /corpus/two.jsonl, line 7 is taken by /corpus/one.json.',
    })
  })

  it('knows ids that objects are born with', () => {
    const register = createIdRegister()
    expect(register.claim('__proto__', { path: 'a' })).toBeNull()
    expect(register.claim('constructor', { path: 'b' })).toBeNull()
    expect(register.claim('constructor', { path: 'c' })?.reason).toBe('duplicate-id')
  })
})
