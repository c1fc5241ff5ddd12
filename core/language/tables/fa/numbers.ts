/** How Persian counts and measures. */
import type { Dimension, MeasureWords, Numbers } from '../language-table.ts'
import { words } from '../words.ts'

export const numbers: Numbers = {
  values: [
    [1, words`یک`],
    [2, words`دو`],
    [3, words`سه`],
    [4, words`چهار`],
    [5, words`پنج`],
    [6, words`شش`],
    [7, words`هفت`],
    [8, words`هشت`],
    [9, words`نه`],
    [10, words`ده`],
    [11, words`یازده`],
    [12, words`دوازده`],
    [13, words`سیزده`],
    [14, words`چهارده`],
    [15, words`پانزده`],
    [16, words`شانزده`],
    [17, words`هفده`],
    [18, words`هجده`],
    [19, words`نوزده`],
    [20, words`بیست`],
    [30, words`سی`],
    [40, words`چهل`],
    [50, words`پنجاه`],
    [60, words`شصت`],
    [70, words`هفتاد`],
    [80, words`هشتاد`],
    [90, words`نود`],
    [200, words`دویست`],
    [300, words`سیصد`],
    [400, words`چهارصد`],
    [500, words`پانصد`],
    [600, words`ششصد`],
    [700, words`هفتصد`],
    [800, words`هشتصد`],
    [900, words`نهصد`],
  ],
  scales: [
    [100, words`صد`],
    [1_000, words`هزار`],
    [1_000_000, words`میلیون`],
    [1_000_000_000, words`میلیارد`],
    [1_000_000_000_000, words`تریلیون`],
  ],
  shares: words`درصد`,
  joints: words`و`,
  quantities: words`نیم دهها صدها هزاران`,
  weak: words`یک دو`,
}

const lengths = words`متر کیلومتر کیلومتری متری مایل فوت پا اینچ سانتیمتر سانتی`
const years = words`سال ساله سالگی`

export const measures: Readonly<Record<Dimension, MeasureWords>> = {
  share: { asked: ['درصد', 'چه نسبت', 'چند درصد'], units: words`درصد نیم نیمی` },
  age: {
    asked: [
      'چند ساله',
      'چند سالگی',
      'چند سال دارد',
      'چند سال داره',
      'چند سال داشت',
      'چند سالش',
      'چند سالشه',
      'سن',
      'سنش',
      'سن او',
    ],
    units: [...years, ...words`سن`],
  },
  duration: {
    asked: [
      'چه مدت',
      'چه مدتی',
      'طول کشید',
      'طول می کشد',
      'طول میکشه',
      'طول می کشه',
      'طول کشیده',
      'مدت',
    ],
    units: [
      ...years,
      ...words`ثانیه دقیقه ساعت ساعته روز روزه هفته ماه ماهه دهه قرن سده`,
      ...lengths,
    ],
  },
  temperature: { asked: words`دما دمای`, units: words`درجه سانتیگراد سلسیوس` },
  speed: { asked: words`سرعت سرعتش`, units: [...lengths, ...words`ماخ گره`] },
  area: { asked: words`مساحت مساحتش وسعت`, units: [...lengths, ...words`مربع هکتار`] },
  mass: { asked: words`وزن وزنش`, units: words`کیلوگرم کیلوگرمی کیلو گرم تن تنی پوند` },
  length: {
    asked: words`ارتفاع عمق فاصله فاصلهٔ عرض پهنا پهنای مسافت طول طولش ارتفاعش قد قدش`,
    units: lengths,
  },
  money: {
    asked: [
      ...words`قیمت قیمتش قیمتشون هزینه هزینهٔ بودجه بودجهٔ فروش دستمزد درآمد پول پولش مبلغ ثروت وام خسارت حقوق حقوقش جریمه خرج ارزش کرایه
        مهریه بدهی بدهکار بدهکاره پرداخت پرداخته فروخت فروخته میفروشه غرامت سرمایهگذاری یارانه`,
      'سرمایه گذاری',
      'می فروشد',
      'می ارزد',
      'می ارزه',
    ],
    things: words`دلار یورو طلا سکه نفت بنزین`,
    units: words`دلار دلاری یورو پوند لیر لیره تومان تومن تومنه دلاره تومانی ریال ریالی روپیه فرانک سنت`,
  },
}
