/**
 * Weekday tense: whether a weekday that stands alone ("on Monday") is past, still to come, or cannot be told.
 *
 * In:   the folded text, where the weekday stands in it, its language.
 * Out:  `ahead` where its clause plans or foretells, `past` where it tells or says nothing of either, `open` where it
 *       tells of a plan that was, or where a clause of the future stands between.
 */
import type { Span } from '../../article.ts'
import { foldForDates } from './fold-for-dates.ts'

export type WeekdayTense = 'past' | 'ahead' | 'open'

interface TenseWords {
  /** Of a plan that was: it may have come to nothing. */
  readonly planned: RegExp
  /** Of what is still to come, before the weekday. */
  readonly ahead: RegExp
  /** The first verb behind the weekday: group `ahead` where it is of the future. */
  readonly behind: RegExp
  /** Right before the weekday, of what is told: "said on Monday". */
  readonly report: RegExp
}

export function weekdayTense(
  folded: string,
  { start, end }: Span,
  language: 'ar' | 'fa' | 'en',
): WeekdayTense {
  const words = tenseWords[language]
  const before = /[^.!?؟\n؛;]*$/u.exec(folded.slice(Math.max(0, start - 160), start))?.[0] ?? ''
  const after = /^[^.!?؟\n؛;]*/u.exec(folded.slice(end, end + 160))?.[0] ?? ''
  if (words.report.test(before)) return 'past'
  if (words.planned.test(before)) return 'open'
  const clause = before.slice(Math.max(before.lastIndexOf('،'), before.lastIndexOf(',')) + 1)
  // A Persian verb ends its clause; elsewhere it follows a weekday that opens the sentence.
  const isVerbBehind = language === 'fa' || before.trim() === ''
  const behind = isVerbBehind ? words.behind.exec(after)?.groups : undefined
  if (behind?.['planned'] !== undefined) return 'open'
  if (behind?.['ahead'] !== undefined || words.ahead.test(clause)) return 'ahead'
  return words.ahead.test(before) ? 'open' : 'past'
}

function pattern(source: string): RegExp {
  return new RegExp(foldForDates(source).replaceAll(String.raw`\p{l}`, String.raw`\p{L}`), 'u')
}

function wholeWords(source: string): string {
  return String.raw`(?<!\p{L})(?:${source})(?!\p{L})`
}

const englishPlan =
  '(?:due|expected|scheduled|planned|set|slated|supposed|likely|going|preparing) to|(?:due|scheduled|expected|planned|set|slated) (?:for|on|to)'
const englishAhead = `will|shall|won't|may|might|(?:is|are) to|(?:is|are|has been|have been) (?:\\p{L}+ )?(?:${englishPlan})|(?:is|are) (?:\\p{L}+ )?(?:due|scheduled|expected|planned|set|slated)|plans?|planning|hopes to|aims to|intends? to|ahead of|before|until|by|from|starting|upcoming|meets?|holds?|hosts?|opens?|begins?|starts?|convenes?|votes?|travels?|arrives?|visits?|resumes?`
const arabicPlan = 'المقرر|المنتظر|المتوقع|المرتقب|المزمع|المفترض'

const tenseWords: Readonly<Record<'ar' | 'fa' | 'en', TenseWords>> = {
  en: {
    planned: pattern(
      wholeWords(
        `(?:was|were|had been) (?:\\p{L}+ )?(?:${englishPlan})|(?:was|were) to|had (?:planned|hoped|intended|agreed) to|would|should`,
      ) + '[^,]*$',
    ),
    ahead: pattern(wholeWords(englishAhead)),
    behind: pattern(
      wholeWords(
        `(?<planned>(?:was|were) to|(?:was|were) (?:${englishPlan}))|(?<ahead>will|(?:is|are) to|(?:is|are) (?:${englishPlan})|plans?|meets?|holds?|opens?|begins?)|said|told|announced|reported|was|were|had|\\p{L}+ed`,
      ),
    ),
    report: pattern(
      wholeWords(
        'said|told|announced|reported|warned|confirmed|declared|disclosed|stated|added|wrote',
      ) + '(?: \\p{L}+){0,2} ?$',
    ),
  },
  ar: {
    planned: pattern(
      wholeWords(
        `[وف]?كان(?:ت)? (?:\\p{L}+ ){0,3}(?:(?:${arabicPlan})ة?|مقررا|مقررة|[يت]عتزم|س[يت]\\p{L}+)`,
      ),
    ),
    // «سيعقد», «يعتزم», and a verb of the present that opens its clause: «يلتقي الوزيران الاثنين».
    ahead: pattern(
      `${wholeWords(
        `[وف]?سوف|[وف]?س(?:ي|ن|أ|ت(?=عقد|كون|بدأ|جري|ستضيف|نطلق|شهد|تم|نظم|جتمع|لتقي|فتتح|صل|زور|ستأنف|صوت|ناقش|بحث|قام|طلق|علن|شارك))\\p{L}{2,}|(?:ي|ت)عتزم(?:ون)?|(?:ي|ت)خطط(?:ون)?|(?:ي|ت)ستعد|(?:ي|ت)أمل|مقرر[ةا]?|(?:من )?(?:${arabicPlan})|${arabicPlan}(?:ة)|قبيل|حتى|اعتبارا من|ابتداء من`,
      )}|^ ?و?(?:ي(?!و[مسن]|ول|نا|من|مين|سار|اس|حيى|عقوب|زيد|هود)|ت(?=عقد |بدأ |نطلق |ستضيف |جري |فتتح |جتمع |لتقي ))\\p{L}{3,} `,
    ),
    behind: pattern(
      wholeWords(
        `(?<planned>كان(?:ت)? (?:من )?(?:${arabicPlan}))|(?<ahead>س[يت]\\p{L}{3,}|سوف|ي(?!وم)\\p{L}{3,})|\\p{L}{3,}`,
      ),
    ),
    report: pattern(
      wholeWords(
        '[وف]?(?:قال|قالت|أعلن|أعلنت|ذكر|ذكرت|أفاد|أفادت|صرح|صرحت|أكد|أكدت|كشف|كشفت|أوضح|أوضحت)',
      ) + '(?: \\p{L}+){0,3} ?$',
    ),
  },
  fa: {
    planned: pattern(
      wholeWords('قرار بود|قرار بوده|می ?خواست|می ?خواستند|بنا بود|در نظر داشت|پیش بینی شده بود'),
    ),
    ahead: pattern(
      wholeWords('قرار است|بناست|بنا است|خواهد|خواهند|قصد دارد|قصد دارند|در نظر دارد|تا|از'),
    ),
    behind: pattern(
      wholeWords(
        `(?<planned>قرار بود|خواسته بود)|(?<ahead>قرار است|خواهد|خواهند|ن?می ?(?:شود|شوند|کند|کنند|گیرد|گیرند|رود|روند|آید|آیند|دهد|دهند|یابد|رسد|رسند|پردازد|پردازند|گردد|گردند|نشیند|نشینند|باشد)|شود|شوند|کند|کنند|گردد|برود|بروند|برسد|باشد|بیاید)|گفت|گفتند|کرد|کردند|شد|شدند|بود|بودند|داد|دادند|رفت|رفتند|آمد|آمدند|رسید|رسیدند|زد|گرفت|گرفتند|داشت|داشتند|\\p{L}+(?:ده|ته) (?:است|اند|بود|بودند)`,
      ),
    ),
    report: /(?!)/u,
  },
}
