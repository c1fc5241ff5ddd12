/**
 * Names among a question's words: which are names, or as telling as one, and what such a name is called elsewhere.
 *
 * A dictionary finds «روسيا» for "Peru" and a butterfly in Persian: a name that goes into another script by its sound is
 * called so, and hardly anything else.
 */
import { soundKey, type Token } from '../language/index.ts'
import type { Translation } from './term.ts'

export function isNameLike(
  { start, surface, sound }: Token,
  written: string,
  translations: readonly Translation[],
): boolean {
  return (start > 0 && hasCapital(written)) || isTransliterated(surface, sound, translations)
}

/** Marks those that sound otherwise, in a language where one sounds like the name; none for "Egypt", «مصر». */
export function namesOf(
  sound: string | null,
  translations: readonly Translation[],
): readonly Translation[] {
  const isAlike = ({ written }: Translation): boolean =>
    sound !== null && written.length === 1 && soundKey(written[0]!) === sound
  const heard = new Set(translations.filter(isAlike).map(({ language }) => language))
  return translations.map((one) =>
    heard.has(one.language) && !isAlike(one) ? { ...one, isDoubtful: true } : one,
  )
}

/** No acronym: these are spelt anew in each language ("WHO", "OMS"). */
function hasCapital(written: string): boolean {
  return /^\p{Lu}/u.test(written) && !/^\p{Lu}{2,5}$/u.test(written)
}

/** «بوتين» is Putin: a word that goes into another script by its sound is a name, or as telling as one. */
function isTransliterated(
  surface: string,
  sound: string | null,
  translations: readonly Translation[],
): boolean {
  if (sound === null || sound.length < shortestSound) return false
  return translations.some(({ written, trust }) => {
    const [only, ...others] = written
    return (
      only !== undefined &&
      others.length === 0 &&
      trust > likely &&
      isLatin(only) !== isLatin(surface) &&
      soundKey(only) === sound
    )
  })
}

function isLatin(word: string): boolean {
  return /^\p{Script=Latin}/u.test(word)
}

const shortestSound = 2
/** Trust from which on: «القاهرة» is Cairo by .4, and Mars as well. */
const likely = 0.35
