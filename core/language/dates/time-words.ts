/**
 * Time words: how Arabic, Persian and English newspapers name days by the day on which they write.
 *
 * Each entry is the source of a pattern over folded text (`foldForDates`), alternatives between bars.
 */
import { foldForDates } from './fold-for-dates.ts'

export interface TimeWords {
  /** From Sunday. */
  readonly weekdays: readonly string[]
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
  /** In a sentence whose weekday is still to come. */
  readonly ahead: RegExp
  /** Behind these a weekday is no date: «صلاة الجمعة». */
  readonly notBehind: string
}

const never = '(?!)'
/** «سه هفته پیش» is three weeks ago. */
const notCounted = String.raw`(?<!\d |یک |دو |سه |چهار |پنج |شش |هفت |هشت |نه |ده |چند )`

export const timeWords: Readonly<Record<'ar' | 'fa' | 'en', TimeWords>> = {
  ar: folded({
    weekdays: ['الأحد', 'الاثنين', 'الثلاثاء', 'الأربعاء', 'الخميس', 'الجمعة', 'السبت'],
    days: [
      ['أول من أمس|أول أمس|أمس الأول', -2],
      ['بالأمس|الأمس|أمس|البارحة', -1],
      ['بعد غد', 2],
      ['غد[اً]{0,2}', 1],
      // «اليوم» alone is as often "the day", or the name of a channel.
      ['(?<=(?:صباح|مساء|فجر|ظهر|عصر|ليل|لاحق|سابق|لاحق من|سابق من) )اليوم', 0],
      ['(?<!روسيا )اليوم(?= (?:الأحد|الاثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت))', 0],
    ],
    partBefore: 'صباح|مساء|فجر|ظهر|بعد ظهر|عصر|ليل|ليلة|عشية|منتصف ليل|يوم|يوم أمس',
    partAfter: 'مساء|صباح[اً]{0,2}|ليل[اً]{0,2}|فجر[اً]{0,2}',
    prefix: '[وفب]?',
    lastBefore: never,
    nextBefore: never,
    last: 'الماضي|الفائت|المنصرم|الماضية',
    next: 'المقبل|القادم|المقبلة|القادمة',
    lastWeek: 'الأسبوع الماضي|الأسبوع الفائت|الأسبوع المنصرم',
    lastMonth: 'الشهر الماضي|الشهر الفائت|الشهر المنصرم',
    lastYear:
      '(?:من )?(?:العام|السنة) (?:الماضي|الماضية|الفائت|الفائتة|المنصرم|المنصرمة|السابق|السابقة)',
    thisYear:
      '(?:من )?(?:هذا العام|هذه السنة|(?:العام|السنة) (?:الجاري|الجارية|الحالي|الحالية)|الجاري|الحالي)',
    monthBefore: 'في|منذ|خلال|مطلع|أوائل|أواخر|منتصف|نهاية|شهر',
    ago: 'قبل (?:(?<count>\\d{1,2}|ثلاثة|أربعة|خمسة|ستة|سبعة|ثمانية|تسعة|عشرة) أيام|(?<two>يومين))',
    ahead: /من المقرر|من المنتظر|من المتوقع|سوف/u,
    notBehind: 'صلاة|خطبة',
  }),
  fa: folded({
    weekdays: [
      'یک ?شنبه',
      'دو ?شنبه',
      'سه ?شنبه',
      'چهار ?شنبه',
      'پنج ?شنبه',
      'جمعه',
      '(?<!(?:یک|دو|سه|چهار|پنج) )شنبه',
    ],
    days: [
      ['پریروز|پریشب', -2],
      ['دیروز|دیشب|روز گذشته|شب گذشته', -1],
      ['پس ?فردا', 2],
      ['فردا', 1],
      ['امروز|امشب', 0],
    ],
    partBefore: 'صبح|ظهر|عصر|شب|شامگاه|بامداد|بعد از ظهر|نیمه شب|روز',
    partAfter: 'شب|صبح|عصر|ظهر|شامگاه|بامداد',
    prefix: '',
    lastBefore: never,
    nextBefore: never,
    last: 'گذشته|پیش|قبل',
    next: 'آینده|آتی',
    lastWeek: `${notCounted}هفتهٔ? (?:گذشته|پیش|قبل)`,
    lastMonth: never,
    lastYear: `${notCounted}سالٔ? (?:گذشته|پیش|قبل)|پارسال`,
    thisYear: 'امسال|سالٔ? جاری|همین سال',
    monthBefore: never,
    ago: '(?<count>\\d{1,2}|دو|سه|چهار|پنج|شش|هفت|هشت|نه|ده) روز (?:پیش|قبل)(?! از)(?<two>)',
    ahead: /قرار است|خواهد|خواهند/u,
    notBehind: 'نماز|امام|ائمه|خطبه',
  }),
  en: folded({
    weekdays: ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'],
    days: [
      ['the day before yesterday', -2],
      ['yesterday|last night|overnight', -1],
      ['tomorrow', 1],
      ['earlier today|later today|today|tonight|this morning|this afternoon|this evening', 0],
    ],
    partBefore: 'early on|late on|early|late|on',
    partAfter: 'morning|afternoon|evening|night',
    prefix: '',
    lastBefore: 'last',
    nextBefore: 'next',
    last: 'last week',
    next: 'next week',
    lastWeek: 'last week',
    lastMonth: 'last month',
    lastYear: '(?:of )?last year',
    thisYear: '(?:of )?this year',
    monthBefore: 'in|since|during|early|late|mid|in early|in late',
    ago: '(?<count>\\d{1,2}|two|three|four|five|six|seven|eight|nine|ten) days ago(?<two>)',
    ahead: /\b(?:will|(?:is|are|was|were|due|expected|scheduled|planned|plans?) to)\b/u,
    notBehind: never,
  }),
}

/** Number words of `ago`, by the number. */
export const agoCounts: ReadonlyMap<string, number> = new Map(
  [
    'two دو',
    'three ثلاثة سه',
    'four أربعة چهار',
    'five خمسة پنج',
    'six ستة شش',
    'seven سبعة هفت',
    'eight ثمانية هشت',
    'nine تسعة نه',
    'ten عشرة ده',
  ].flatMap((words, at) =>
    words.split(' ').map((word): [string, number] => [foldForDates(word), at + 2]),
  ),
)

function folded(words: TimeWords): TimeWords {
  return Object.fromEntries(
    Object.entries(words).map(([name, value]) => [name, foldedDeep(value)]),
  ) as unknown as TimeWords
}

function foldedDeep(value: unknown): unknown {
  if (typeof value === 'string') return foldForDates(value)
  if (value instanceof RegExp) return new RegExp(foldForDates(value.source), value.flags)
  return Array.isArray(value) ? value.map(foldedDeep) : value
}
