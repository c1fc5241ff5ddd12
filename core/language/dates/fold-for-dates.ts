/**
 * Folds digits of three scripts to 0–9, capitals of Latin letters to small ones, and the letters that Arabic and
 * Persian writers interchange, unit by unit: the folded text is as long as the text, so offsets hold in both.
 */
const exchanged = new Map(
  [
    ['أإآٱ', 'اااا'],
    ['يىئكةۀؤ', 'یییکههو'],
    ['\u200C', ' '],
    ['٠١٢٣٤٥٦٧٨٩', '0123456789'],
    ['۰۱۲۳۴۵۶۷۸۹', '0123456789'],
    ['ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz'],
  ].flatMap(([from, to]) =>
    Array.from(from!, (letter, at): [string, string] => [letter, to![at]!]),
  ),
)
const letters = new RegExp(`[${[...exchanged.keys()].join('')}]`, 'gu')

export function foldForDates(text: string): string {
  return text.replaceAll(letters, (letter) => exchanged.get(letter)!)
}
