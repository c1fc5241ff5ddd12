import { describe, expect, it } from 'vitest'
import type { Evidence } from '../../core/question.ts'
import { diversify } from '../../core/rank/diversify.ts'
import { shinglesOf } from '../../core/rank/near-duplicates.ts'
import { rankArticles } from '../../core/rank/rank-articles.ts'

let ids = 0
function evidence(articleId: string, score: number, text: string, language = 'ar'): Evidence {
  ids += 1
  const place = { id: ids, ordinal: ids, start: 0, end: text.length, text, language, articleId }
  return {
    passage: { ...place, title: '', source: null, url: null, publishedAt: null },
    score,
    lexical: score,
    coverage: score,
    cosine: null,
  }
}

const runsOf = ({ passage }: Evidence) => shinglesOf(passage.text.split(' '))
const articlesOf = (items: readonly Evidence[]): string[] =>
  items.map(({ passage }) => passage.articleId)

describe('diversify', () => {
  it('keeps one of two copies of a report, the better one', () => {
    const report = 'افتتح الوزير صباح اليوم الجسر الجديد فوق النهر بعد عامين من العمل'
    const kept = diversify(
      [evidence('agency', 0.9, report), evidence('reprint', 0.8, `${report} المتواصل`)],
      runsOf,
      { limit: 5, passagesPerArticle: 2 },
    )
    expect(articlesOf(kept)).toEqual(['agency'])
  })

  it('takes no more passages of one article than allowed', () => {
    const passages = ['واحد اثنان ثلاثة', 'أربعة خمسة ستة', 'سبعة ثمانية تسعة'].map((text) =>
      evidence('long', 0.5, text),
    )
    const kept = diversify(passages, runsOf, { limit: 5, passagesPerArticle: 2 })
    expect(kept).toHaveLength(2)
  })

  it('lets the best passage of another language in, when it comes near', () => {
    const items = [
      evidence('a', 0.9, 'جسر جديد فوق النهر'),
      evidence('b', 0.85, 'سفينة كبيرة في الميناء'),
      evidence('c', 0.8, 'قطار سريع بين المدينتين'),
      evidence('d', 0.6, 'a new bridge over the river', 'en'),
      evidence('e', 0.2, 'پلی تازه بر رودخانه', 'fa'),
    ]
    const kept = diversify(items, runsOf, { limit: 3, passagesPerArticle: 1 })
    expect(articlesOf(kept)).toEqual(['a', 'b', 'd'])
  })
})

describe('rankArticles', () => {
  it('ranks an article by its best passage', () => {
    const items = [evidence('a', 0.9, 'x'), evidence('b', 0.7, 'y'), evidence('a', 0.3, 'z')]
    expect(rankArticles(items)).toEqual([
      { articleId: 'a', score: 0.9 },
      { articleId: 'b', score: 0.7 },
    ])
  })
})
