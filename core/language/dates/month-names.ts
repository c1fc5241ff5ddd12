/**
 * Month names as Arabic, Persian and English newspapers write them, by calendar; several spellings a month.
 *
 * Arabic uses two sets for the Gregorian months (سبتمبر in Egypt and the Gulf, أيلول in the Levant and Iraq) and a
 * third in the Maghreb; Afghan Persian names the Jalali months after the zodiac.
 */
import type { Calendar } from './calendars.ts'
import { foldForDates } from './fold-for-dates.ts'

const names: Readonly<Record<Calendar, readonly (readonly string[])[]>> = {
  gregorian: [
    ['january', 'jan', 'يناير', 'كانون الثاني', 'جانفي', 'ژانویه'],
    ['february', 'feb', 'فبراير', 'شباط', 'فيفري', 'فوریه'],
    ['march', 'mar', 'مارس', 'آذار', 'اذار'],
    ['april', 'apr', 'أبريل', 'إبريل', 'نيسان', 'أفريل', 'آوریل', 'آپریل'],
    ['may', 'مايو', 'أيار', 'ماي', 'مه', 'می'],
    ['june', 'jun', 'يونيو', 'حزيران', 'جوان', 'ژوئن', 'جون'],
    ['july', 'jul', 'يوليو', 'يوليوز', 'تموز', 'جويلية', 'ژوئیه', 'ژوییه', 'جولای'],
    ['august', 'aug', 'أغسطس', 'غشت', 'آب', 'أوت', 'اوت', 'آگوست', 'اگست'],
    ['september', 'sept', 'sep', 'سبتمبر', 'شتنبر', 'أيلول', 'سپتامبر'],
    ['october', 'oct', 'أكتوبر', 'تشرين الأول', 'اکتبر'],
    ['november', 'nov', 'نوفمبر', 'نونبر', 'تشرين الثاني', 'نوامبر'],
    ['december', 'dec', 'ديسمبر', 'دجنبر', 'كانون الأول', 'دسامبر'],
  ],
  jalali: [
    ['فروردین', 'حمل'],
    ['اردیبهشت', 'ثور'],
    ['خرداد', 'جوزا'],
    ['تیر', 'سرطان'],
    ['مرداد', 'امرداد', 'اسد'],
    ['شهریور', 'سنبله'],
    ['مهر', 'میزان'],
    ['آبان', 'عقرب'],
    ['آذر', 'قوس'],
    ['دی', 'جدی'],
    ['بهمن', 'دلو'],
    ['اسفند', 'حوت'],
  ],
  hijri: [
    ['محرم', 'المحرم', 'محرم الحرام', 'muharram'],
    ['صفر', 'safar'],
    ['ربيع الأول', 'ربیع الاول', 'ربیع‌الاول', 'rabi al-awwal'],
    ['ربيع الآخر', 'ربيع الثاني', 'ربیع‌الثانی', 'rabi al-thani'],
    ['جمادى الأولى', 'جمادي الاول', 'جمادی‌الاول', 'جمادی‌الاولی', 'jumada al-awwal', 'jumada al-ula'],
    [
      'جمادى الآخرة',
      'جمادى الثانية',
      'جمادی‌الثانی',
      'جمادی‌الثانیه',
      'jumada al-thani',
      'jumada al-akhira',
    ],
    ['رجب', 'rajab'],
    ['شعبان', 'shaban', "sha'ban"],
    ['رمضان', 'ramadan', 'ramazan'],
    ['شوال', 'shawwal'],
    ['ذو القعدة', 'ذي القعدة', 'ذوالقعده', 'ذیقعده', 'ذی‌القعده', 'dhu al-qadah'],
    ['ذو الحجة', 'ذي الحجة', 'ذوالحجه', 'ذیحجه', 'ذی‌الحجه', 'dhu al-hijjah'],
  ],
}

export interface Month {
  readonly calendar: Calendar
  /** From 1. */
  readonly number: number
}

/** By folded name. */
export const monthByName: ReadonlyMap<string, Month> = new Map(
  Object.entries(names).flatMap(([calendar, months]) =>
    months.flatMap((spellings, index) =>
      spellings.map((name): [string, Month] => [
        foldForDates(name),
        { calendar: calendar as Calendar, number: index + 1 },
      ]),
    ),
  ),
)

/** Month names that are common words or names too («اسد 1400 نفر»): only a day before them makes them months. */
export const monthsOnlyWithDay: ReadonlySet<string> = new Set(
  ['حمل', 'ثور', 'جوزا', 'سرطان', 'اسد', 'سنبله', 'میزان', 'عقرب', 'قوس', 'جدی', 'دلو', 'حوت']
    .concat('آب', 'می', 'mar')
    .map(foldForDates),
)

const anyMonth = [...monthByName.keys()]
  .toSorted((a, b) => b.length - a.length)
  .map((name) => name.replaceAll(' ', '[ ]').replaceAll('-', '[- ]'))
  .join('|')

/** Source of a pattern over folded text: a month in group `month`, with «شهر», «ماه» and a second name («/ أيلول») around it. */
export const monthPhrase = String.raw`(?:شهر |ماه )?(?<month>${anyMonth})\.?(?: ?ماه)?(?: ?[/(] ?(?:${anyMonth})\)?)?`

const month = new RegExp(anyMonth, 'u')

/** @param folded - As `foldForDates` gives it. @returns true also where a month's letters stand in another word. */
export function mayNameMonth(folded: string): boolean {
  return month.test(folded)
}

/** @param name - As `monthPhrase` found it. */
export function monthNamed(name: string): Month | undefined {
  return monthByName.get(name) ?? monthByName.get(name.replaceAll('-', ' '))
}
