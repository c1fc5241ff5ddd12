import { describe, expect, it } from 'vitest'
import { asksNumber, readAsked } from '../../core/question/asked.ts'

const rows = {
  ar: [
    ['من هو رئيس البلدية؟', 'who'],
    ['من أين أُطلق القمر الصناعي؟', 'where'],
    ['متى افتُتح الجسر؟', 'when'],
    ['في أي عام وُقّعت الاتفاقية؟', 'when'],
    ['كم سفينة وصلت إلى الميناء؟', 'how-many'],
    ['ما نسبة المشاركة؟', 'measure share'],
    ['لماذا أُغلقت المدرسة؟', 'why'],
    ['هل وافق المجلس؟', 'yes-no'],
    ['ماذا قال الوزير؟', 'what'],
    ['من كم محافظة يتألف الإقليم؟', 'how-many'],
    ['من أي يوم يسري الاتفاق؟', 'when'],
    ['ما الدول التي تحد البلاد من الشمال؟', 'what'],
    ['ما أحدث حصيلة للقتلى؟', 'how-many'],
    ['كيف عبر القارب المضيق؟', 'how'],
    ['أي فريق صعد إلى الدرجة الأولى؟', 'which'],
    ['ما سعر التذكرة؟', 'how-much money'],
    ['بكم اشترى النادي الملعب؟', 'how-much money'],
    ['كم عمر اللاعب؟', 'age age'],
    ['شو اسم السفينة؟', 'what'],
    ['وين صار الحريق؟', 'where'],
    ['ليش سكروا المطار؟', 'why'],
    ['مين فاز بالكأس؟', 'who'],
    ['قديش عدد المصابين؟', 'how-many'],
    ['ايمتى بيفتح المعرض؟', 'when'],
    ['ازاي وصلوا للقمة؟', 'how'],
    ['فين اتعمل المؤتمر؟', 'where'],
    ['الماتش كام كام؟', 'how-many'],
    ['ليه استقال المدير؟', 'why'],
    ['منو درّب المنتخب؟', 'who'],
    ['وش صار في الاجتماع؟', 'what'],
    ['شلون طفوا النار؟', 'how'],
    ['شحال من واحد حضر؟', 'how-many'],
    ['علاش تأجل السباق؟', 'why'],
    ['فوقاش تبدا البطولة؟', 'when'],
    ['شكون ربح الجائزة؟', 'who'],
    ['واش تأهل الفريق؟', 'yes-no'],
    ['ممكن تقولي متى يفتح المتحف؟', 'when'],
    ['هل تعرف من كتب الرواية؟', 'who'],
    ['متى وأين وُلد الرسام؟', 'when+where'],
    ['أخبار السد الجديد', 'topic'],
  ],
  fa: [
    ['شهردار کیست؟', 'who'],
    ['چه کسی جایزه گرفت؟', 'who'],
    ['پل کجاست؟', 'where'],
    ['نشست چه زمانی برگزار می‌شود؟', 'when'],
    ['چند نفر آمدند؟', 'how-many'],
    ['چرا پرواز لغو شد؟', 'why'],
    ['آیا توافق امضا شد؟', 'yes-no'],
    ['این فیلم کم‌خرج در چه سالی اکران شد؟', 'when'],
    ['این رمان رو کی نوشته؟', 'who'],
    ['کی جام رو برد؟', 'who'],
    ['کی شیر گرگ را کشت؟', 'who+when'],
    ['نمایشگاه کی شروع میشه؟', 'when'],
    ['با کی قرارداد بستن؟', 'who'],
    ['تا کی مهلت دارن؟', 'when'],
    ['مدیرعامل شرکت کی شد؟', 'who'],
    ['مسئول پروژه کیه؟', 'who'],
    ['کیا توی فینال بودن؟', 'who'],
    ['موزه کجاس؟', 'where'],
    ['بلیت چنده؟', 'how-many'],
    ['قیمت بلیت چنده؟', 'how-much money'],
    ['این تیم چندمه؟', 'how-many'],
    ['اسم فیلم چیه؟', 'what'],
    ['علت آتش‌سوزی چی بود؟', 'why'],
    ['واسه چی استعفا داد؟', 'why'],
    ['چجوری از قفس فرار کرد؟', 'how'],
    ['کدوم تیم صعود کرد؟', 'which'],
    ['بازی چقدر طول کشید؟', 'measure duration'],
    ['کاپیتان چند سالشه؟', 'age age'],
    ['میشه بگی مسابقه کجا برگزار شد؟', 'where'],
    ['لطفا بفرمایید چه کسی داور بود؟', 'who'],
    ['پایتخت این کشور کجاست؟', 'where'],
    ['بعدش چی شد؟', 'what'],
    ['ساخت سد تازه', 'topic'],
  ],
  en: [
    ['How often did trains stop when it snowed?', 'how-many'],
    ['Who was mayor when the bridge opened?', 'who'],
    ['Can you tell me when it opened?', 'when'],
    ['Which city hosted it?', 'where'],
    ['How many came?', 'how-many'],
    ['Why was it closed?', 'why'],
    ['Did they agree?', 'yes-no'],
    ['whats the price of a ticket', 'how-much money'],
    ['wheres the new museum', 'where'],
    ['how come the race was called off', 'why'],
    ['hows the team getting there', 'how'],
    ['How old is the captain?', 'age age'],
    ['What is the height of the tower?', 'measure length'],
    ['What did the minister say?', 'what'],
    ['Which team went up?', 'which'],
    ['please, who won the cup?', 'who'],
    ['Who found the wreck and when?', 'who+when'],
    ['new dam in the north', 'topic'],
    ['', 'topic'],
  ],
  tr: [
    ['Köprü ne zaman açıldı?', 'when'],
    ['Başkan kim?', 'who'],
    ['Kaç kişi geldi?', 'how-many'],
    ['Müze nerede?', 'where'],
    ['Takım kazandı mı?', 'yes-no'],
    ['Maç neden ertelendi?', 'why'],
  ],
  ru: [
    ['Сколько человек пришло?', 'how-many'],
    ['В каком году построили мост?', 'when'],
    ['Кто выиграл кубок?', 'who'],
    ['Почему отменили рейс?', 'why'],
  ],
  fr: [
    ['Pourquoi a-t-il démissionné ?', 'why'],
    ['Où se trouve le musée ?', 'where'],
    ['Quel âge a le capitaine ?', 'age age'],
    ['Combien de personnes sont venues ?', 'how-many'],
  ],
} as const

describe('readAsked', () => {
  it.each(
    Object.entries(rows).flatMap(([language, list]) =>
      list.map(([question, asked]) => [language, question, asked] as const),
    ),
  )('reads of %s «%s»: %s', (language, question, expected) => {
    const { kinds, dimension } = readAsked(question, language)
    expect([kinds.join('+'), ...(dimension === null ? [] : [dimension])].join(' ')).toBe(expected)
  })

  it.each([
    ['متى كان آخر لقاء؟', 'ar', 'latest'],
    ['آخرین دیدار کی بود؟', 'fa', 'latest'],
    ['What is the latest figure?', 'en', 'latest'],
    ['When did they last meet?', 'en', 'latest'],
    ['Who came last year?', 'en', null],
    ['ما أول رحلة له؟', 'ar', 'first'],
    ['نخستین سفر او به کجا بود؟', 'fa', 'first'],
    ['Who came?', 'en', null],
  ])('reads the order from «%s»', (question, language, order) => {
    expect(readAsked(question, language).order).toBe(order)
  })

  it('reads a question of a language without a table by its script', () => {
    expect(readAsked('Who is it?', 'sw').kinds).toEqual(['who'])
  })

  it('takes counts, prices, ages and measures for numbers', () => {
    expect(['كم؟', 'متى؟'].map((text) => asksNumber(readAsked(text, 'ar')))).toEqual([true, false])
  })
})
