/**
 * The direction of a text is that of most of its letters: Arabic names in an English sentence do not turn it.
 */
export function directionOf(text: string): 'rtl' | 'ltr' {
  let balance = 0
  for (const letter of text.slice(0, 2_000)) {
    if (rightToLeft.test(letter)) balance++
    else if (/\p{L}/u.test(letter)) balance--
  }
  return balance > 0 ? 'rtl' : 'ltr'
}

const rightToLeft =
  /(?=\p{L})[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u
