/**
 * The sound key of a word: its consonants in one alphabet for all scripts, so that Putin, بوتين, پوتین, Путин share one.
 *
 * In:     one folded word.
 * Out:    the key, or null when fewer than two consonants are left to tell it by.
 */
const consonants: Readonly<Record<string, string>> = {
  ب: 'b',
  پ: 'b',
  ت: 't',
  ط: 't',
  ث: 't',
  ج: 'j',
  چ: 'j',
  ژ: 'j',
  ح: 'h',
  خ: 'k',
  د: 'd',
  ذ: 'd',
  ض: 'd',
  ظ: 'd',
  ر: 'r',
  ز: 'z',
  س: 's',
  ص: 's',
  ش: 'x',
  ع: '',
  غ: 'k',
  ف: 'f',
  ق: 'k',
  ک: 'k',
  گ: 'k',
  ل: 'l',
  م: 'm',
  ن: 'n',
  b: 'b',
  c: 'k',
  d: 'd',
  f: 'f',
  g: 'k',
  h: '',
  j: 'j',
  k: 'k',
  l: 'l',
  m: 'm',
  n: 'n',
  p: 'b',
  q: 'k',
  r: 'r',
  s: 's',
  t: 't',
  v: 'f',
  x: 'ks',
  z: 'z',
}

export function soundKey(word: string): string | null {
  let text = word
  if (/^ال...+/u.test(text)) text = text.slice(2)
  text = text
    .replace(/sh/gu, 'ش')
    .replace(/ch|تش/gu, 'چ')
    .replace(/kh|gh/gu, 'k')
    .replace(/th/gu, 't')
    .replace(/ph/gu, 'f')
  let key = ''
  for (const letter of text) {
    const consonant = consonants[letter] ?? ''
    if (consonant && !key.endsWith(consonant)) key += consonant
  }
  return key.length >= 2 ? key : null
}
