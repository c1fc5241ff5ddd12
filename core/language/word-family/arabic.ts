/**
 * The family of an Arabic word: other stems under which a text may hold it, and how far each is to be trusted.
 *
 * In:     a folded spelling and its stem.
 * Out:    stems, most of which are no words at all: which of them exist, the index knows.
 * Source: the verb forms I to X and the commoner broken plurals, as any grammar lists them.
 *
 * A stemmer that cut all this would join strangers («بحر» is no «حر» with a particle); as alternatives of a question's
 * word they cost little when they are wrong.
 */
import { stemArabicScript } from '../stem-arabic-script.ts'
import { brokenPlurals } from './broken-plurals.ts'
import { createPatterns } from './patterns.ts'
import { relatives, type Relative } from './relative.ts'

/** Chosen on the development sets, see docs/decisions/0005. */
export const arabicTrust = {
  /** «بمرض» of «مرض». */
  particle: 0.8,
  /** «قدرته», «عادوا», «فلسطين»: a pronoun, the ending of a verb, or of a country beside «فلسطيني». */
  ending: 0.7,
  /** «تمتد» of «يمتد». */
  person: 0.5,
  /** «تغيير» of «يغير». */
  form: 0.4,
  /** «زيارة» of «زار», «إعطاء» of «أعطى». */
  weakForm: 0.4,
  /** «حجارة» of «حجر». */
  plural: 0.4,
} as const

export function* arabicFamily(surface: string, stem: string): Generator<Relative> {
  yield* relatives(withParticles(surface, stem), arabicTrust.particle)
  yield* relatives(withEndings(stem), arabicTrust.ending)
  yield* relatives(withPersons(stem), arabicTrust.person)
  yield* relatives(verbForms.of(stem), arabicTrust.form)
  yield* relatives(firstWeakForms.of(stem), arabicTrust.weakForm)
  yield* relatives(hollowForms.of(stem), arabicTrust.weakForm)
  yield* relatives(lastWeakForms.of(stem), arabicTrust.weakForm)
  yield* relatives(brokenPlurals.of(stem), arabicTrust.plural)
}

function* withParticles(surface: string, stem: string): Generator<string> {
  for (const particle of ['ب', 'ل', 'ک', 'ف']) yield particle + stem
  const bare = surface.replace(/^و(?=....)/u, '')
  if (/^[بلکف](?=...)/u.test(bare) && !/^(?:بال|کال|فال|لل)/u.test(bare))
    yield stemArabicScript(bare.slice(1))
}

function* withEndings(stem: string): Generator<string> {
  for (const ending of ['ت', 'هم', 'هما', 'نا', 'تهم', 'وا', 'ا', 'تا', 'ین', 'ون', 'یا']) {
    yield stem + ending
    if (stem.endsWith(ending)) yield stem.slice(0, -ending.length)
  }
}

function* withPersons(stem: string): Generator<string> {
  const isPresent = /^[یتن].../u.test(stem)
  const isPast = /^ا..../u.test(stem)
  const rest = isPresent || isPast ? stem.slice(1) : stem
  for (const person of ['ی', 'ت', 'ن']) yield person + rest
  if (isPresent) for (const other of ['', 'ا', 'سی', 'ست']) yield other + rest
}

/** One verb form a line: past, present in two persons, verbal noun, participles. */
const verbForms = createPatterns(
  `
  123 ی123 ت123 1ا23 م12و3 12ا3 12ی3 12و3
  123 ی123 ت123 ت12ی3 م123
  1ا23 ی1ا23 ت1ا23 م1ا23 12ا3
  ا123 ی123 ت123 ا12ا3 م123
  ت123 یت123 تت123 مت123
  ت1ا23 یت1ا23 تت1ا23 مت1ا23
  ان123 ین123 تن123 ان12ا3 من123
  ا1ت23 ی1ت23 ت1ت23 ا1ت2ا3 م1ت23
  است123 یست123 تست123 است12ا3 مست123
  `,
  (root) => !root.includes('ا'),
)

/** The same where the first letter of the root is و: «وقع», «تقع», «واقعة», «موقع». */
const firstWeakForms = createPatterns(
  `
  و12 ی12 ت12 و1و2 وا12 مو12
  ات12 یت12 تت12 ات1ا2 مت12
  `,
  (root) => root.every((letter) => !/[اوی]/u.test(letter)),
)

/** The same where the middle letter of the root is weak: «زار», «يزور», «زيارة». */
const hollowForms = createPatterns(
  `
  1ا2 ی1و2 ت1و2 1و2 1یا2 م1ا2 1ای2
  1ا2 ی1ی2 ت1ی2 1یا2 م1ی2
  ا1ا2 ی1ی2 ت1ی2 م1ی2
  است1ا2 یست1ی2 تست1ی2 مست1ی2
  ا1تا2 ی1تا2 ت1تا2 ا1تیا2 م1تا2
  `,
  (root) => root.every((letter) => !/[اوی]/u.test(letter)),
)

/** And where the last one is: «أعطى», «يعطي», «إعطاء»; the stemmer took it off already. */
const lastWeakForms = createPatterns(
  `
  ا12 ی12 ت12 ا12ا م12
  ا1ت2 ی1ت2 ت1ت2 ا1ت2ا
  است12 یست12 تست12 است12ا
  ان12 ین12 تن12 ان12ا
  `,
  ([first]) => first !== 'ا',
)
