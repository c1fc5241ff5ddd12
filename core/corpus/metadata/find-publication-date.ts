/**
 * Finds the day of publication where a text states it as such: in a labelled line, in the dateline of the first
 * paragraph, or alone on a line between headline and text.
 *
 * Any other date in a text is what the text tells of, or stands beside another article.
 */
import type { LanguageCode } from '../../article.ts'
import { findDates } from '../../language/dates/index.ts'

const label =
  /^[\s•*|([-]*(?:نُ?شر(?:ت)?(?: في| بتاريخ| يوم)?|تم النشر(?: في| بتاريخ)?|تاريخ النشر|تاريخ المقال|تاریخ انتشار|تاریخ خبر|زمان انتشار|منتشر شده در(?: تاریخ)?|published(?: on| at)?|posted(?: on)?|publication date|date(?: of publication)?|first published(?: on)?)\s*[:：]?\s*/iu
const aroundDate =
  /(?:ال)?(?:أحد|اثنين|إثنين|ثلاثاء|أربعاء|خميس|جمعة|سبت)|(?:یک|دو|سه|چهار|پنج)?[\s‌]?شنبه|جمعه|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|ساعت|الساعة|میلادی|هجری|شمسی|هـ|(?:^|\s)[مص](?=\s|$)|gmt|utc|[ap]m|[\p{Nd}]{1,2}[:٫.][\p{Nd}]{2}/giu

const year = /\p{Nd}{4}/u
const maxLabelledLine = 120
const labelledHead = 12
const labelledTail = 4
const maxHeadLines = 6
const maxPlaceLength = 40

/** @param lines - Of the cleaned text, without its headline. */
export function findPublicationDate(
  lines: readonly string[],
  language: LanguageCode,
): string | null {
  return labelled(lines, language) ?? aloneBeforeText(lines, language) ?? dateline(lines, language)
}

function labelled(lines: readonly string[], language: LanguageCode): string | null {
  const edges = [...lines.slice(0, labelledHead), ...lines.slice(labelledHead).slice(-labelledTail)]
  for (const line of edges) {
    const match = line.length <= maxLabelledLine ? label.exec(line) : null
    if (!match) continue
    const date = dayAt(line.slice(match[0].length), language)
    if (date !== null) return date
  }
  return null
}

function aloneBeforeText(lines: readonly string[], language: LanguageCode): string | null {
  for (const line of lines.slice(0, maxHeadLines)) {
    if (line.length > maxLabelledLine) return null
    if (!year.test(line)) continue
    const days = findDates(line, language).filter(({ precision }) => precision === 'day')
    const rest = days
      .reduceRight((text, { span }) => text.slice(0, span.start) + text.slice(span.end), line)
      .replaceAll(aroundDate, '')
    if (days.length > 0 && !/[\p{L}\p{N}]/u.test(rest)) return only(days.map(({ iso }) => iso))
  }
  return null
}

/** القاهرة - 12 مارس 2020 - …; LONDON, 12 March 2020 (…) */
function dateline(lines: readonly string[], language: LanguageCode): string | null {
  for (const line of lines.slice(0, 2)) {
    const head = line.slice(0, 120)
    if (!year.test(head)) continue
    const [day] = findDates(head, language)
    if (day?.precision !== 'day' || day.span.start > maxPlaceLength) continue
    const place = head.slice(0, day.span.start)
    const after = head.slice(day.span.end).replace(/^\s*(?:م|هـ|میلادی|شمسی)(?=[\s،,)-])/u, '')
    const isPlace =
      /^(?:[\p{L}\p{M}'’‌.]+\s*){1,4}(?:\([\p{L}\p{M}\s.]{2,30}\)\s*)?[-–—،,/(:]\s*(?:[\p{L}]+[،,]?\s+)?$/u.test(
        place,
      )
    if (isPlace && /^\s*(?:[-–—:)]|\([\p{L}\s.]{2,30}\)\s*[-–—:]?)/u.test(after)) return day.iso
  }
  return null
}

/** The date that follows a label at once, a weekday at most between. */
function dayAt(text: string, language: LanguageCode): string | null {
  const [day] = findDates(text, language)
  if (day?.precision !== 'day') return null
  const between = text.slice(0, day.span.start).replaceAll(aroundDate, '')
  return /[\p{L}\p{N}]/u.test(between) ? null : day.iso
}

function only(values: readonly string[]): string | null {
  return new Set(values).size === 1 ? values[0]! : null
}
