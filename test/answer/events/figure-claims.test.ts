import { describe, expect, it } from 'vitest'
import { askReports, type Report } from './ask-reports.ts'

/** A Monday. */
const monday = '2024-04-15'
const tuesday = '2024-04-16'
const wednesday = '2024-04-17'

describe('a toll that rises', () => {
  it.each<[string, string, Report[]]>([
    [
      'How many people were killed in the Halden quake?',
      '42',
      [
        [
          monday,
          'Quake strikes Halden',
          'The Halden quake killed 18 people on Monday, the fire service said. Several roads were cut and the hospital was full.',
        ],
        [
          tuesday,
          'Halden counts its dead',
          'The Halden quake of Monday killed 42 people, the fire service said after a night of digging. Schools stay closed this week.',
        ],
      ],
    ],
    [
      'كم شخصاً قتل زلزال حلدان؟',
      '42',
      [
        [
          monday,
          'زلزال يضرب حلدان',
          'قتل زلزال حلدان 18 شخصاً صباح الاثنين، وفق جهاز الإطفاء. وانقطعت طرق عدة وامتلأ المستشفى بالجرحى.',
        ],
        [
          tuesday,
          'حلدان تحصي قتلاها',
          'قتل زلزال حلدان 42 شخصاً بحسب جهاز الإطفاء بعد ليلة من الحفر. وتبقى المدارس مغلقة هذا الأسبوع.',
        ],
      ],
    ],
    [
      'زلزله هلدان چند نفر را کشت؟',
      '42',
      [
        [
          monday,
          'زلزله هلدان را لرزاند',
          'زلزله هلدان روز دوشنبه 18 نفر را کشت، آتش‌نشانی چنین اعلام کرد. چند جاده بسته شد و بیمارستان پر از زخمی بود.',
        ],
        [
          tuesday,
          'هلدان کشتگان خود را می‌شمارد',
          'زلزله هلدان 42 نفر را کشت، آتش‌نشانی پس از یک شب کاوش اعلام کرد. مدرسه‌ها این هفته بسته می‌ماند.',
        ],
      ],
    ],
  ])('is one event, the latest figure first: %s', async (question, latest, reports) => {
    const { disagreement, citations } = await askReports(question, reports)
    expect(disagreement).toBeNull()
    expect(citations[0]?.quote).toContain(latest)
    expect(citations.map(({ quote }) => quote).join(' ')).toContain('18')
  })
})

describe('figures of one day', () => {
  it.each<[string, Report[]]>([
    [
      'How many people were injured in the Halden fire?',
      [
        [
          tuesday,
          'Fire in Halden',
          'The Halden fire injured 31 people on Monday, the police said. The mill burned down within an hour.',
        ],
        [
          tuesday,
          'Hospital after the fire',
          'The Halden fire of Monday injured 57 people, its hospital said. Nurses were called in from the coast.',
        ],
      ],
    ],
    [
      'كم شخصاً أصاب حريق حلدان؟',
      [
        [
          tuesday,
          'حريق في حلدان',
          'أصاب حريق حلدان 31 شخصاً يوم الاثنين، بحسب الشرطة. واحترق المصنع كله في ساعة.',
        ],
        [
          tuesday,
          'المستشفى بعد الحريق',
          'أصاب حريق حلدان 57 شخصاً يوم الاثنين كما قال مدير المستشفى. واستُدعيت ممرضات من الساحل.',
        ],
      ],
    ],
    [
      'آتش‌سوزی هلدان چند نفر را زخمی کرد؟',
      [
        [
          tuesday,
          'آتش‌سوزی در هلدان',
          'دوشنبه آتش‌سوزی هلدان 31 نفر را زخمی کرد، پلیس چنین گفت. کارخانه در یک ساعت سوخت.',
        ],
        [
          tuesday,
          'بیمارستان پس از آتش',
          'به گفتهٔ مدیر بیمارستان، دوشنبه آتش‌سوزی هلدان 57 نفر را زخمی کرد. پرستاران از ساحل آمدند.',
        ],
      ],
    ],
  ])('differ where they do: %s', async (question, reports) => {
    const { disagreement } = await askReports(question, reports)
    expect(disagreement?.map(({ claim }) => claim.slice(0, 2)).toSorted()).toEqual(['31', '57'])
    expect(disagreement?.every(({ eventDate }) => eventDate === null)).toBe(true)
  })

  it.each<[string, Report[]]>([
    [
      'How many people attended the Halden fair?',
      [
        [
          tuesday,
          'Fair ends',
          'On Monday 4,981 people attended the Halden fair, its director said.',
        ],
        [
          tuesday,
          'A good year',
          'About 5,000 people attended the Halden fair on Monday, in fine weather.',
        ],
      ],
    ],
    [
      'كم شخصاً حضر معرض حلدان؟',
      [
        [tuesday, 'ختام المعرض', 'حضر معرض حلدان 4981 شخصاً يوم الاثنين كما قال مديره.'],
        [tuesday, 'عام طيب', 'حضر معرض حلدان نحو 5000 شخص يوم الاثنين في طقس صاف.'],
      ],
    ],
    [
      'چند نفر از نمایشگاه هلدان دیدن کردند؟',
      [
        [tuesday, 'پایان نمایشگاه', '4981 نفر روز دوشنبه از نمایشگاه هلدان دیدن کردند، مدیرش گفت.'],
        [
          tuesday,
          'سالی خوب',
          'حدود 5000 نفر روز دوشنبه از نمایشگاه هلدان دیدن کردند و هوا صاف بود.',
        ],
      ],
    ],
    [
      'What was the magnitude of the Halden quake?',
      [
        [
          monday,
          'Quake in Halden',
          'The Halden quake had a magnitude of 6.4, the observatory said on Monday.',
        ],
        [
          wednesday,
          'Quake measured anew',
          'The Halden quake had a magnitude of 5.8, the survey found after two days.',
        ],
      ],
    ],
  ])('do not differ by rounding, nor with later measuring: %s', async (question, reports) => {
    expect((await askReports(question, reports)).disagreement).toBeNull()
  })
})

describe('figures of several things', () => {
  it.each<[string, Report[]]>([
    [
      "What is the Earth's diameter in kilometres?",
      [
        [
          '2024-04-02',
          'The size of our planet',
          "The Earth's diameter is 12,742 kilometres on average. It bulges at the equator.",
        ],
        [
          '2024-04-02',
          'A black hole is seen',
          'The black hole is three million times as large as the Earth. Its diameter is 40 billion kilometres.',
        ],
        [
          '2024-04-02',
          'Visiting Pluto',
          "Pluto's diameter is 2,377 kilometres, a fifth of the Earth's.",
        ],
      ],
    ],
    [
      'كم يبلغ قطر الأرض؟',
      [
        [
          '2024-04-02',
          'حجم كوكبنا',
          'يبلغ قطر الأرض 12742 كيلومتراً في المتوسط. وهي منبعجة عند خط الاستواء.',
        ],
        [
          '2024-04-02',
          'صورة ثقب أسود',
          'يبلغ قطر الثقب الأسود 40 مليار كيلومتر، أي ثلاثة ملايين ضعف حجم الأرض.',
        ],
        ['2024-04-02', 'زيارة بلوتو', 'يبلغ قطر بلوتو 2377 كيلومتراً أي خمس قطر الأرض.'],
      ],
    ],
    [
      'قطر زمین چند کیلومتر است؟',
      [
        [
          '2024-04-02',
          'اندازهٔ سیارهٔ ما',
          'قطر زمین به طور میانگین 12742 کیلومتر است. زمین در استوا برآمده است.',
        ],
        [
          '2024-04-02',
          'عکس سیاهچاله',
          'قطر سیاهچاله 40 میلیارد کیلومتر است و سه میلیون بار از زمین بزرگ‌تر است.',
        ],
        ['2024-04-02', 'دیدار از پلوتو', 'قطر پلوتو 2377 کیلومتر است، یک‌پنجم قطر زمین.'],
      ],
    ],
  ])('are no dispute: %s', async (question, reports) => {
    expect((await askReports(question, reports)).disagreement).toBeNull()
  })
})
