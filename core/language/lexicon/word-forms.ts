/**
 * Word forms: under which other spellings a dictionary may list a word, likeliest first.
 *
 * In:     one folded word.
 * Out:    spellings without its particles and endings, at least three letters long (two in English), never the word itself.
 *
 * Bolder than a stemmer may be: a form counts only where the dictionary has it.
 */
import type { LanguageCode } from '../../article.ts'
import { irregularEnglish } from '../irregular-english.ts'
import { russianForms } from './russian-forms.ts'
import { turkishForms } from './turkish-forms.ts'

export function wordForms(word: string, language: LanguageCode): string[] {
  const forms = new Set<string>()
  if (language === 'ar') arabicForms(word, forms)
  else if (language === 'fa') persianForms(word, forms)
  else if (language === 'en') englishForms(word, forms)
  else if (language === 'ru') return russianForms(word)
  else if (language === 'tr') return turkishForms(word)
  forms.delete(word)
  return [...forms]
}

const arabicBeginning = /^[وف]?(?:لل|[بکل]?ال|[بکلس])?/u
const arabicEndings = [
  'ا',
  'ه',
  'ی',
  'ات',
  'ت',
  'ها',
  'هم',
  'هما',
  'هن',
  'نا',
  'ک',
  'کم',
  'وا',
  'ون',
  'ین',
  'ان',
  'یه',
  'ته',
  'تها',
  'تهم',
  'یا',
]
const arabicRestored = ['', 'ه', 'ی']

function arabicForms(word: string, forms: Set<string>): void {
  const bares = new Set([word, word.replace(/^(?:و|ف)/u, ''), word.replace(arabicBeginning, '')])
  for (const bare of bares) add(forms, bare)
  for (const bare of bares) {
    for (const ending of arabicEndings) {
      if (bare.endsWith(ending))
        for (const restored of arabicRestored) add(forms, bare.slice(0, -ending.length), restored)
    }
  }
  for (const bare of bares) {
    for (const [plural, singulars] of brokenPlurals) {
      if (plural.test(bare))
        for (const singular of singulars) add(forms, bare.replace(plural, singular))
    }
  }
  // A verb is listed in its past: «یستخدم» under «استخدم».
  for (const bare of bares) {
    const verb = /^س?[یتن](.{3,}?)(?:ون|ان|ین|وا|ه|ها|هم)?$/u.exec(bare)?.[1]
    if (verb !== undefined) for (const past of [verb, `ا${verb}`]) add(forms, past)
  }
}

/** Broken plurals and the singulars they may belong to: «مدارس» of «مدرسة», «حروب» of «حرب», «صواريخ» of «صاروخ». */
const brokenPlurals: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^م(.)ا(.)(.)$/u, ['م$1$2$3ه', 'م$1$2$3']],
  [/^م(.)ا(.)ی(.)$/u, ['م$1$2و$3', 'م$1$2ا$3']],
  [/^ت(.)ا(.)ی(.)$/u, ['ت$1$2ی$3']],
  [/^(.)وا(.)ی(.)$/u, ['$1ا$2و$3', '$1ا$2ی$3']],
  [/^(.)وا(.)(.)$/u, ['$1ا$2$3ه', '$1ا$2$3']],
  [/^ا(.)ا(.)ی(.)$/u, ['ا$1$2و$3', 'ا$1$2ا$3']],
  [/^(.)(.)ای(.)$/u, ['$1$2ی$3ه', '$1$2ا$3ه']],
  [/^(.)(.)ا(.)ی(.)$/u, ['$1$2$3و$4', '$1$2$3ا$4', '$1$2$3ی$4']],
  [/^(.)(.)ا(.)(.)$/u, ['$1$2$3$4', '$1$2$3$4ه']],
  [/^ا(.)(.)ا(.)$/u, ['$1$2$3', '$1ی$2$3']],
  [/^ا(.)(.)(.)ه$/u, ['$1$2ا$3', '$1$2ی$3']],
  [/^ا(.)(.)(.)ا$/u, ['$1$2ی$3']],
  [/^(.)(.)(.)ا$/u, ['$1$2ی$3', '$1ا$2$3']],
  [/^(.)(.)و(.)$/u, ['$1$2$3', '$1ا$2$3']],
  [/^(.)(.)ا(.)$/u, ['$1$2$3', '$1$2ی$3', '$1$2$3ه', '$1ا$2$3']],
  [/^(.)(.)(.)$/u, ['$1$2$3ه', '$1$2ی$3ه', '$1$2ا$3']],
]

const persianEndings = [
  'ها',
  'های',
  'هایی',
  'ات',
  'ان',
  'ی',
  'یی',
  'ای',
  'م',
  'ت',
  'ش',
  'ند',
  'ید',
  'یم',
  'د',
  'ه',
  'مان',
  'تان',
  'شان',
  'اند',
  'ام',
  'تر',
  'ترین',
  'ین',
]
const persianRestored = ['', 'ه', 'ن', 'دن', 'یدن']

/** Present stems whose infinitive cannot be told from them. */
const persianVerbs: Readonly<Record<string, string>> = Object.fromEntries(
  `کن کردن,شو شدن,رو رفتن,گیر گرفتن,ده دادن,دار داشتن,گو گفتن,بین دیدن,دان دانستن,توان توانستن,خواه خواستن,یاب یافتن,ساز ساختن,
  آور آوردن,بر بردن,زن زدن,گذار گذاشتن,پذیر پذیرفتن,نویس نوشتن,فروش فروختن,آموز آموختن,پرداز پرداختن,سوز سوختن,دوز دوختن,باز باختن,
  شناس شناختن,نشین نشستن,شکن شکستن,بند بستن,خیز خاستن,گریز گریختن,ریز ریختن,آمیز آمیختن,انداز انداختن,فرست فرستادن,ایست ایستادن,
  افت افتادن,میر مردن,کش کشیدن,پرس پرسیدن,رس رسیدن,گرد گشتن,خوان خواندن,مان ماندن,نما نمودن,گشا گشودن,ربا ربودن,فزا افزودن,آ آمدن`
    .replaceAll('آ', 'ا')
    .split(/,\s*/u)
    .map((pair) => pair.split(' ') as [string, string]),
)

function persianForms(word: string, forms: Set<string>): void {
  const bares = new Set([word, word.replace(/^ن?می/u, ''), word.replace(/^[بن](?=.{2})/u, '')])
  for (const bare of bares) if (bare !== word) add(forms, bare)
  for (const bare of bares) {
    for (const ending of ['', ...persianEndings]) {
      if (!bare.endsWith(ending)) continue
      const stem = ending === '' ? bare : bare.slice(0, -ending.length)
      const infinitive = bare === word ? undefined : persianVerbs[stem]
      if (infinitive !== undefined) forms.add(infinitive)
      for (const restored of persianRestored) add(forms, stem, restored)
    }
  }
}

const listedEnglish: ReadonlyMap<string, string> = new Map(
  irregularEnglish.flatMap(([listed = '', ...others]) =>
    others.map((other) => [other, listed] as const),
  ),
)

const englishEndings = [
  's',
  'es',
  'ed',
  'd',
  'ing',
  'er',
  'ers',
  'ly',
  'ally',
  'al',
  'ness',
  'ment',
  'ation',
  'ations',
  'ion',
  'ions',
  'ity',
]

function englishForms(word: string, forms: Set<string>): void {
  const listed = listedEnglish.get(word)
  if (listed !== undefined) forms.add(listed)
  if (word.endsWith('ies') || word.endsWith('ied')) add(forms, word.slice(0, -3), 'y')
  for (const ending of englishEndings) {
    if (!word.endsWith(ending)) continue
    const stem = word.slice(0, -ending.length)
    for (const restored of ['', 'e']) add(forms, stem, restored)
  }
}

function add(forms: Set<string>, stem: string, restored = ''): void {
  if (stem.length >= 3) forms.add(stem + restored)
}
