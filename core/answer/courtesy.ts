/**
 * Courtesies: greetings and thanks, which people send to a bot between two questions. An archive has words like them
 * («وشكر الرئيس…»), so they would be searched for.
 *
 * In:   a question's text.
 * Out:  whether it holds nothing else.
 */
import { foldedWords, phrasesOf } from './folded-words.ts'

export function isCourtesy(text: string): boolean {
  const words = foldedWords(text)
  if (words.length === 0) return false
  return phrases.reduce(without, ` ${words.join(' ')} `).trim() === ''
}

function without(text: string, phrase: string): string {
  return text.includes(phrase) ? without(text.replace(phrase, ' '), phrase) : text
}

/** Longest first: «صباح الخير» is one, «صباح» alone is none. */
const phrases = phrasesOf(
  `hello|hi|hey|thanks|thank you|thx|many thanks|very much|so much|a lot|good morning|good evening|good night|
  how are you|bye|goodbye|ok|okay|welcome|
  شكرا|شكرا لك|شكرا لكم|شكرا جزيلا|شكرا جزيلا لك|شكرا جزيلا لكم|مشكور|مرحبا|أهلا|أهلا وسهلا|السلام عليكم|وعليكم السلام|ورحمة الله|وبركاته|
  صباح الخير|صباح النور|مساء الخير|مساء النور|كيف حالك|كيف الحال|مع السلامة|إلى اللقاء|تمام|بارك الله فيك|
  سلام|درود|ممنون|ممنونم|ازت ممنونم|خیلی ممنون|خیلی|مرسی|متشکرم|سپاس|سپاسگزارم|با تشکر|تشکر|لطف کردی|دستت درد نکنه|دمت گرم|
  صبح بخیر|عصر بخیر|شب بخیر|روز بخیر|وقت بخیر|خسته نباشید|خوبی|حالت چطوره|چطوری|خداحافظ|خدانگهدار|سلام علیکم|
  merhaba|selam|teşekkürler|teşekkür ederim|çok teşekkürler|çok teşekkür ederim|sağ ol|sağ olun|sağol|günaydın|
  iyi günler|iyi akşamlar|iyi geceler|nasılsın|hoşça kal|tamam|
  спасибо|большое спасибо|спасибо большое|привет|здравствуйте|добрый день|доброе утро|добрый вечер|как дела|до свидания|пока|
  merci|merci beaucoup|bonjour|bonsoir|salut|ça va|au revoir|bonne journée|bonne nuit`,
).toSorted((a, b) => b.length - a.length)
