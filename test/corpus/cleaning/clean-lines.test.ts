import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanLines } from '../../../core/corpus/cleaning/clean-lines.ts'

/** Noise is marked with the rule that should take it out; everything else must stay, in order. */
interface Sample {
  readonly name: string
  readonly title?: string
  readonly headline: string | null
  readonly lines: readonly (string | readonly [rule: string, line: string])[]
}

const samples: readonly Sample[] = [
  {
    name: 'an Arabic page between its trail, its caption and its ticker',
    headline: 'البلدية تفتتح الجسر الجديد فوق النهر بعد ثلاث سنوات',
    lines: [
      [
        'navigation-trail',
        'الرئيسية > أخبار محلية > البلدية تفتتح الجسر الجديد فوق النهر بعد ثلاث سنوات',
      ],
      ['repeated-title', 'البلدية تفتتح الجسر الجديد فوق النهر بعد ثلاث سنوات'],
      ['section-name', 'أخبار وتقارير'],
      ['repeated-title', 'البلدية تفتتح الجسر الجديد فوق النهر بعد ثلاث سنوات'],
      ['repeated-caption', 'رئيس البلدية'],
      ['repeated-caption', 'رئيس البلدية'],
      'افتتحت البلدية صباح اليوم الجسر الجديد فوق النهر، وعبره مئات السكان سيراً على الأقدام.',
      ['related-line', 'اقرأ أيضاً: حريق كبير في السوق القديم يخلف أضراراً'],
      'كلفة المشروع',
      'وقال المهندس المشرف إن كلفة المشروع بلغت أربعة ملايين، وإن العمل تأخر بسبب الأمطار.',
      ['bare-url', 'https://www.example.org/watch?v=jisr&t=33'],
      'وأضاف: "سيبقى الجسر مفتوحاً للمشاة ليلاً ونهاراً، ولن تمر عليه السيارات قبل الربيع".',
      ['repeated-caption', 'انقطاع المياه عن الأحياء الشرقية ( صور)'],
      ['repeated-caption', 'انقطاع المياه عن الأحياء الشرقية ( صور)'],
      ['related-label', 'شريط الأخبار'],
    ],
  },
  {
    name: 'an Arabic page with a list of other articles and a call to subscribe',
    headline: 'عودة القطار إلى الخط الساحلي',
    lines: [
      ['no-words', '-'],
      ['repeated-title', 'عودة القطار إلى الخط الساحلي'],
      'عاد القطار إلى الخط الساحلي بعد توقف دام عاماً كاملاً، وفق ما أعلنت هيئة السكك.',
      'واشترك في الاحتفال بالعودة عشرات الموظفين والركاب القدامى من أبناء المدينة.',
      'المصدر: وكالة نوارس',
      ['related-label', 'قد تحب أيضا'],
      ['after-related-label', 'كاريكاتير'],
      ['after-related-label', 'من دفتر المدينة'],
      ['after-related-label', '- March 3, 2023'],
      ['furniture', 'النشرة الإخبارية'],
      ['subscribe-call', 'اشترك في قائمتنا البريدية ليصلك الجديد كل صباح!'],
    ],
  },
  {
    name: 'the box in which an outlet tells of itself',
    headline: 'ماذا قيل في اجتماع الصيادين؟',
    lines: [
      ['repeated-title', 'ماذا قيل في اجتماع الصيادين؟'],
      'اجتمع الصيادون مساء أمس في مقر الجمعية لمناقشة موسم السمك المقبل وأسعار الوقود.',
      'وطالب المجتمعون بدعم عاجل للمراكب الصغيرة قبل بداية الموسم في الربيع.',
      'وقال رئيس الجمعية: نسعى إلى موسم آمن للجميع، ونلتزم بالاتفاق الذي وقعناه العام الماضي.',
      ['about-box', 'نوارس برس'],
      [
        'about-box',
        '“نوارس” موقع إخباري مستقل يضم صحافيين من مدن الساحل، نسعى لنقل الخبر من مصدره على مدار الساعة.',
      ],
      ['related-label', 'مقالات ذات صلة'],
      ['furniture', 'زر الذهاب إلى الأعلى'],
    ],
  },
  {
    name: 'a Persian page with teasers of other articles at its end',
    headline: null,
    lines: [
      'به گزارش رواق، شهرداری امروز پل تازه را بر رودخانه گشود و صدها نفر از آن گذشتند.',
      'شهردار گفت این پل راه دو سوی شهر را از نیم ساعت به چند دقیقه می‌رساند.',
      'او افزود کار ساخت پل سه سال طول کشید و باران‌های بهاری آن را عقب انداخت.',
      'پل تازه تا آغاز سال آینده تنها برای پیاده‌ها باز خواهد بود.',
      ['furniture', 'انتهای پیام'],
      ['trailing-teaser', 'استاد دانشگاه در گفت‌وگوی ویژه با رواق مطرح کرد'],
      ['trailing-teaser', 'یک پژوهشگر تاریخ در گفت‌وگوی ویژه با رواق مطرح کرد'],
      ['trailing-teaser', 'نگاهی به جشنوارهٔ تئاتر کودک در تابستان'],
    ],
  },
  {
    name: 'a Persian page with codes, a share row and a related link',
    title: 'باران در شمال',
    headline: null,
    lines: [
      ['navigation-trail', 'خانه » اجتماعی » باران در شمال'],
      ['repeated-title', 'باران در شمال | پایگاه سپیدار'],
      ['site-notice', 'کد خبر: 123456'],
      'باران سنگین از دیشب در استان‌های شمالی آغاز شده و تا فردا ادامه دارد.',
      ['related-line', 'بیشتر بخوانید: راه‌های کوهستانی بسته شد'],
      'هواشناسی از مردم خواست از سفر در جاده‌های کوهستانی خودداری کنند.',
      ['bare-url', 'لینک کوتاه: https://example.org/x'],
      ['share-line', 'تلگرام واتساپ توییتر'],
      ['site-notice', 'کلیه حقوق این سایت محفوظ است'],
    ],
  },
  {
    name: 'an English page with links set into the text',
    headline: 'Harbour bridge opens after three years',
    lines: [
      ['navigation-trail', 'Home › World › Harbour bridge opens after three years'],
      ['repeated-title', 'Harbour bridge opens after three years'],
      ['share-line', 'Facebook Twitter WhatsApp'],
      'The harbour bridge opened on Monday, and hundreds of people walked across it in the rain.',
      ['related-line', 'Read also: Fire at the old market'],
      'Share prices of the builder rose by four per cent in the afternoon, traders said.',
      ['related-label', 'Related articles'],
      ['related-line', 'Ferry line to close within a year of the opening'],
      'The mayor said that the ferry would run until the spring, and perhaps longer than that.',
      ['subscribe-call', 'Sign up for our newsletter to get the news every morning'],
      ['site-notice', 'Copyright 2023 Harbour Wire. All rights reserved.'],
    ],
  },
  {
    name: 'an Arabic page with its stamps, the rules of its comments and its neighbours',
    title: 'عودة الطيور إلى البحيرة',
    headline: null,
    lines: [
      ['section-name', 'العالم العربي'],
      ['timestamp-line', '12:40 GMT 05.11.2023 (تم التحديث: 13:05 GMT 05.11.2023)'],
      ['share-line', 'انسخ الرابط'],
      ['furniture', 'الموضوع:'],
      'عادت الطيور المهاجرة إلى البحيرة هذا الأسبوع، وعددها أكبر من عددها في العام الماضي.',
      ['furniture', 'سياسة الخصوصية'],
      'وقال الحارس إن سياسة الخصوصية التي تفرضها المحمية على الزوار تبعد المصورين عن الأعشاش.',
      ['neighbour-label', 'التالي'],
      ['neighbour', 'معرض «وجوه الماء» يفتتح في المدينة'],
      ['neighbour-label', 'السابق'],
      [
        'comment-rules',
        'يرحب الموقع بتعليقات القراء الكرام، ونرجو مراجعة شروط النشر قبل إرسالها، وقد نستخدم اسمك وصورتك وفق سياسة الخصوصية.',
      ],
      ['comment-rules', 'الآراء المنشورة هنا لا تعبر عن رأي الموقع بل عن آراء أصحابها.'],
      [
        'cookie-notice',
        'نستخدم ملفات تعريف الارتباط لتحسين تجربتك على الموقع، ويمكنك تغيير الإعدادات متى شئت.',
      ],
      ['app-call', 'حمّل الآن تطبيق البحيرة للهواتف'],
      ['furniture', 'Google Play'],
    ],
  },
  {
    name: 'a Persian page with the rules of its comments',
    title: 'بازگشت پرندگان به تالاب',
    headline: null,
    lines: [
      'پرندگان مهاجر این هفته به تالاب بازگشتند و شمارشان از پارسال بیشتر است.',
      ['furniture', 'برچسب‌ها'],
      ['comment-rules', 'نظرات حاوی توهین و نسبت ناروا به اشخاص حقیقی و حقوقی منتشر نمی‌شود.'],
      ['comment-rules', 'دیدگاه‌های ارسال شده پس از تأیید در سایت منتشر خواهد شد.'],
      ['cookie-notice', 'این سایت برای بهبود کار خود از کوکی استفاده می‌کند.'],
      ['related-label', 'اخبار پیشنهادی'],
      ['after-related-label', 'نمایشگاه «چهره‌های آب» گشایش یافت'],
    ],
  },
  {
    name: 'an English page that asks for leave and sets rules',
    title: 'Birds are back',
    headline: null,
    lines: [
      'The birds came back to the lake this week, and there are more of them than last year.',
      'The ranger said that cookies left by visitors had made the ducks fat and rather lazy.',
      ['cookie-notice', 'We use cookies and similar tools to make this site work for you.'],
      ['comment-rules', 'Comments on this story are moderated before they appear.'],
      ['neighbour-label', 'Next article'],
      ['neighbour', 'Ferry runs aground near the old pier'],
      ['furniture', 'Privacy policy'],
    ],
  },
  {
    name: 'paragraphs that a scraper gave with all that follow them',
    title: 'Ferry',
    headline: null,
    lines: [
      'The ferry left at noon on Sunday. Its last passenger was a painter who had crossed every day.',
      ['repeated-tail', 'Its last passenger was a painter who had crossed every day.'],
    ],
  },
]

const asText = ({ lines }: Sample): string =>
  lines.map((line) => (typeof line === 'string' ? line : line[1])).join('\n\n')

describe('cleanLines', () => {
  it.each(samples)('cleans $name', (sample) => {
    const cleaned = cleanLines(asText(sample), { title: sample.title ?? null })
    const dropped = cleaned.dropped.map(({ rule, text }) => [rule, text])
    expect(cleaned.lines.map(({ text }) => text)).toEqual(
      sample.lines.filter((line) => typeof line === 'string'),
    )
    expect(dropped).toEqual(sample.lines.filter((line) => typeof line !== 'string'))
    expect(cleaned.headline).toBe(sample.headline)
  })

  it.each([
    [
      'a list that the text announces',
      [
        'The winners of the four prizes are the following people:',
        'First prize Anna of the North school',
        'Second prize Omar of the North school',
      ],
    ],
    [
      'an interview',
      [
        'سؤال:',
        'كيف بدأ العمل على الجسر في هذه الظروف الصعبة يا ترى؟',
        'جواب:',
        'بدأ العمل بعشرة عمال ثم صاروا مئة خلال أشهر قليلة جداً.',
        'سؤال:',
        'ومتى ينتهي؟',
      ],
    ],
    ['a poem', ['ای رود روان', 'ای رود روان', 'با ما بمان']],
    [
      'a refrain inside prose',
      [
        'The choir sang the old song of the ferrymen on the bridge.',
        'Row, row, to the other side',
        'Row, row, to the other side',
        'Then the mayor cut the ribbon and everybody went home early.',
      ],
    ],
    [
      'figures that are alike',
      [
        'Two companies are of equal worth this year, the journal says.',
        'Net worth: about 11 billion',
        'Its rival has lost much since the spring and stands beside it.',
        'Net worth: about 11 billion',
      ],
    ],
    [
      'a last word of a minister',
      [
        'Meetings went on until the early morning in the harbour house.',
        'Nobody signed a paper, and nobody left the table in anger.',
        'Our mission is peace, said the head of the online news agency.',
      ],
    ],
    ['one line that is a headline alone', ['Harbour bridge opens']],
    [
      'a short reply',
      [
        'The reporter asked him twice whether the bridge was safe.',
        'بله.',
        'He then walked across it with his two children and came back.',
      ],
    ],
  ])('keeps %s', (_, lines) => {
    const cleaned = cleanLines(lines.join('\n'), { title: 'Another title' })
    expect(cleaned.dropped).toEqual([])
    expect(cleaned.lines.map(({ text }) => text)).toEqual(lines)
  })

  it('keeps a text that says no more than its title', () => {
    expect(
      cleanLines('Harbour bridge opens', { title: 'Harbour bridge opens' }).lines,
    ).toHaveLength(1)
  })

  it('gives every line of words back, kept or dropped, once and in order', () => {
    const noise = samples.flatMap(({ lines }) =>
      lines.map((line) => (typeof line === 'string' ? line : line[1])),
    )
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...noise), fc.string()), { maxLength: 30 }),
        (list) => {
          const text = list.join('\n')
          const { lines, dropped } = cleanLines(text, { title: null })
          const indexes = [...lines, ...dropped].map(({ index }) => index).toSorted((a, b) => a - b)
          const expected = text
            .split('\n')
            .flatMap((line, index) => (line.trim() === '' ? [] : [index]))
          expect(indexes).toEqual(expected)
          expect(lines.map(({ index }) => index)).toEqual(
            lines.map(({ index }) => index).toSorted((a, b) => a - b),
          )
        },
      ),
    )
  })
})
