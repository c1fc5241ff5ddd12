/**
 * Rules that look at one line alone and know it for page furniture, wherever it stands.
 *
 * Each has a name, which the report shows. None may fit a sentence of an article: each asks for the whole line.
 */
import type { Line } from './line.ts'
import {
  appCall,
  commentRules,
  cookieNotice,
  furniturePhrases,
  homeWords,
  relatedPrefix,
  sharePhrases,
  shareWords,
  siteNotice,
  subscribeCall,
} from './phrases.ts'
import { keyOf } from './line.ts'

export interface LineRule {
  readonly name: string
  readonly fits: (line: Line) => boolean
}

const maxFurnitureWords = 20
const maxLabelWords = 12
const longestUnbroken = 2000
const longestUrlLine = 4000
const urlLine = /^[\s•*-]*(?:[\p{L} ]{1,20}[:：]\s*)?(?:(?:https?:\/\/|www\.)\S+(?:\s+|$))+$/iu

export const timestampRule = 'timestamp-line'

export const furnitureRules = [
  { name: 'no-words', fits: ({ text }) => !/[\p{L}\p{N}]/u.test(text) },
  { name: 'not-prose', fits: ({ text }) => isUnbroken(text) },
  {
    name: 'bare-url',
    fits: ({ text }) => text.length <= longestUrlLine && urlLine.test(text),
  },
  { name: 'navigation-trail', fits: isTrail },
  {
    name: 'share-line',
    fits: (line) =>
      line.words <= maxLabelWords &&
      (sharePhrases.has(line.key) ||
        (line.key !== '' && line.key.split(' ').every((word) => shareWords.has(word)))),
  },
  {
    name: 'related-line',
    fits: ({ text, words }) => words <= 30 && relatedPrefix.test(text) && !/[.۔]\s*$/u.test(text),
  },
  {
    name: 'furniture',
    fits: (line) => line.words <= maxLabelWords && furniturePhrases.has(line.key),
  },
  {
    name: 'subscribe-call',
    fits: (line) => line.words <= maxFurnitureWords && subscribeCall.test(line.key),
  },
  {
    name: 'site-notice',
    fits: ({ text, words }) => words <= maxFurnitureWords && siteNotice.test(text),
  },
  { name: 'comment-rules', fits: ({ text }) => commentRules.test(text.slice(0, noticeLength)) },
  { name: 'cookie-notice', fits: ({ text }) => cookieNotice.test(text.slice(0, noticeLength)) },
  {
    name: 'app-call',
    fits: (line) => line.words <= maxLabelWords && !line.prose && appCall.test(line.key),
  },
  { name: timestampRule, fits: ({ text, words }) => words <= maxLabelWords && isTimestamp(text) },
  { name: 'link-line', fits: ({ link }) => link },
] as const satisfies readonly LineRule[]

const noticeLength = 300
const clock = /[\p{Nd}]{1,2}[:٫][\p{Nd}]{2}/u
const stampWords =
  /GMT|UTC|بتوقيت \S{3,20}|(?:ال)?(?:ساعة|الأحد|الاثنين|الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت)|ساعت|مساءً?|صباحاً?|آخر تحديث|(?:ال)?تحديث|محدثة|نُ?شرت?|النشر|تم|في|بتاريخ|بروزرسانی|به‌روزرسانی|انتشار|published|updated|posted|last|at|on|[ap]\.?m\.?/giu

/** A day and an hour and nothing else: a page's stamp, which the finder of dates reads all the same. */
function isTimestamp(text: string): boolean {
  return text.length <= 120 && clock.test(text) && !/\p{L}/u.test(text.replaceAll(stampWords, ''))
}

/** Home › Section › …: the first step is a word for the home page. */
function isTrail({ text }: Line): boolean {
  if (text.length > 400) return false
  const steps = text.split(/\s*[>›»←\\|/]\s*|\s+-\s+/u)
  return steps.length >= 2 && homeWords.has(keyOf(steps[0]!))
}

/** No script that separates words writes thousands of characters without a blank: data, not prose. */
function isUnbroken(text: string): boolean {
  if (text.length < longestUnbroken) return false
  const run = text.match(/\S+/gu)?.find((word) => word.length >= longestUnbroken)
  if (run === undefined) return false
  const spaceless =
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/gu
  return (run.slice(0, 10_000).match(spaceless)?.length ?? 0) < Math.min(run.length, 10_000) / 2
}
