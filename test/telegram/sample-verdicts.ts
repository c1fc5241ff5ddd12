/** Citations and verdicts as the core makes them, over three short articles. */
import type { Answer, Citation, Refusal } from '../../core/question.ts'

export const arabicCitation: Citation = {
  n: 1,
  quote: 'قال الرئيس الروسي إن نحو أربعة آلاف مقاتل من روسيا موجودون في سوريا.',
  articleId: 'foreign-fighters-ar',
  title: 'بوتين: آلاف المقاتلين الروس في سوريا',
  source: 'وكالة الشرق',
  url: 'https://sharq.example/2017/02/fighters',
  publishedAt: '2017-02-23',
  language: 'ar',
  start: 0,
  end: 68,
  score: 0.9,
  span: null,
  highlights: [{ start: 25, end: 35 }],
}

export const persianCitation: Citation = {
  n: 1,
  quote: 'دیمیتری پسکوف، سخنگوی کاخ کرملین، این خبر را تأیید کرد.',
  articleId: 'peskov-fa',
  title: 'سفر اسد به مسکو',
  source: 'خبرگزاری البرز',
  url: null,
  publishedAt: '2015-10-21T09:30:00+03:30',
  language: 'fa',
  start: 0,
  end: 55,
  score: 0.8,
  span: null,
  highlights: [{ start: 0, end: 13 }],
}

export const englishCitation: Citation = {
  n: 2,
  quote: 'Assad flew to Moscow for talks, the Kremlin said.',
  articleId: 'assad-en',
  title: 'Assad in Moscow!',
  source: 'The Harbour Post',
  url: 'https://harbour.example/assad',
  publishedAt: null,
  language: 'en',
  start: 10,
  end: 59,
  score: 0.7,
  span: null,
  highlights: [],
}

export function answerOf(language: string, ...citations: readonly Citation[]): Answer {
  return {
    kind: 'answer',
    language,
    text: citations.map(({ quote, n }) => `${quote} [${n}]`).join('\n'),
    readAs: null,
    mode: 'hybrid',
    citations,
    disagreement: null,
  }
}

export function refusalOf(
  language: string,
  text: string,
  ...nearest: readonly Citation[]
): Refusal {
  return {
    kind: 'refusal',
    language,
    text,
    readAs: null,
    mode: 'hybrid',
    reason: 'too-weak',
    missing: [],
    archive: null,
    nearest,
  }
}
