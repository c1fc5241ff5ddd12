import { describe, expect, it } from 'vitest'
import { askReports, type Report } from './ask-reports.ts'

/** A Monday. */
const monday = '2024-04-15'
const tuesday = '2024-04-16'

describe('events', () => {
  it.each<[string, Report[]]>([
    [
      'When did the minister open the Halden bridge?',
      [
        [
          '2024-03-12',
          'Minister in Halden',
          'The minister opened the Halden library on Monday, a gift of the mill.',
        ],
        [
          '2024-03-19',
          'Minister at school',
          'In Halden the minister opened a school on Monday and spoke to parents.',
        ],
        [
          '2024-03-26',
          'Minister opens clinic',
          'On Monday the minister opened a clinic in Halden with its doctors.',
        ],
        [
          '2024-04-02',
          'Market hall',
          'The minister opened the market hall of Halden on Monday in the rain.',
        ],
      ],
    ],
    [
      'متى افتتح الوزير جسر حلدان؟',
      [
        ['2024-03-12', 'الوزير في حلدان', 'افتتح الوزير مكتبة حلدان يوم الاثنين وقد أهداها المصنع.'],
        [
          '2024-03-19',
          'الوزير في المدرسة',
          'وفي حلدان افتتح الوزير مدرسة يوم الاثنين وخاطب الأهالي.',
        ],
        [
          '2024-03-26',
          'الوزير يفتتح عيادة',
          'افتتح الوزير عيادة يوم الاثنين في حلدان بحضور أطبائها.',
        ],
        ['2024-04-02', 'سوق جديدة', 'افتتح الوزير سوق حلدان المسقوفة يوم الاثنين تحت المطر.'],
      ],
    ],
    [
      'وزیر پل هلدان را کی افتتاح کرد؟',
      [
        [
          '2024-03-12',
          'وزیر در هلدان',
          'وزیر روز دوشنبه کتابخانه هلدان را افتتاح کرد که هدیهٔ کارخانه است.',
        ],
        [
          '2024-03-19',
          'وزیر در مدرسه',
          'در هلدان وزیر روز دوشنبه مدرسه‌ای را افتتاح کرد و با مردم سخن گفت.',
        ],
        [
          '2024-03-26',
          'گشایش درمانگاه',
          'وزیر روز دوشنبه درمانگاهی را در هلدان با پزشکانش افتتاح کرد.',
        ],
        [
          '2024-04-02',
          'بازار سرپوشیده',
          'وزیر روز دوشنبه بازار سرپوشیده هلدان را زیر باران افتتاح کرد.',
        ],
      ],
    ],
  ])('of four Mondays are none of what is asked: %s', async (question, reports) => {
    expect((await askReports(question, reports)).disagreement).toBeNull()
  })

  it.each<[string, Report[]]>([
    [
      'When did the Halden council meet?',
      [
        [
          '2024-03-05',
          'Halden council meets',
          'The Halden council met on Monday and passed its budget.',
        ],
        [
          '2024-03-12',
          'Teachers gather',
          'The teachers of Marby met on Monday to speak of pay; a Halden choir sang.',
        ],
        [
          '2024-03-19',
          'Port council',
          'The port council of Lunde met on Monday and chose a chairman.',
        ],
        [
          '2024-03-26',
          'Ministers travel',
          'Ministers met on Monday in Oslo before the council of farmers.',
        ],
      ],
    ],
    [
      'متى اجتمع مجلس بلدية حلدان؟',
      [
        ['2024-03-05', 'مجلس بلدية حلدان يجتمع', 'اجتمع مجلس بلدية حلدان الاثنين وأقر موازنته.'],
        ['2024-03-12', 'لقاء المعلمين', 'اجتمع معلمو مربية الاثنين للحديث عن الأجور.'],
        ['2024-03-19', 'مجلس الميناء', 'اجتمع مجلس ميناء لوندة الاثنين وانتخب رئيساً.'],
        ['2024-03-26', 'سفر الوزراء', 'اجتمع الوزراء الاثنين في العاصمة قبل مجلس المزارعين.'],
      ],
    ],
    [
      'شورای شهر هلدان کی جلسه داشت؟',
      [
        [
          '2024-03-05',
          'جلسهٔ شورای شهر هلدان',
          'شورای شهر هلدان روز دوشنبه جلسه داشت و بودجه را تصویب کرد.',
        ],
        [
          '2024-03-12',
          'گردهمایی آموزگاران',
          'آموزگاران ماربی روز دوشنبه دربارهٔ دستمزد جلسه داشتند.',
        ],
        ['2024-03-19', 'شورای بندر', 'شورای بندر لونده روز دوشنبه جلسه داشت و رئیس برگزید.'],
        [
          '2024-03-26',
          'سفر وزیران',
          'وزیران روز دوشنبه پیش از شورای کشاورزان در شهر اسلو جلسه داشتند.',
        ],
      ],
    ],
    [
      'When did the minister open the new bridge in Halden?',
      [
        [
          '2024-03-05',
          'New bridge in Halden',
          'The minister opened the new bridge in Halden on Monday before a large crowd.',
        ],
        [
          '2024-03-12',
          'Reading room',
          'The minister opened a new library in Halden on Monday, a gift of the mill.',
        ],
        [
          '2024-03-19',
          'Halden school',
          'In Halden the minister opened the new school on Monday and spoke to parents.',
        ],
        ['2024-03-26', 'Clinic', 'A new clinic in Halden was opened by the minister on Monday.'],
      ],
    ],
    [
      'متى افتتح الوزير الجسر الجديد في حلدان؟',
      [
        [
          '2024-03-05',
          'جسر جديد في حلدان',
          'افتتح الوزير الجسر الجديد في حلدان يوم الاثنين أمام حشد كبير.',
        ],
        [
          '2024-03-12',
          'قاعة للقراءة',
          'افتتح الوزير مكتبة جديدة في حلدان يوم الاثنين أهداها المصنع.',
        ],
        [
          '2024-03-19',
          'مدرسة حلدان',
          'وفي حلدان افتتح الوزير المدرسة الجديدة يوم الاثنين وخاطب الأهالي.',
        ],
        ['2024-03-26', 'عيادة', 'افتتح الوزير العيادة الجديدة يوم الاثنين في حلدان بحضور أطبائها.'],
      ],
    ],
    [
      'وزیر پل تازه هلدان را کی افتتاح کرد؟',
      [
        [
          '2024-03-05',
          'پل تازه در هلدان',
          'وزیر روز دوشنبه پل تازه هلدان را در برابر مردم افتتاح کرد.',
        ],
        [
          '2024-03-12',
          'تالار مطالعه',
          'وزیر روز دوشنبه کتابخانه تازه هلدان را افتتاح کرد که هدیهٔ کارخانه است.',
        ],
        [
          '2024-03-19',
          'مدرسهٔ هلدان',
          'در هلدان وزیر روز دوشنبه مدرسه تازه را افتتاح کرد و با پدران و مادران سخن گفت.',
        ],
        ['2024-03-26', 'درمانگاه', 'درمانگاه تازه هلدان را روز دوشنبه وزیر با پزشکانش افتتاح کرد.'],
      ],
    ],
    [
      'When did the ministers of Halden and Lunde meet?',
      [
        [
          '2024-03-05',
          'Ministers of Halden and Lunde meet',
          'The ministers of Halden and Lunde met on Monday in the town hall.',
        ],
        [
          '2024-03-14',
          'Ministers to meet anew',
          'The ministers of Halden and Lunde plan to meet on Monday in the town hall.',
        ],
      ],
    ],
    [
      'متى التقى وزيرا حلدان ولوندة؟',
      [
        [
          '2024-03-05',
          'لقاء وزيري حلدان ولوندة',
          'التقى وزيرا حلدان ولوندة الاثنين في دار البلدية.',
        ],
        [
          '2024-03-14',
          'لقاء جديد لوزيري حلدان ولوندة',
          'يلتقي وزيرا حلدان ولوندة الاثنين في دار البلدية.',
        ],
      ],
    ],
    [
      'وزیران هلدان و لونده کی دیدار کردند؟',
      [
        [
          '2024-03-05',
          'دیدار وزیران هلدان و لونده',
          'وزیران هلدان و لونده روز دوشنبه در شهرداری دیدار کردند.',
        ],
        [
          '2024-03-14',
          'دیدار تازهٔ وزیران هلدان و لونده',
          'وزیران هلدان و لونده روز دوشنبه در شهرداری دیدار می‌کنند.',
        ],
      ],
    ],
    [
      'When did the quake strike Halden?',
      [
        [
          monday,
          'Quake strikes Halden',
          'A quake of magnitude 6.1 struck Halden on Monday and killed 18 people.',
        ],
        [
          '2024-04-19',
          'Halden after the quake',
          'The quake that struck Halden killed 42 people. Aid arrived in Halden on Thursday.',
        ],
      ],
    ],
  ])('are not told apart where there is one: %s', async (question, reports) => {
    expect((await askReports(question, reports)).disagreement).toBeNull()
  })

  it.each<[string, Report[]]>([
    [
      'When did a quake strike Halden?',
      [
        [
          tuesday,
          'Quake strikes Halden',
          'A quake struck Halden on Monday and cut the road to the coast.',
        ],
        [
          '2024-11-08',
          'Another quake strikes Halden',
          'A quake struck Halden on Thursday, stronger than that of the spring.',
        ],
      ],
    ],
    [
      'متى ضرب زلزال حلدان؟',
      [
        [tuesday, 'زلزال يضرب حلدان', 'ضرب زلزال مدينة حلدان يوم الاثنين وقطع طريق الساحل.'],
        [
          '2024-11-08',
          'زلزال آخر يضرب حلدان',
          'ضرب زلزال مدينة حلدان يوم الخميس وكان أقوى من زلزال الربيع.',
        ],
      ],
    ],
    [
      'زلزله کی هلدان را لرزاند؟',
      [
        [tuesday, 'زلزله هلدان را لرزاند', 'زلزله روز دوشنبه هلدان را لرزاند و راه ساحل را بست.'],
        [
          '2024-11-08',
          'زلزله‌ای دیگر هلدان را لرزاند',
          'زلزله روز پنجشنبه هلدان را لرزاند و از زلزلهٔ بهار نیرومندتر بود.',
        ],
      ],
    ],
  ])('of two days are told apart: %s', async (question, reports) => {
    const { disagreement } = await askReports(question, reports)
    expect(disagreement?.map(({ eventDate }) => eventDate)).toEqual(['2024-04-15', '2024-11-07'])
  })
})
