/**
 * Pointing words: by which a question leans on the one before it, by language, folded.
 *
 * A pronoun counts where the question names nothing before it that it may stand for; a weak one is as often no pronoun
 * ("is it safe to…", «هذا العام»), and counts in a short question alone.
 */
import type { LanguageCode } from '../article.ts'
import { foldedWords, phrasesOf } from '../language/folded-words.ts'

export interface PointingWords {
  readonly pronouns: ReadonlySet<string>
  readonly weak: ReadonlySet<string>
  /** Behind a weak one these make a time of it: "this year". */
  readonly times: ReadonlySet<string>
  /** Possessive endings: «رئيسها», «دبیرش». */
  readonly suffixes: RegExp
  /** First words of a question that goes on from one before. */
  readonly openers: ReadonlySet<string>
  /** Before the one thing that is asked anew: "what about". */
  readonly about: readonly string[]
  /** The same behind it: «تهران چطور؟». */
  readonly aboutBehind: readonly string[]
  /** Before a place or a time. */
  readonly prepositions: ReadonlySet<string>
}

interface Written {
  readonly pronouns: string
  readonly weak: string
  readonly times: string
  readonly suffixes: string
  readonly openers: string
  readonly about: string
  readonly aboutBehind: string
  readonly prepositions: string
}

const written: Readonly<Record<'ar' | 'fa' | 'en' | 'tr' | 'ru' | 'fr', Written>> = {
  ar: {
    pronouns: `معه معها معهم معاه معاها عنه عنها عنهم به بها بهم بيه بيها له لها لهم منه منها منهم فيه فيها فيهم إليه إليها إليهم عليه عليها
      عليهم بعده بعدها قبله قبلها بينهما بينهم عنده عندها ضده ضدها لديه لديها وراءه خلفه`,
    weak: 'ذلك تلك هذا هذه ذاك هاد هاي هذي هيدا هيدي ده دي دا',
    times: 'العام السنة الأسبوع الشهر اليوم المساء الصباح الموسم الأيام المرة',
    suffixes: 'ها هم هما هن تهم',
    openers: 'و ف ثم طب طيب',
    about: 'وماذا عن|ماذا عن|وعن|شو عن|وشو عن|ايش عن|وبالنسبة ل|وبخصوص|ماذا بشأن',
    aboutBehind: '',
    prepositions: 'في إلى من على بعد قبل خلال عام سنة ب ل',
  },
  fa: {
    pronouns: `او وی ایشان آنها آنان اونا اونها خودش خودشان خودشون ازش بهش باهاش براش توش روش ازشون بهشون باهاشون براشون برایش با‌او آنجا اونجا
      همان همونجا`,
    weak: 'آن این اون همین همان اینا اینها',
    times: 'سال هفته ماه روز شب بار هفته‌ها روزها فصل دوره',
    suffixes: 'هایشان هایش هاش شان شون اش یش ش',
    openers: 'و پس بعد حالا خب',
    about: 'در مورد|درباره|راجع به|در خصوص',
    aboutBehind: 'چطور|چی|چه طور|چه',
    prepositions: 'در به از تا برای توی تو سال',
  },
  en: {
    pronouns: 'he she him her his hers them their theirs himself herself themselves',
    weak: 'it its they this that these those one',
    times:
      'year week month morning evening afternoon day time season summer winter spring autumn century decade',
    suffixes: '',
    openers: 'and so then but also',
    about: 'what about|how about|and what about|and how about|and',
    aboutBehind: '',
    prepositions: 'in at on to from for by of during since with',
  },
  tr: {
    pronouns: 'onu ona onun ondan onlar onların onlara onlardan onunla kendisi orada oraya',
    weak: 'o bu bunu bunun buna şu',
    times: 'yıl hafta ay gün sabah akşam sezon',
    suffixes: '',
    openers: 'peki ya ve',
    about: 'peki ya|ya|peki',
    aboutBehind: '',
    prepositions: '',
  },
  ru: {
    pronouns:
      'он она они его ее её их ему ей им ним ней ними него неё нее нем нём них оттуда там туда',
    weak: 'оно это этот эта эти этого этой том',
    times: 'год году неделе неделю месяце месяц день раз сезон',
    suffixes: '',
    openers: 'а и но',
    about: 'а как насчет|как насчет|что насчет|а что насчет|а',
    aboutBehind: '',
    prepositions: 'в во на из с со к о об от до',
  },
  fr: {
    pronouns: 'elle ils elles lui eux leur leurs son sa ses',
    weak: 'il cela ça ce cette ces celui celle y en',
    times: 'année semaine mois jour matin soir saison fois',
    suffixes: '',
    openers: 'et alors puis',
    about: 'et pour|et|qu en est il de|qu en est il du',
    aboutBehind: '',
    prepositions: 'à en dans de du des au aux pour depuis',
  },
}

const none: PointingWords = compiled({
  pronouns: '',
  weak: '',
  times: '',
  suffixes: '',
  openers: '',
  about: '',
  aboutBehind: '',
  prepositions: '',
})

const byLanguage = new Map(
  Object.entries(written).map(([language, words]) => [language, compiled(words)]),
)

export function pointingWords(language: LanguageCode): PointingWords {
  return byLanguage.get(language) ?? none
}

function set(text: string): ReadonlySet<string> {
  return new Set(foldedWords(text))
}

function compiled(words: Written): PointingWords {
  return {
    pronouns: set(words.pronouns),
    weak: set(words.weak),
    times: set(words.times),
    suffixes: new RegExp(`(?<=...)(?:${[...set(words.suffixes)].join('|') || '(?!)'})$`, 'u'),
    openers: set(words.openers),
    about: phrasesOf(words.about.split('|')).toSorted((a, b) => b.length - a.length),
    aboutBehind: phrasesOf(words.aboutBehind.split('|')).filter((phrase) => phrase.trim() !== ''),
    prepositions: set(words.prepositions),
  }
}
