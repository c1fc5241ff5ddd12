/**
 * Sources: where the points of a form come from, layer by layer: a word's postings, worked out as they are
 * read, or the few passages that hold a row of words together, worked out at once.
 *
 * In:     a form of a term.
 * Out:    its sources, slots ascending in each.
 * Cost:   of rows of words their intersection; lists stay as they lie.
 */
import { saturate, type Bm25 } from './bm25.ts'
import { holdersOfAll, type Form } from './forms.ts'
import type { LayerList } from './postings.ts'

export interface ListSource {
  readonly kind: 'list'
  readonly list: LayerList
  readonly averageLength: number
  readonly trust: number
  /** What a posting counts before saturation. */
  readonly weight: number
}

export interface RowSource {
  readonly kind: 'row'
  readonly slots: Uint32Array
  readonly points: Float64Array
  readonly trust: number
}

export type Source = ListSource | RowSource

/** One for each layer that holds the form. */
export function sourcesOf(form: Form, params: Bm25): readonly Source[] {
  const [word, ...others] = form.words
  if (others.length > 0) return rowsOf(form, params)
  const { idf, averageLength, lists } = word!
  const { weight: trust } = form
  const weight = trust * idf
  return lists.map((list) => ({ kind: 'list', list, averageLength, trust, weight }))
}

/** Words that a passage must hold together count the mean of their points. */
function rowsOf(form: Form, params: Bm25): RowSource[] {
  return holdersOfAll(form).map(({ slots, places, lists }) => {
    const points = slots.map((slot, at) => {
      const sum = lists.reduce((before, { lengths, frequencies }, word) => {
        const { idf, averageLength } = form.words[word]!
        const frequency = frequencies[places[word]![at]!]!
        return before + idf * saturate(frequency, lengths[slot]! / averageLength, params)
      }, 0)
      return (form.weight * sum) / lists.length
    })
    const { first } = lists[0]!
    return {
      kind: 'row',
      slots: Uint32Array.from(slots, (slot) => first + slot),
      points: Float64Array.from(points),
      trust: form.weight,
    }
  })
}
