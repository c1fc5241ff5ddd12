import { describe, expect, it } from 'vitest'
import { askedBy } from '../../core/answer/asked.ts'

describe('askedBy', () => {
  it.each([
    ['من هو رئيس البلدية؟', 'person'],
    ['من أين أُطلق القمر الصناعي؟', 'place'],
    ['متى افتُتح الجسر؟', 'date'],
    ['في أي عام وُقّعت الاتفاقية؟', 'date'],
    ['كم سفينة وصلت إلى الميناء؟', 'number'],
    ['ما نسبة المشاركة؟', 'number'],
    ['لماذا أُغلقت المدرسة؟', 'reason'],
    ['هل وافق المجلس؟', 'yes-no'],
    ['ماذا قال الوزير؟', 'thing'],
    ['شهردار کیست؟', 'person'],
    ['چه کسی جایزه گرفت؟', 'person'],
    ['پل کجاست؟', 'place'],
    ['نشست چه زمانی برگزار می‌شود؟', 'date'],
    ['چند نفر آمدند؟', 'number'],
    ['چرا پرواز لغو شد؟', 'reason'],
    ['آیا توافق امضا شد؟', 'yes-no'],
    ['من كم محافظة يتألف الإقليم؟', 'number'],
    ['من أي يوم يسري الاتفاق؟', 'date'],
    ['ما الدول التي تحد البلاد من الشمال؟', 'thing'],
    ['ما أحدث حصيلة للقتلى؟', 'number'],
    ['این فیلم کم‌خرج در چه سالی اکران شد؟', 'date'],
    ['How often did trains stop when it snowed?', 'number'],
    ['Who was mayor when the bridge opened?', 'person'],
    ['Can you tell me when it opened?', 'date'],
    ['Who opened the bridge?', 'person'],
    ['Which city hosted it?', 'place'],
    ['When did it open?', 'date'],
    ['How many came?', 'number'],
    ['Why was it closed?', 'reason'],
    ['Did they agree?', 'yes-no'],
    ['Köprü ne zaman açıldı?', 'date'],
    ['Сколько человек пришло?', 'number'],
    ['Pourquoi a-t-il démissionné ?', 'reason'],
    ['', 'thing'],
  ])('reads from «%s» that a %s is wanted', (question, kind) => {
    expect(askedBy(question).kind).toBe(kind)
  })

  it.each([
    ['متى كان آخر لقاء؟', 'latest'],
    ['آخرین دیدار کی بود؟', 'latest'],
    ['What is the latest figure?', 'latest'],
    ['ما أول رحلة له؟', 'first'],
    ['نخستین سفر او به کجا بود؟', 'first'],
    ['Who came?', null],
  ])('reads the order from «%s»', (question, order) => {
    expect(askedBy(question).order).toBe(order)
  })
})
