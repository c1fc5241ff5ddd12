/** Tells whether a question asks for a time or a count, in Arabic, Persian or English: its answer holds a number as a rule. */
import { fold, questionWords } from '../language/index.ts'

const words = Object.values(questionWords).flatMap(({ when, howMany, howMuch }) => [
  ...when,
  ...howMany,
  ...howMuch,
])

const asking = new RegExp(`(?<![\\p{L}\\p{M}])(?:${words.join('|')})(?![\\p{L}\\p{M}])`, 'u')

export function asksNumber(question: string): boolean {
  return asking.test(fold(question))
}
