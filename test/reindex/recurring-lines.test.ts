import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keyLength } from '../../core/corpus/index.ts'
import type { Entry } from '../../core/reindex/file-outcome.ts'
import { countLines, recurrenceIn } from '../../core/reindex/recurring-lines.ts'

const article = fc
  .record({
    source: fc.constantFrom('بريد الوادي', 'The Meridian Ledger', null),
    lines: fc.uniqueArray(fc.constantFrom('أ', 'ب', 'ج', 'د'), { maxLength: 3 }),
    body: fc.array(fc.constantFrom('ن', 'ه', 'و', 'ي', 'س', 'ع', 'ف', 'ص'), {
      minLength: 3,
      maxLength: 3,
    }),
  })
  .map(({ source, lines, body }): Entry => {
    const edges = lines.map((line) => line.repeat(keyLength)).join('')
    return { id: 'x', source, hash: '', edges, body: body.map((line) => line.repeat(8)).join('') }
  })
/** A line recurs from five articles of its outlet on. */
const file = fc.array(article, { maxLength: 12 })

describe('recurrenceIn', () => {
  it('names the lines that a count of everything names, whichever files came, went or changed', () => {
    const property = fc.property(
      fc.array(file, { maxLength: 4 }),
      fc.array(file, { maxLength: 2 }),
      fc.array(file, { maxLength: 2 }),
      (stayed, went, came) => {
        const before = countLines([...stayed, ...went]).recurringNames()
        const now = [...stayed, ...came]
        const { names, isAsBefore } = recurrenceIn(now, before, [...went, ...came])
        const counted = countLines(now).recurringNames()
        expect(names?.toSorted()).toEqual(counted.toSorted())
        expect(isAsBefore).toBe(counted.toSorted().join() === before.toSorted().join())
      },
    )
    fc.assert(property, { numRuns: 500 })
  })
})
