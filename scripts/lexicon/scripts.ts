/** The script each language of the lexicon is written in. */
export type Script = 'arabic' | 'latin' | 'cyrillic' | 'devanagari'

const known: Readonly<Record<string, Script>> = { ru: 'cyrillic', hi: 'devanagari' }

export function scriptOf(language: string): Script {
  if (/^(?:ar|fa|ur|ku|ps)$/u.test(language)) return 'arabic'
  return known[language] ?? 'latin'
}
