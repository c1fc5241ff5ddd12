/** How Persian readers talk to a bot and go on from what was asked, and how its sentences lean and give reasons. */
import type { FollowUpWords, LeaningWords, Requests, Words } from '../language-table.ts'
import { words } from '../words.ts'

export const reasons: Words = [
  ...words`زیرا چون برای علت دلیل`,
  'به دلیل',
  'به علت',
  'به خاطر',
  'به سبب',
  'در اعتراض',
  'به منظور',
  'از آن رو',
  'چرا که',
  'ناشی از',
  'در پی',
  'بر اثر',
  'در اثر',
  'به دنبال',
  'بدین سبب',
]

export const followUps: FollowUpWords = {
  openers: words`و پس بعد حالا خب`,
  pronouns: words`او وی ایشان آنها آنان اونا اونها خودش خودشان خودشون ازش بهش باهاش براش توش روش ازشون بهشون باهاشون براشون برایش با‌او آنجا اونجا همان همونجا`,
  weak: words`آن این اون همین همان اینا اینها`,
  times: words`سال هفته ماه روز شب بار هفته‌ها روزها فصل دوره`,
  suffixes: words`هایشان هایش هاش شان شون اش یش ش`,
  about: ['در مورد', 'درباره', 'راجع به', 'در خصوص'],
  aboutBehind: ['چطور', 'چی', 'چه طور', 'چه'],
  prepositions: words`در به از تا برای توی تو سال`,
}

export const leaning: LeaningWords = {
  first: words`وی او ایشان آنها آنان`,
  second: null,
  pairs: ['به گفته‌ی', 'این مقام', 'این مسئول', 'او همچنین', 'وی همچنین'],
}

export const courtesies: Words = [
  ...words`سلام درود ممنون ممنونم خیلی مرسی متشکرم سپاس سپاسگزارم تشکر خوبی چطوری خداحافظ خدانگهدار`,
  'ازت ممنونم',
  'خیلی ممنون',
  'با تشکر',
  'لطف کردی',
  'دستت درد نکنه',
  'دمت گرم',
  'صبح بخیر',
  'عصر بخیر',
  'شب بخیر',
  'روز بخیر',
  'وقت بخیر',
  'خسته نباشید',
  'حالت چطوره',
  'سلام علیکم',
]

export const requests: Requests = {
  openers: [],
  make: {
    verbs: [],
    verbsBehind: words`بنویس بنویسید بسرا بسرایید`,
    things: words`شعر شعری داستان داستانی کد انشا نامه‌ای رمز پرامپت`,
  },
  translate: { verbs: [], verbsBehind: ['ترجمه کن', 'ترجمه کنید'], things: words`به` },
  amuse: {
    verbs: [],
    verbsBehind: ['بگو', 'بگویید', 'تعریف کن', 'تعریف کنید'],
    things: words`جوک لطیفه چیستان`,
  },
  override: {
    verbs: [],
    verbsBehind: [
      'فراموش کن',
      'فراموش کنید',
      'نادیده بگیر',
      'نادیده بگیرید',
      'کنار بگذار',
      'رو کن',
      'چاپ کن',
    ],
    things: words`دستورهای دستورات دستورالعمل پرامپت`,
  },
  aboutTheBot: ['تو کی هستی', 'تو کیستی', 'شما کی هستید', 'تو رباتی', 'چه کاری بلدی'],
}
