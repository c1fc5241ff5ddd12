/** Persian. */
import type { LanguageTable } from '../language-table.ts'
import { words } from '../words.ts'
import { asking, order } from './asking.ts'
import { measures, numbers } from './numbers.ts'
import { courtesies, followUps, leaning, reasons, requests } from './talk.ts'
import { times } from './times.ts'

export const fa = {
  script: 'arabic',
  quotationMarks: ['«', '»'],
  stopwords: words`
    و در به از که را با این آن برای تا بر یا هم نیز اما ولی اگر چون زیرا پس سپس نه بی جز مگر بلکه همچنین چنین چنان چنانچه
    است هست هستند هستم هستیم هستید نیست نیستند بود بودند بودم بوده باشد باشند باش باید نباید شاید
    شد شدند شده شود شوند می‌شود می‌شوند نشد نشده کرد کردند کرده کند کنند می‌کند می‌کنند کنیم کنم کردن شدن نموده نمود گردید
    دارد دارند داشت داشتند داشته دارای می‌باشد می‌باشند خواهد خواهند توان می‌توان تواند می‌تواند
    من تو او ما شما آنها آن‌ها آنان ایشان وی خود خویش خودش اینها این‌ها همه هر هیچ یک یکی دو چند دیگر دیگری بسیار خیلی
    بین میان پیش بعد قبل روی زیر بالای پایین سوی نزد مورد طی ضمن درباره دربارهٔ درباره‌ی مانند مثل همان همین همچون حتی تنها فقط
    اند ام ای ایم اید ات اش شان مان تان ها های هایی ی ه می نمی تر ترین را رو اینکه آنکه بنابراین طبق وقتی هنگامی هنگام جایی گفت گفته`,
  smallWords: {
    weight: 3,
    words: words`در از که را با این است آن به برای تا می نمی چه کی کجا چرا چند آیا چگونه چطور هم شد بود یک های ها کرد کرده شده کند او
      کیست چیست کجاست`,
  },
  asking,
  order,
  numbers,
  measures,
  times,
  reasons,
  followUps,
  leaning,
  courtesies,
  requests,
} as const satisfies LanguageTable
