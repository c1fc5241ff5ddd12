/**
 * Phrase cleaner: what a dictionary wrote in its translation field, as the bare words a text would hold.
 *
 * In:     one field and the script its language is written in.
 * Out:    one phrase per alternative the field names, none when the field holds no usable word.
 *
 * Editors' notes (brackets, transcriptions, "imperfect:", dialect labels), vowel signs and tatweel go;
 * half-spaces stay, for they part a Persian compound.
 */
import type { Script } from './scripts.ts'

/** Longer phrases are explanations, not translations. */
export const maxWords = 4

export function cleanPhrase(field: string, script: Script): string[] {
  const phrases = new Set<string>()
  const bare = field
    .normalize('NFKC')
    .replaceAll(/[\p{Mn}ـ\u200b\u200d-\u200f\u202a-\u202e\u2066-\u2069]/gu, markOf)
    .replaceAll(/\([^()]*\)|\[[^[\]]*\]/gu, ' ')
    .replace(/[([].*$/u, ' ')
    .replaceAll(/\p{L}*\p{Lu}\p{L}*(?: \p{L}+)*:.*$/gu, script === 'arabic' ? ' ' : '$&')
  for (const part of bare.split(separators)) {
    const phrase = phraseOf(part, script)
    if (phrase !== null) phrases.add(phrase)
  }
  return [...phrases]
}

/** A headword as English dictionaries give it; null for a torn or overlong one. */
export function cleanEnglish(field: string): string | null {
  const bare = field
    .normalize('NFKC')
    .replace(/ \)$/u, '')
    .replaceAll(/\([^()]*\)/gu, ' ')
  if (/[()[\]{}=<>|@]|\b(?:forms?|spelling|plural|feminine|masculine|participle) of\b/u.test(bare))
    return null
  const phrase = bare
    .replace(/^to (?=\p{L})/u, '')
    .replaceAll(/\s+/gu, ' ')
    .trim()
  if (!/^[\p{Script=Latin}\d][\p{Script=Latin}\p{Mn}\d '’.&-]*$/u.test(phrase)) return null
  return phrase.split(' ').length > maxWords ? null : phrase
}

/** Vowel signs go in Arabic script; elsewhere a mark belongs to its letter. */
function markOf(mark: string): string {
  return /[\p{Script=Arabic}\p{Script=Inherited}ـ\u200b-\u2069]/u.test(mark) ? '' : mark
}

const separators = /[;؛,،٬/\\|<>{}=+*•:«»"“”?؟!]/u

const letterOf = {
  arabic: /\p{Script=Arabic}/u,
  latin: /\p{Script=Latin}/u,
  cyrillic: /\p{Script=Cyrillic}/u,
  devanagari: /\p{Script=Devanagari}/u,
} as const satisfies Record<Script, RegExp>

/** Languages of Arabic script carry transcriptions in small Latin letters; capitals ("CD") are part of the word. */
function phraseOf(part: string, script: Script): string | null {
  let phrase = part
  if (script === 'arabic') {
    if (/[A-Z]/u.test(phrase)) return null
    phrase = phrase.replaceAll(
      /[\p{Script=Latin}ʾʿ'’´-]*\p{Script=Latin}[\p{Script=Latin}ʾʿ'’´\d-]*/gu,
      ' ',
    )
  }
  phrase = phrase
    .replaceAll(/\.(?=\s|$)|^[\s.\d-]+(?=\p{L})|[_…]/gu, ' ')
    .replaceAll(/^[\u200c\s'’-]+|[\u200c\s'’-]+$/gu, '')
    .replaceAll(/\s+/gu, ' ')
  if (phrase.replaceAll(/\P{L}/gu, '').length < 2 || !letterOf[script].test(phrase)) return null
  return phrase.split(' ').length > maxWords ? null : phrase
}
