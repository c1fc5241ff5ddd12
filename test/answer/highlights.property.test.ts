/**
 * What is marked in a quote is whole words: the asked-for number, name or time alone, never a part of one and nothing
 * of what stands beside it.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { askedSpans } from '../../core/answer/asked-span.ts'
import { analyse } from '../../core/language/index.ts'
import type { AskedKind } from '../../core/question/asked.ts'

interface Writing {
  readonly language: string
  readonly kind: AskedKind
  readonly question: string
  /** Sentences with a gap «…» for the answer. */
  readonly sentences: readonly string[]
  readonly answers: readonly string[]
}

const writings: readonly Writing[] = [
  {
    language: 'fa',
    kind: 'how-many',
    question: 'زلزله چند نفر را بی‌خانمان کرد؟',
    sentences: [
      'زلزله شمار بی‌خانمان‌ها را به …، استاندار گفت، رساند.',
      'روز جمعه … خانوادهٔ روستایی به شهر رفتند.',
      'ماه گذشته … دانش‌آموز در چادر درس خواندند.',
      'شمار آسیب‌دیدگان (…) از سال پیش کمتر است.',
      'شمار خانه‌های ویران‌شده …؛ مسئولان آمار تازه‌ای ندادند.',
    ],
    answers: [
      '۳۵٬۴۱۸',
      '۳۵,۴۱۸',
      '۳۵،۴۱۸',
      '۱۲ هزار و ۵۰۰',
      'بیست و پنج',
      '۳٫۵',
      '۱۲',
      '1,250',
      '۲ میلیون',
    ],
  },
  {
    language: 'ar',
    kind: 'how-many',
    question: 'كم عدد المتضررين من السيول؟',
    sentences: [
      'بلغ عدد المتضررين …، الوالي أكد ذلك بنفسه.',
      'نقلت الطائرات السبت … عائلةً إلى المدينة.',
      'سجلت البلدية … متضرراً في الوادي.',
      'عدد المتضررين: …؛ المحافظة لم تعلن رقماً آخر.',
      'وقالت البلدية إن العدد («…») غير نهائي.',
    ],
    answers: [
      '٣٥٬٤١٨',
      '35,418',
      '35،418',
      '3,5',
      '١٢٫٥',
      '12',
      '1.250.000',
      'ثلاثة آلاف',
      '35\u202F418',
    ],
  },
  {
    language: 'en',
    kind: 'how-many',
    question: 'How many homes did the storm leave dark?',
    sentences: [
      'The storm left dark …, President Adams said.',
      'The storm left dark … homes along the river.',
      'Crews reached … Tuesday.',
      'Crews reached … on Tuesday.',
      'The toll (…) rose again.',
      'It was …; Mayor Brook gave no other count.',
    ],
    answers: [
      '35,418',
      '12',
      '2.5 million',
      '35\u00A0418',
      '1.250.000',
      'twenty-five',
      '3,5',
      '10–15',
    ],
  },
  {
    language: 'fa',
    kind: 'who',
    question: 'شهردار کیست؟',
    sentences: [
      'شهردار، …، گفت که پل باز شد.',
      'شهردار (…) به روستا رفت.',
      'شهردار …، استاندار و بازرگانان را دید.',
      '«…» شهردار تازهٔ شهر است.',
    ],
    answers: ['سارا نادری', 'حسین‌علی کریم‌پور', 'نوشین ملک‌زاده', 'زهرهٔ یوسفی', 'مینا بـهرامی'],
  },
  {
    language: 'ar',
    kind: 'who',
    question: 'من هو رئيس البلدية؟',
    sentences: [
      'رئيس البلدية، …، افتتح الجسر.',
      'رئيس البلدية (…) زار القرية.',
      'قال رئيس البلدية …، الوزير السابق، إن الجسر آمن.',
      '«…» رئيس البلدية الجديد.',
    ],
    answers: ['سليم النجّار', 'ضياء العلاء', 'محـمد قاسمٌ', 'نور‌الدين صباغ'],
  },
  {
    language: 'en',
    kind: 'who',
    question: 'Who is the mayor?',
    sentences: [
      'The mayor, …, President Adams and Ivan Petrov met.',
      'The mayor (…) came.',
      'With the mayor: … “Bridge Friends” came too.',
      'The mayor is …; Ministers said little.',
    ],
    answers: [
      'Ada Brook',
      "Ada O'Brien",
      'J. K. Brook',
      'Jean-Pierre Brook',
      'José Brook',
      'Jose\u0301 Bru\u0308ck',
    ],
  },
  {
    language: 'fa',
    kind: 'when',
    question: 'پل کی باز شد؟',
    sentences: [
      'پل … باز شد.',
      'به گفتهٔ او پل … ۱۲ نفر را جا داد.',
      'پل (…) باز شد.',
      'پل …، ۱۲ سال دیرتر، باز شد.',
    ],
    answers: ['پنج‌شنبه', 'جمعه', 'دیروز', '۱۳۹۸/۰۳/۱۲', '۵ خرداد ۱۴۰۲', 'قرن ۱۹'],
  },
  {
    language: 'ar',
    kind: 'when',
    question: 'متى افتُتح الجسر؟',
    sentences: [
      'افتُتح الجسر … بحضور الوزير.',
      'الجسر … 12 شخصاً عبروه.',
      'الجسر («…») آمن.',
      'الجسر …، 12 عاملاً قالوا.',
    ],
    answers: ['أمس', 'السبت', '12/6/2018', '5 حزيران/يونيو 2018', 'مساء أمس الثلاثاء', '2018-06-12'],
  },
  {
    language: 'en',
    kind: 'when',
    question: 'When did the bridge open?',
    sentences: [
      'The bridge opened ….',
      'It opened …, 12 people crossed it.',
      'The bridge (…) is safe.',
      'Opened …; August Brook spoke.',
    ],
    answers: [
      'Monday',
      'June 12, 2018',
      '12 June 2018',
      'March 2020',
      '12.6.2018',
      '2018-06-12',
      'yesterday',
    ],
  },
  {
    language: 'en',
    kind: 'why',
    question: 'Why was the school closed?',
    sentences: ['It was closed …, he said.', 'They left …. It rained.', 'It closed (…).'],
    answers: [
      'because of 35,418 cases of COVID-19',
      'due to 3.5 metres of water',
      'because of the storm',
    ],
  },
  {
    language: 'fa',
    kind: 'why',
    question: 'چرا مدرسه بسته شد؟',
    sentences: ['مدرسه …، او گفت، بسته شد.', 'همه رفتند، …؛ باران بارید.'],
    answers: ['به دلیل ۳٫۵ متر آب‌گرفتگی', 'به دلیل بیماری ۳۵,۴۱۸ دانش‌آموز'],
  },
]

describe('what is marked in a quote', () => {
  const cases = fc.constantFrom(...writings).chain((writing) =>
    fc.record({
      writing: fc.constant(writing),
      sentence: fc.constantFrom(...writing.sentences),
      answer: fc.constantFrom(...writing.answers),
      hidden: fc.constantFrom('', '\u200F', '\u200E'),
    }),
  )

  it('is the asked-for number, name, time or reason, alone and whole', () => {
    fc.assert(
      fc.property(cases, ({ writing: { language, kind, question }, sentence, answer, hidden }) => {
        const text = sentence.replace('…', `${hidden}${answer}`)
        const marked = markedIn(text, language, kind, question)
        const at = text.indexOf(answer)
        const own = marked.filter(({ start, end }) => start < at + answer.length && end > at)
        const [first] = own
        expect(own.map(({ start, end }) => text.slice(start, end))).toHaveLength(1)
        const rest = text.slice(at + answer.length, first!.end)
        expect(text.slice(first!.start, at + answer.length)).toBe(answer)
        // A number comes with what it counts, which stands right behind it.
        expect(rest).toMatch(kind === 'how-many' ? /^(?:\s[\p{L}\p{M}\u200C]+)?$/u : /^$/)
        expect(rest.trim()).not.toMatch(/^(?:Tuesday|President|Mayor)$/)
      }),
      { numRuns: 1500 },
    )
  })

  it('begins and ends at the edge of a word, wherever a span of tokens stands', () => {
    const scraps = fc.constantFrom(
      ...writings.flatMap(({ sentences, answers }) => [...sentences, ...answers]),
      '\u200C',
      'ـ',
      'َ',
      'ء',
      'و',
      '35',
      ',',
      '،',
      ' ',
      '-',
      '\u0301',
      '٫',
      '/',
    )
    fc.assert(
      fc.property(
        fc.array(scraps, { minLength: 1, maxLength: 8 }).map((parts) => parts.join('')),
        fc.constantFrom(...writings),
        (text, { language, kind, question }) => {
          const cut = markedIn(text, language, kind, question)
            .filter(({ start, end }) => !isEdge(text, start) || !isEdge(text, end))
            .map(({ start, end }) => text.slice(start, end))
          expect(cut).toEqual([])
        },
      ),
      { numRuns: 1500 },
    )
  })
})

function markedIn(text: string, language: string, kind: AskedKind, question: string) {
  const tokens = analyse(text, language)
  const asked = new Set(
    analyse(question, language).flatMap(({ stem, stop }) => (stop ? [] : [stem])),
  )
  const isAsked = (at: number): boolean => asked.has(tokens[at]?.stem ?? '')
  return askedSpans({ kinds: [kind], dimension: null }, { text, tokens, isAsked })
}

/** Not between two letters, whatever of nothing to be seen is between them, nor between a number's digits. */
function isEdge(text: string, at: number): boolean {
  const [before, after] = [text.slice(0, at), text.slice(at)]
  const isInWord =
    /[\p{L}\p{M}\p{N}]\p{Cf}*$/u.test(before) && /^\p{Cf}*[\p{L}\p{M}\p{N}]/u.test(after)
  const isInNumber =
    (/\p{Nd}$/u.test(before) && /^[.,٫٬،/]\p{Nd}{1,3}(?!\p{Nd})/u.test(after)) ||
    (/(?<!\p{Nd})\p{Nd}{1,3}[.,٫٬،/]$/u.test(before) && /^\p{Nd}/u.test(after))
  return !isInWord && !isInNumber
}
