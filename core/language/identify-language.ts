/**
 * Language identification: letters first, then the small words, then tinyld's n-grams, then the hint.
 *
 * In:     any text; the hint is the reader's interface language or undefined.
 * Out:    an ISO 639-1 code, or "und" when nothing speaks and there is no hint.
 * Cost:   the first 4,000 code units are read.
 *
 * Names alone ("Putin Assad") tell no language: the hint decides when it is written in that script, else English.
 */
import { createRequire } from 'node:module'
import type { detectAll } from 'tinyld'
import type { LanguageCode } from '../article.ts'
import { persianOdds } from './letter-runs.ts'
import { languageTables, type TableLanguage } from './tables/index.ts'

const require = createRequire(import.meta.url)
let loaded: Ngrams | undefined

interface Ngrams {
  readonly detectAll: typeof detectAll
}

/** Loaded when first asked: unpacking takes a tenth of a second, and letters and small words tell most texts without. */
function guessByNgrams(sample: string) {
  loaded ??= require('tinyld') as Ngrams
  return loaded.detectAll(sample).find(({ lang }) => known.has(lang))
}

export function identifyLanguage(text: string, hint?: LanguageCode): LanguageCode {
  const sample = text.slice(0, 4_000).toLowerCase()
  const script = scriptOf(sample)
  if (script === null) return hint ?? 'und'
  if (script === 'arabic') return arabicScript(sample, hint)
  if (script === 'cyrillic') return cyrillic(sample, hint)
  return script === 'latin' ? latin(sample, hint) : script
}

type Script =
  | 'arabic'
  | 'cyrillic'
  | 'latin'
  | 'he'
  | 'hi'
  | 'el'
  | 'ja'
  | 'zh'
  | 'ko'
  | 'th'
  | 'hy'
  | 'ka'
  | 'bn'
  | 'ta'

const scripts: readonly (readonly [Script, RegExp])[] = [
  ['arabic', /(?=\p{L})\p{Script=Arabic}/gu],
  ['latin', /(?=\p{L})\p{Script=Latin}/gu],
  ['cyrillic', /\p{Script=Cyrillic}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['hi', /\p{Script=Devanagari}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['zh', /\p{Script=Han}/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['th', /\p{Script=Thai}/gu],
  ['hy', /\p{Script=Armenian}/gu],
  ['ka', /\p{Script=Georgian}/gu],
  ['bn', /\p{Script=Bengali}/gu],
  ['ta', /\p{Script=Tamil}/gu],
]

function scriptOf(sample: string): Script | null {
  let best: Script | null = null
  let most = 0
  for (const [script, letters] of scripts) {
    // Latin names inside a text of another script are common, the other way round they are not.
    const count = (sample.match(letters)?.length ?? 0) * (script === 'latin' ? 0.6 : 1)
    if (count > most) {
      best = script
      most = count
    }
  }
  return best === 'zh' && /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(sample) ? 'ja' : best
}

/** Evidence for a language: each match of the pattern adds the weight. */
type Evidence = readonly (readonly [LanguageCode, number, RegExp])[]

const word = (list: string): RegExp =>
  new RegExp(
    `(?<![\\p{L}\\p{M}\u200c])(?:${oneKeyboard(list).trim().split(/\s+/u).join('|')})(?![\\p{L}\\p{M}])`,
    'gu',
  )

function smallWords(language: TableLanguage): Evidence[number] {
  const { weight, words } = languageTables[language].smallWords
  return [language, weight, word(words.join(' '))]
}

const arabicLetters: Evidence = [
  ['ar', 2, /[ةىأإؤ]/gu],
  ['ar', 5, /\u064b/gu],
  ['ar', 1, /(?<!\p{L})[وبفكل]?ال(?=\p{L}{3})/gu],
  ['fa', 1, /[پچژگ]/gu],
  ['fa', 0.5, /[یک]/gu],
  ['fa', 2, /\u200c/gu],
  ['ur', 4, /[ٹڈڑےں]/gu],
  ['ur', 1, /[ہھ]/gu],
  ['ckb', 4, /[ڕڵێۆ]/gu],
  ['ckb', 1, /[ەڤ]/gu],
  ['ps', 4, /[ټډړښڼځڅۍې]/gu],
  ['ug', 4, /[ۈۇۋ]/gu],
]

const arabicWords: Evidence = [
  smallWords('ar'),
  smallWords('fa'),
  ['ur', 2, word('کے کی کا میں ہے ہیں سے نے اور کو پر یہ وہ کیا کب کہاں کون')],
  ['ckb', 3, word('لە بۆ کە ئەم بە')],
]

function arabicScript(sample: string, hint?: LanguageCode): LanguageCode {
  const scores = scoresOf(sample, arabicLetters)
  // Persian is often typed on an Arabic keyboard: words are compared in one alphabet, letters as they stand.
  for (const [language, score] of scoresOf(oneKeyboard(sample), arabicWords))
    scores.set(language, (scores.get(language) ?? 0) + score)
  const best = strongest(scores, hint) ?? (inScript(hint, 'ar fa ur ckb ps ug') ? hint : 'ar')
  if (best !== 'ar' && best !== 'fa') return best
  const lead =
    (scores.get('fa') ?? 0) -
    (scores.get('ar') ?? 0) +
    runWeight * persianOdds(sample) +
    ownWeight * (sample.match(/[پچژگ]/gu)?.length ?? 0)
  return lead > 0 || (lead > -narrow && hint !== 'ar') ? 'fa' : 'ar'
}

/** What a step of log odds by letters is worth beside the evidence of words. */
const runWeight = 0.5
/** What a letter that Arabic lacks is worth against Arabic alone: Kurdish and Urdu have it too. */
const ownWeight = 6
/** Arabic wins by more than this: a short topic of it mostly holds an article or a letter that Persian lacks. */
const narrow = 0.3

function oneKeyboard(text: string): string {
  return text.replaceAll('ي', 'ی').replaceAll('ك', 'ک')
}

const cyrillicEvidence: Evidence = [
  ['ru', 1, /[ыэъё]/gu],
  smallWords('ru'),
  ['uk', 3, /[іїєґ]/gu],
  ['bg', 2, word('е са се да за от какво кой кога къде защо')],
  ['kk', 3, /[әғқңөұүһ]/gu],
  ['sr', 3, /[ђјљњћџ]/gu],
  ['tg', 3, /[ӣӯҳҷ]/gu],
]

function cyrillic(sample: string, hint?: LanguageCode): LanguageCode {
  return (
    strongest(scoresOf(sample, cyrillicEvidence), hint) ??
    (inScript(hint, 'ru uk bg kk sr tg') ? hint : 'ru')
  )
}

const latinEvidence: Evidence = [
  smallWords('en'),
  smallWords('tr'),
  ['tr', 1.5, /[ğışöü]|i\u0307/gu],
  // An apostrophe parts a name from its Turkish endings: «Suriye'nin», «Soçi'de», «Putin'i».
  [
    'tr',
    2,
    /(?<=[\p{L}\p{N}]{2})(?<!qu)['’](?:n?[ıiuü]n|n?[dt][ae](?:n|ki)?|y?l[ae]|y?[aeıiuü])(?!\p{L})/gu,
  ],
  ['az', 8, /ə/gu],
  ['az', 2, word('və bir bu nə kim harada niyə necə neçə haqqında üçün ilə')],
  smallWords('fr'),
  ['fr', 1, /[èêëàâîçùœ]/gu],
  [
    'de',
    2,
    word(
      'der die das und ist ein eine wer was wann wo warum wie viele in den von mit zu hat war wurde für auf im dem nicht',
    ),
  ],
  ['de', 1.5, /[äöüß]/gu],
  [
    'es',
    2,
    word(
      'el la los las de es en una que qué quién cuándo dónde por qué cómo cuántos cuántas con para del al se fue',
    ),
  ],
  ['es', 2, /[ñ¿¡]/gu],
  ['es', 0.7, /[áéíóú]/gu],
  [
    'it',
    2,
    word('il lo la gli di è in una che chi quando dove perché come quanti con per del della'),
  ],
  ['pt', 2, word('os de é em um uma que quem quando onde como quantos com para do da não')],
  ['pt', 2, /[ãõ]/gu],
  [
    'id',
    2,
    word(
      'yang dan di dari ke untuk dengan ini itu apa siapa kapan mana mengapa bagaimana berapa adalah pada apakah tidak',
    ),
  ],
  ['nl', 2, word('de het een en van is wie wat wanneer waar waarom hoe in op te met voor')],
  ['ku', 2, word('û li ji bi ku kî çi kengî kengê çend çima li ku ye')],
  ['ku', 1, /[êîû]/gu],
]

/** Enough small words to overrule the n-grams. */
const sure = 4

function latin(sample: string, hint?: LanguageCode): LanguageCode {
  const scores = scoresOf(sample, latinEvidence)
  const [first, second] = [...scores].toSorted((a, b) => b[1] - a[1])
  if (first && first[1] >= sure && first[1] >= 1.3 * (second?.[1] ?? 0)) return first[0]
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  // The n-grams are often wrong about a headline full of names: they decide between languages that words speak for,
  // and alone only where letters that English lacks, or a text of some length, make a guess worth more than the default.
  const guess = letters < 15 ? undefined : guessByNgrams(sample)
  if (first) {
    const rivals = [...scores].filter(([, score]) => 2 * score > first[1]).map(([name]) => name)
    if (guess && rivals.includes(guess.lang)) return guess.lang
    if (second === undefined || first[1] > second[1]) return first[0]
    if (hint !== undefined && rivals.includes(hint)) return hint
  }
  if (hint !== undefined && !inScript(hint, 'ar fa ur ps he ru uk bg kk sr tg hi el ja zh ko th'))
    return hint
  const telling = letters >= 80 || /[^\p{ASCII}]/u.test(sample.match(/\p{L}/gu)?.join('') ?? '')
  return guess && telling ? guess.lang : 'en'
}

const known: ReadonlySet<string> = new Set(
  'en tr az fr de es it pt id nl ku ms sv da no fi pl cs ro hu sq hr bs so sw vi'.split(' '),
)

function inScript(hint: LanguageCode | undefined, languages: string): hint is LanguageCode {
  return hint !== undefined && languages.split(' ').includes(hint)
}

function scoresOf(sample: string, evidence: Evidence): Map<LanguageCode, number> {
  const scores = new Map<LanguageCode, number>()
  for (const [language, weight, pattern] of evidence) {
    const count = sample.match(pattern)?.length ?? 0
    if (count > 0) scores.set(language, (scores.get(language) ?? 0) + weight * count)
  }
  return scores
}

/** The language with the most evidence; of equals the hint; null when nothing speaks or equals are left. */
function strongest(scores: Map<LanguageCode, number>, hint?: LanguageCode): LanguageCode | null {
  const most = Math.max(0, ...scores.values())
  if (most === 0) return null
  const best = [...scores].filter(([, score]) => score === most).map(([language]) => language)
  if (hint !== undefined && best.includes(hint)) return hint
  return best[0] ?? null
}
