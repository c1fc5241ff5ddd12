import { describe, expect, it } from 'vitest'
import { openWords } from '../../core/library/index.ts'
import { analyse } from '../../core/language/index.ts'
import { resolveFollowUp } from '../../core/question/follow-up.ts'
import type { Meaning } from '../../core/question/leaning.ts'
import type { LanguageCode } from '../../core/article.ts'

const translate = openWords()!
const meaning: Meaning = (word, language) =>
  translate(analyse(word, language), language)
    .flatMap(({ alternatives }) => alternatives.flatMap(({ words }) => words))
    .map(({ stem }) => stem)
    .join(' ')

const read = (previousQuestion: string, text: string, language: LanguageCode, isReply = false) =>
  resolveFollowUp(
    { text, language, conversation: { previousQuestion, citedArticleIds: ['a'], isReply } },
    meaning,
  )

describe('resolveFollowUp', () => {
  it.each([
    ['ar', 'متى زار الأسد روسيا؟', 'ومن كان معه؟'],
    ['ar', 'متى زار الأسد روسيا؟', 'ومتى؟'],
    ['ar', 'ما هي جامعة الدول العربية؟', 'مين رئيسها؟'],
    ['ar', 'لماذا استقال الوزير؟', 'وفي أي يوم؟'],
    ['fa', 'وزیر نفت به کجا سفر کرد؟', 'و چرا؟'],
    ['fa', 'شورای عالی امنیت ملی چه تصمیمی گرفت؟', 'دبیرش کیه؟'],
    ['fa', 'رئیس جمهور فرانسه به تهران آمد؟', 'وزیر خارجه‌اش کیست؟'],
    ['fa', 'چه کسی برنده انتخابات شد؟', 'همسر او کیست؟'],
    ['en', 'When did Assad visit Sochi?', 'And who was with him?'],
    ['en', 'When did Assad visit Sochi?', 'When did he announce his resignation?'],
    ['en', 'How long is the bridge?', 'and the cost?'],
    ['en', 'How long is the bridge?', 'how wide is it?'],
    ['en', 'When did the bridge collapse?', 'how did people react to it?'],
    ['en', 'Who designed the bridge?', 'how old is she'],
    ['ar', 'أين وقع الحريق؟', 'ومتى صار هالشي؟'],
    ['ar', 'أين وقع الحريق؟', 'مين الضابط اللي حقق بهالقضية؟'],
    ['ar', 'من فاز بكأس آسيا؟', 'وين صارت البطولة هاي'],
    ['ar', 'كم مدة العقد؟', 'هل تم تمديدها'],
    ['ar', 'متى استقال المدير؟', 'ومين جه مكانه؟'],
    ['ar', 'متى استقال المدير؟', 'ليه عمل كده؟'],
    ['fa', 'این سینما کی سوخت؟', 'مالکش کی بود'],
    ['fa', 'این سینما کی سوخت؟', 'چرا اینجوری شد'],
    ['fa', 'چه کسی کارگردان فیلم است؟', 'زنش کیه'],
    ['fa', 'چه کسی کارگردان فیلم است؟', 'فیلمش اسمش چی بود'],
    ['fa', 'کشتی کجا غرق شد؟', 'خدمه‌ش چی شدن'],
    ['fa', 'کشتی کجا غرق شد؟', 'چقدر خسارت زد بهشون'],
    ['tr', 'Köprü ne zaman açıldı?', 'Peki onu kim yaptı?'],
    ['ru', 'Когда Асад посетил Сочи?', 'А кто был с ним?'],
    ['fr', 'Quand Assad a-t-il visité Sotchi ?', 'Et qui était avec lui ?'],
  ])('in %s «%s» carries over to «%s»', (language, before, text) => {
    const { topic, text: readAs } = read(before, text, language)
    expect(topic).toEqual({ previous: before, readAs })
    expect(readAs).toContain(before)
  })

  it.each([
    [
      'en',
      'How many people live in Damascus?',
      'What about Tehran?',
      'How many people live in Tehran?',
    ],
    [
      'en',
      'When did Putin visit Damascus in May?',
      'What about Tehran?',
      'What about Tehran? When did Putin visit Damascus in May?',
    ],
    ['en', 'Who won the election in 2017?', 'and in 2021?', 'Who won the election in 2021?'],
    [
      'fa',
      'در سال ۱۳۹۶ چه کسی رئیس جمهور شد؟',
      'در ۱۴۰۰ چطور؟',
      'در سال 1400 چه کسی رئیس جمهور شد؟',
    ],
  ])('in %s after «%s», «%s» asks «%s»', (language, before, text, expected) => {
    expect(read(before, text, language).text).toBe(expected)
  })

  it.each([
    ['en', 'What is the capital of Peru?'],
    ['en', 'what is photosynthesis'],
    ['en', 'And what is the capital of Peru?'],
    ['en', 'So how do I boil an egg?'],
    ['en', 'Is it safe to eat raw eggs?'],
    ['en', 'When did the minister announce his plan?'],
    ['en', 'Who won the World Cup this year?'],
    ['ar', 'وما عاصمة بيرو؟'],
    ['ar', 'كيف أطبخ المنسف؟'],
    ['ar', 'متى أعلنت الوزارة خطتها الجديدة؟'],
    ['ar', 'هل هناك حياة على المريخ؟'],
    ['fa', 'و پایتخت پرو کجاست؟'],
    ['fa', 'طرز تهیه کیک'],
    ['fa', 'ورزش صبحگاهی چه فایده‌ای دارد؟'],
    ['fa', 'و سخنگوی کرملین کیست؟'],
    ['en', 'who said that time heals wounds'],
    ['en', "what's new"],
    ['en', "how do i tell if it's going to rain"],
    ['en', 'how do I tell my mother that I moved out'],
    ['ar', 'شو الأخبار'],
    ['ar', 'هل فيه ماء على المريخ'],
    ['ar', 'ليه الشتا برد كده'],
    ['ar', 'كيف الطقس هالأيام'],
    ['ar', 'ميسي عمره كم'],
    ['fa', 'چه خبره'],
    ['fa', 'این روزا چی بپوشم'],
    ['fa', 'این همه برف از کجا اومد'],
    ['fa', 'چرا بچه‌ها خوابشون نمیبره'],
    ['fa', 'فروش بلیت تئاتر از کی شروع میشه'],
    ['fa', 'رونالدو زنش کیه'],
    ['fr', 'Est-ce que c’est vrai que les chats rêvent ?'],
    ['ru', 'А какая столица Перу?'],
    ['tr', 'Peki Peru başkenti neresi?'],
  ])('in %s «%s» stands alone', (language, text) => {
    const after = read('متى زار الأسد روسيا؟', text, language)
    expect(after).toMatchObject({ text, topic: null })
  })

  it('takes the topic of the answer that is replied to, but for a question with a name of its own', () => {
    const before = 'When did the harbour open?'
    expect(read(before, 'how much did the works cost', 'en', true).topic).not.toBeNull()
    expect(read(before, 'how much did the works cost', 'en').topic).toBeNull()
    expect(read(before, 'where is the capital of Peru', 'en', true).text).not.toContain('Peru Peru')
    expect(read(before, 'what is the capital of Peru?', 'en', true).topic).toBeNull()
  })

  it('prefers the articles cited before where a question opens with "and"', () => {
    const { topic, preferred } = read(
      'When is the delegation going?',
      'and where was the black box sent?',
      'en',
    )
    expect(topic).toBeNull()
    expect([...preferred]).toEqual(['a'])
    expect(read('When?', 'where was the black box sent?', 'en').preferred.size).toBe(0)
  })

  it('reads several lines as questions that leant on one another', () => {
    const lines = ['Who is the head of ISRO?', 'متى زار الأسد روسيا؟', 'ومن كان معه؟']
    const { text } = read(lines.join('\n'), 'ومتى؟', 'ar')
    expect(text).toBe('ومتى؟ ومن كان معه؟ متى زار الأسد روسيا؟')
  })

  it('never grows beyond what a question may hold', () => {
    const { text } = read('و'.repeat(1_999), 'ومتى؟', 'ar')
    expect(text).toBe('ومتى؟')
  })
})
