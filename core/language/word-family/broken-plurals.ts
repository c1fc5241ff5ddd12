/**
 * Broken plurals: a singular and one of its plurals a line, both as the stemmer leaves them. Persian took many over.
 */
import { createPatterns } from './patterns.ts'

export const brokenPlurals = createPatterns(
  `
  123 ا12ا3
  123 12و3
  123 12ا3
  123 12ای3
  123 1وا23
  12ا3 ا123
  12ا3 123
  12ا3 12ای3
  12ی3 12ا3
  12ی3 123ا
  12ی3 12ای3
  12ی3 12و3
  12ی3 ا123ا
  1ا2 ا1وا2
  1ا23 12ا3
  1ا23 1وا23
  1ا23 123ا
  1234 12ا34
  123و4 12ا3ی4
  123ا4 12ا3ی4
  123ی4 12ا3ی4
  `,
  (root) => !root.includes('ا'),
)
