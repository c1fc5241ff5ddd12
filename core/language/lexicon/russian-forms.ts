/**
 * Russian forms: under which spellings a dictionary may list an inflected Russian word.
 *
 * In:     one folded word (й is и, ё is е).
 * Out:    nominatives and infinitives that its ending may belong to, those that keep most of the word first.
 */
import { fold } from '../letters.ts'

export function russianForms(word: string): string[] {
  const forms = new Set<string>()
  const bare = word.replace(/с[ья]$/u, '')
  for (let length = Math.min(longest, word.length - leastStem); length >= 0; length--)
    for (const [endings, listed] of paradigms) {
      for (const one of bare === word ? [word] : [word, bare]) {
        if (!endings.has(one.slice(one.length - length))) continue
        const stem = one.slice(0, one.length - length)
        if (stem.length >= leastStem) for (const ending of listed) forms.add(stem + ending)
      }
    }
  forms.delete(word)
  return [...forms]
}

const leastStem = 3

/** Endings of a kind of word, and those under which it is listed. Longer endings are tried first. */
const paradigms = [
  ['ого ому ым ом ая ой ую ое ые ых ыми о ы а', 'ый ой ий'],
  ['его ему им ем яя ей юю ее ие их ими', 'ий ый'],
  ['а у ом е ы ов ам ами ах и', ', а о'],
  ['я ю ем ей е и ям ями ях ь ью', 'ь я й е'],
  ['ии ию ией ий иям иями иях', 'ия ие'],
  ['ия ию ием ии ий иям иями иях', 'ие ий'],
  [
    'л ла ло ли ет ешь ем ете ют т м н на но ны нный нная нное нные вший вшая вшие ющий ющая ющие',
    'ть ти',
  ],
  ['ит ишь им ите ят ат ил ила ило или ен ена ено ены енный енная енное енные', 'ить еть ать'],
  ['у ет ешь ем ут ют ал ала ало али ан ана ано аны анный анная анное анные', 'ать ить ти'],
  ['ует уют уем ую', 'овать'],
].map(([endings = '', listed = '']): readonly [ReadonlySet<string>, readonly string[]] => [
  new Set(endings.split(' ').map(fold)),
  listed.split(/,? /u).map(fold),
])

const longest = Math.max(
  ...paradigms.flatMap(([endings]) => [...endings].map(({ length }) => length)),
)
