/**
 * The sound key of a word: its consonants in one alphabet for all scripts, so that Putin, بوتين, پوتین, Путин share one.
 *
 * In:     one folded word (see `letters.ts`) in Arabic, Latin, Cyrillic or Hebrew script.
 * Out:    at most twelve sounds, or null for other scripts, numbers, and words with fewer than two sounds to tell.
 * Cost:   one pass; pure.
 *
 * One name spelt in English and in Arabic gets one key in 83.9 % of 80,843 pairs (Wikidata, Google transliteration);
 * two different names do in 0.05 %. What scripts and countries write for one another is one sound: Google is جوجل, غوغل
 * and كوكل, so g, j, kh and q are all `k`; Chavez is تشافيز and شافيز, so ch and sh are `x`. The key finds, it proves nothing.
 */

/** The sounds are b f t d s x k l m n r; at the beginning of a word also h, and `a` for every vowel: Ali, علي → al. */
export function soundKey(word: string): string | null {
  const written = scripts.find(({ letters }) => letters.test(word))
  if (written === undefined) return null
  const { article, pattern, sounds } = written
  const bare = article === undefined ? word : word.replace(article, '')
  let key = ''
  let last = ''
  for (const match of bare.matchAll(pattern)) {
    const found = sounds[match.slice(1).findIndex((group) => group !== undefined)] ?? ''
    const sound = match.index === 0 ? found || 'a' : found
    if (sound !== last) key += sound
    last = sound
  }
  return key.length < 2 ? null : key.slice(0, longestKey)
}

const longestKey = 12

interface Script {
  readonly letters: RegExp
  readonly article: RegExp | undefined
  readonly pattern: RegExp
  readonly sounds: readonly string[]
}

/**
 * One rule a line: what is written (a regular expression), a blank, what it sounds like. The first that fits wins; what
 * no rule names is a vowel or silent. A hyphen is silence: Persian writes Lavrov as لاوروف, whose v reads as a vowel,
 * so between a and r no script's v is heard.
 */
function script(letters: RegExp, rules: string, article?: RegExp): Script {
  const pairs = rules
    .trim()
    .split('\n')
    .map((rule) => rule.trim().split(' '))
  return {
    letters,
    article,
    pattern: new RegExp(`${pairs.map(([written]) => `(${written})`).join('|')}|.`, 'gsu'),
    sounds: pairs.map(([, sound]) => (sound === '-' ? '' : (sound ?? ''))),
  }
}

const arabic = script(
  /^\p{Script=Arabic}/u,
  `
  تش|[چش] x
  [بپ] b
  [تطثة] t
  [دذضظ] d
  [سصز] s
  [کقگغخجژ] k
  (?<=ا)ف(?=ر) -
  ف f
  ^و f
  ل l
  م m
  ن n
  ر r
  ^[حه] h
  `,
  /^ال(?=...)/u,
)

const latin = script(
  /^\p{Script=Latin}/u,
  `
  tsch|tch|sch|sh|ch x
  zh|kh|gh|ck k
  (?<=a)[fv](?=r) -
  ph f
  th t
  dh d
  x ks
  c(?=[eiy]) s
  [sz] s
  [cgjkq] k
  [bp] b
  t t
  d d
  [fv] f
  ^w f
  l l
  m m
  n n
  r r
  ^h h
  `,
)

const cyrillic = script(
  /^\p{Script=Cyrillic}/u,
  `
  тч|[чшщ] x
  дж|[кгхґж] k
  [бп] b
  т t
  д d
  [сзц] s
  (?<=а)[фв](?=р) -
  [фв] f
  л l
  м m
  н n
  р r
  `,
)

/** פ is p or f, its final form f alone; ב is b or v. */
const hebrew = script(
  /^\p{Script=Hebrew}/u,
  `
  ף f
  [בפ] b
  [טת] t
  ד d
  [סצץז] s
  ש x
  [כךקגח] k
  ^ו f
  ל l
  [מם] m
  [נן] n
  ר r
  ^ה h
  `,
)

const scripts: readonly Script[] = [arabic, latin, cyrillic, hebrew]
