/** Stands in for `core/language` until its door opens; nothing outside this folder may import it. */
import type { LanguageCode, Span } from '../article.ts'

export function sentences(text: string, language: LanguageCode): Span[] {
  const segmenter = new Intl.Segmenter(language === 'und' ? 'en' : language, {
    granularity: 'sentence',
  })
  const spans: Span[] = []
  for (const { segment, index } of segmenter.segment(text)) {
    const lead = segment.length - segment.trimStart().length
    const length = segment.trim().length
    if (length > 0) spans.push({ start: index + lead, end: index + lead + length })
  }
  return spans
}

export function identifyLanguage(text: string): LanguageCode {
  const persian = text.match(/[گچپژکی]/gu)?.length ?? 0
  const arabic = text.match(/[ةيكىإأؤ]/gu)?.length ?? 0
  if (persian + arabic > 0) return persian > arabic ? 'fa' : 'ar'
  return /[A-Za-z]/u.test(text) ? 'en' : 'und'
}
