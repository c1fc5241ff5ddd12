/**
 * Happening once: whether a question asks when something began, ended, was born or founded, which it is only once.
 *
 * In:   a question in Arabic, Persian or English.
 * Out:  yes or no.
 */
import { foldedWords } from '../../language/folded-words.ts'

export function happensOnce(question: string): boolean {
  return foldedWords(question).some((word) => once.has(word))
}

const once = new Set(
  foldedWords(
    `بدأ بدأت يبدأ تبدأ انطلق انطلقت اندلع اندلعت انتهى انتهت ينتهي تنتهي ولد ولدت توفي توفيت مات ماتت تأسس تأسست اكتشف اكتشفت
    آغاز شروع پایان زاده متولد درگذشت تأسیس بنیان
    begin began begins start started starts end ended ends born died die founded established discovered invented`,
  ),
)
