/**
 * The stem of a word in Arabic script: light10's Arabic affixes off, then Persian endings and the verb's می.
 *
 * In:     one folded word (see `letters.ts`), Arabic or Persian: one rule for both, so that «الكتاب» meets «کتاب‌ها»
 *         and a question whose language was misjudged loses nothing.
 * Out:    the word with affixes taken off; never shorter than two letters unless the word was.
 * Source: Larkey, Ballesteros & Connell 2007 (light10), but a و that is a letter of the word stays, endings in ن leave
 *         three letters, and a last ت goes as the ة that it is in Arabic. See docs/decisions/0003.
 *
 * nDCG@10 ARCD / PQuAD / MLQA ar: no stem .827 / .968 / .687; each language its own rules .851 / .971 / .755;
 * Arabic rules for both .851 / .969 / .755; both rules for both .851 / .971 / .755. A stem is a key, no word.
 */
import { fold } from './letters.ts'
import { wordsWithWaw } from './words-with-waw.ts'

export function stemArabicScript(word: string): string {
  if (!/^و...+$/u.test(word)) return withoutAffixes(word)
  const whole = withoutAffixes(word)
  return beginWithWaw.has(whole) ? whole : withoutAffixes(word.slice(1))
}

function withoutAffixes(word: string): string {
  const singular = word.replace(/(?<=..)گان$/u, 'ه')
  return stemPersian(stemArabic(singular))
    .replace(/(?<=..)ه$/u, '')
    .replace(/(?<=...)ت$/u, '')
}

/** Taken off in this order, each once, where so many letters are left: «مكان» is not «مكة», «حسين» no «حس». */
const arabicEndings = [
  ['ها', 2],
  ['ان', 3],
  ['ات', 2],
  ['ون', 3],
  ['ین', 3],
  ['یه', 2],
  ['ه', 2],
  ['ی', 2],
] as const

function stemArabic(word: string): string {
  let stem = word
  const article = /^(?:ال|بال|کال|فال|لل)(?=..)/u.exec(stem)
  if (article) stem = stem.slice(article[0].length)
  for (const [ending, left] of arabicEndings)
    if (stem.endsWith(ending) && stem.length - ending.length >= left)
      stem = stem.slice(0, -ending.length)
  return stem
}

function stemPersian(word: string): string {
  const verb = /^ن?می(.{3,})$/u.exec(word)
  if (verb?.[1] && !noVerb.test(word)) return verb[1].replace(/(?<=..)(?:یم|ید|ند|م|ی|د)$/u, '')
  let stem = word
  stem = stem.replace(/(?<=..)ها(?:ی|یی|ی?(?:م|ت|ش|مان|تان|شان))?$/u, '')
  stem = stem.replace(/(?<=...)تر(?:ین)?$/u, '')
  stem = stem.replace(/(?<=.ه)(?:ام|ای|ایم|اید|اند)$/u, '')
  stem = stem.replace(/(?<=...)(?:یشان|شان)$/u, '')
  stem = stem.replace(/(?<=[او])یی$/u, '')
  stem = stem.replace(/(?<=...)(?:ات|ان)$/u, '')
  stem = stem.replace(/(?<=...)ی$/u, '')
  return stem
}

/** Words that begin with می and are no verbs. */
const noVerb =
  /^می(?:دان|لیون|لیارد|لیمتر|لاد|ان|هن|راث|زان|زبان|کروب|کرو|شل|لان|خک|رزا|رحسین|ترا|کائیل|سی)/u

/** Stems of words whose و is no "and". */
const beginWithWaw = new Set(wordsWithWaw.map((word) => withoutAffixes(fold(word))))
