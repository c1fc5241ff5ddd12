/**
 * Language table: the words by which one language asks, counts, dates and talks, as its writers spell them.
 *
 * Nothing is folded here: whoever reads a table folds it as it folds the text. A phrase is words with single blanks
 * between them. A seventh language is one more table and its line in `index.ts`; the compiler says what it lacks.
 */
import type { Calendar } from '../dates/calendars.ts'

export type Words = readonly string[]

/** What a question may ask for. */
export type AskingKind =
  | 'who'
  | 'where'
  | 'when'
  | 'how-many'
  | 'how-much'
  | 'age'
  | 'measure'
  | 'which'
  | 'what'
  | 'why'
  | 'how'
  | 'yes-no'

/** What a quantity measures: `share` is a percentage or fraction, `speed` any length in a time. */
export type Dimension =
  | 'share'
  | 'age'
  | 'duration'
  | 'temperature'
  | 'speed'
  | 'area'
  | 'mass'
  | 'length'
  | 'money'

/** Kinds that a noun names: "which city", «ما سعر», «دلیل … چیست». */
export type NamedKind = 'who' | 'where' | 'when' | 'how-many' | 'why' | 'how'

export interface LanguageTable {
  /** The script that its own letters are of, by which a question of no known language finds a table. */
  readonly script: 'arabic' | 'latin' | 'cyrillic'
  /** Around what is quoted of it. */
  readonly quotationMarks: readonly [open: string, close: string]
  /** Tell nothing of what a text is about: function words, and single words that ask. */
  readonly stopwords: Words
  /** Frequent short words by which its texts are known, and what each weighs beside its letters. */
  readonly smallWords: { readonly weight: number; readonly words: Words }
  readonly asking: Asking
  readonly order: Orders
  readonly numbers: Numbers
  readonly measures: Readonly<Record<Dimension, MeasureWords>>
  readonly times: Times
  /** Announce a cause or a purpose: "because", «به دلیل». */
  readonly reasons: Words
  readonly followUps: FollowUpWords
  readonly leaning: LeaningWords
  /** Greetings and thanks. */
  readonly courtesies: Words
  readonly requests: Requests
}

export interface Asking {
  /** Words and phrases that ask, standard, spoken and dialect, with the clitics and copulas that hang on them. */
  readonly kinds: Readonly<Record<AskingKind, AskingWords>>
  /** Nouns that name the kind when they stand beside a word that asks "which" or "what": an answer need not hold them. */
  readonly kindNouns: Readonly<Record<NamedKind, Words>>
  /** Places whose name an answer gives with the noun, which it should hold: "Lusail Stadium". */
  readonly venues: Words
  /** People by what they do, which an answer should hold too: "which player" asks who. */
  readonly roles?: Words
  /** More words that only name the kind once it is known: "located" of a place. */
  readonly besideKind: Partial<Readonly<Record<'who' | 'where' | 'when' | 'number', Words>>>
  /** Where such a noun stands: right behind what asks, or at the question's beginning with what asks at its end. */
  readonly nounStands: 'behind' | 'before'
  /** Behind these stands what is counted… */
  readonly counting: Words
  /** …which behind these is counted indeed, where it is no unit, and not measured. */
  readonly countsAlways: Words
  /** May stand between what counts and what is counted, which then is counted indeed. */
  readonly countingJoints?: Words
  /** Counted behind any of them. */
  readonly counted: Words
  /** Behind these stands what is asked about. */
  readonly pointing: Words
  /** Ask for several answers of which one is as good as another. */
  readonly several: Words
  /** Lead up to what asks and ask nothing themselves: "can you tell me". */
  readonly leadIns: Words
  /** Words that ask, or help to, and say nothing: no answer need hold them. */
  readonly empty: Words
  /** Of the single words that ask, those that are stopwords in texts of any language. */
  readonly stopwords: Words
  /** Between two things asked at once: "who and when". */
  readonly and: Words
  /** A word that asks for a person or for a time by what stands beside it: «کی». */
  readonly whoOrWhen?: WhoOrWhen
}

export interface WhoOrWhen {
  readonly word: string
  /** For a person behind these… */
  readonly whoBehind: Words
  /** …or before these. */
  readonly whoBefore: Words
  /** For a time behind these. */
  readonly whenBehind: Words
  /** Whoever is, was or became one of these is a person. */
  readonly persons: Words
  /** Verbs with an object that a person does to something. */
  readonly deeds: Words
  /** Marks the object of a verb. */
  readonly objectMarks: Words
}

export interface AskingWords {
  /** Wherever they stand. */
  readonly anywhere: Words
  /** Only as the question's first words, and less sure than what follows at once. */
  readonly atStart?: Words
  /** Only as its last words. */
  readonly atEnd?: Words
  /** Only as its first words, where nothing else asks. */
  readonly opening?: Words
}

export interface Orders {
  /** Ask for the newest of several. */
  readonly latest: Words
  readonly first: Words
  /** Words of `latest` and their forms that only order: no answer need hold them. */
  readonly latestWords: Words
  /** Orders as well, unless one of these follows: "when did they last meet", but not "last year". */
  readonly latestUnless?: { readonly word: string; readonly behind: Words }
}

export interface Numbers {
  /** Numerals with their values, each with its forms. */
  readonly values: readonly (readonly [value: number, forms: Words])[]
  /** Multiply what stands before them. */
  readonly scales: readonly (readonly [value: number, forms: Words])[]
  /** Say that a number is a share: "percent". */
  readonly shares: Words
  /** Inside a number, between two of its words. */
  readonly joints: Words
  /** Quantities of no one value, and numbers with their unit in one word: "dozens", «ساعتين». */
  readonly quantities: Words
  /** Ordinary words as often as numbers. */
  readonly weak: Words
}

export interface MeasureWords {
  /** Say in a question that this is to be measured. */
  readonly asked: Words
  /** Units of it, and words beside its numbers. */
  readonly units: Words
  /** What is measured so where nothing but a number is asked of it: «الدولار كام». */
  readonly things?: Words
}

export interface Times {
  /** By calendar, January, Farvardin and Muharram first, each with its spellings by country. */
  readonly months: Partial<Readonly<Record<Calendar, readonly Words[]>>>
  /** Months that are common words or names too: only a day before them makes them months. */
  readonly monthsOnlyWithDay: Words
  /** Single words that speak of a time, in a sentence as its writers spell them. */
  readonly names: Words
  /** The same, only with a capital. */
  readonly capitalised: Words
  /** May stand between two of them. */
  readonly fillers: Words
  /** Names that stand before their number: «قرن ۱۹». */
  readonly centuries?: Words
  /** How its newspapers name days by the day on which they write; null where this is not read. */
  readonly reported: ReportedTimes | null
  /** Sources of patterns for the days that a question names by the day of asking, with their distance from it. */
  readonly askedDays: readonly (readonly [source: string, offset: number])[]
  /** Behind these "today" is a part of a name: «روسيا اليوم». */
  readonly outletsBeforeToday: Words
  /** Before a time, when what is asked about lies elsewhere: "since", "until". */
  readonly aside: Words
  /** Between such a word and the time. */
  readonly asideJoints: Words
}

/** Each is the source of a pattern over folded text (`foldForDates`), alternatives between bars. */
export interface ReportedTimes {
  /** From Sunday. */
  readonly weekdays: Words
  /** Days that are named by their distance, the longer expression first. */
  readonly days: readonly (readonly [words: string, offset: number])[]
  /** What may stand before the name of a day: a part of the day, «يوم». */
  readonly partBefore: string
  readonly partAfter: string
  /** What may hang on a word's beginning: «والثلاثاء». */
  readonly prefix: string
  /** Beside a weekday or a month. */
  readonly lastBefore: string
  readonly nextBefore: string
  readonly last: string
  readonly next: string
  readonly lastWeek: string
  readonly lastMonth: string
  readonly lastYear: string
  readonly thisYear: string
  /** Before a month that stands without a year. */
  readonly monthBefore: string
  /** Days ago, the number in group `count`. */
  readonly ago: string
  /** Behind these a weekday is no date: «صلاة الجمعة». */
  readonly notBehind: string
}

/** A pattern's source that meets nothing. */
export const never = '(?!)'

export interface FollowUpWords {
  /** Begin a question that goes on from the one before. */
  readonly openers: Words
  /** Point back: pronouns, and prepositions with a suffix. */
  readonly pronouns: Words
  /** As often no pronouns ("is it safe to…", «هذا العام»): they count in a short question alone. */
  readonly weak: Words
  /** Behind a weak one these make a time of it: "this year". */
  readonly times: Words
  /** Possessive endings: «رئيسها», «دبیرش». */
  readonly suffixes: Words
  /** Words that end like one: «فروش». */
  readonly unsuffixed?: Words
  /** Sayings whose pronoun points nowhere: "is it true that", «این روزها»; alone they are a whole question. */
  readonly sayings: Words
  /** Before the one thing that is asked anew: "what about". */
  readonly about: Words
  /** The same behind it: «تهران چطور؟». */
  readonly aboutBehind: Words
  /** Before a place or a time. */
  readonly prepositions: Words
  /** Pronouns that stand in most questions after a definition, and point back alone behind what asks: «هو». */
  readonly copulas?: Words
}

/** How a sentence begins that leaves its speaker to the sentence before. */
export interface LeaningWords {
  readonly first: Words
  /** Only when one of these is the second word; null where the first word tells enough. */
  readonly second: Words | null
  /** The first two words. */
  readonly pairs: Words
}

/** What a bot is told to make or to forget. */
export interface Requests {
  /** May stand before the verb, each once, in this order. */
  readonly openers: Words
  readonly make: Request
  readonly translate: Request
  readonly amuse: Request
  readonly override: Request
  /** Whole questions about the bot. */
  readonly aboutTheBot: Words
}

export interface Request {
  /** Verbs that begin it… */
  readonly verbs: Words
  /** …or stand behind what is wanted. */
  readonly verbsBehind: Words
  readonly things: Words
}
