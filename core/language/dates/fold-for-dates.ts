/**
 * Folds digits of three scripts to 0–9 and the letters that Arabic and Persian writers interchange, unit by unit:
 * the folded text is as long as the text, so offsets hold in both.
 */
const pairs: Readonly<Record<string, string>> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ي: 'ی',
  ى: 'ی',
  ئ: 'ی',
  ك: 'ک',
  ة: 'ه',
  ۀ: 'ه',
  ؤ: 'و',
  '\u200c': ' ',
}

export function foldForDates(text: string): string {
  return text
    .replaceAll(/[٠-٩]/gu, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replaceAll(/[۰-۹]/gu, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .replaceAll(/[أإآٱيىئكةۀؤ\u200c]/gu, (letter) => pairs[letter]!)
    .replaceAll(/[A-Z]/gu, (letter) => letter.toLowerCase())
}
