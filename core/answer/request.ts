/**
 * Requests: what a bot is told to make or to forget ("write me a poem", «دستورهای قبلی را فراموش کن»), where an archive
 * can only be asked. Searched for, "a poem about the sea" finds some sentence about poems.
 *
 * In:   a question's text.
 * Out:  whether it is such a request, or asks who the bot is; "tell me when he came" is none, nor «نام او را بنویسید».
 */
import { foldedWords, phrasesOf } from './folded-words.ts'

export function isRequest(text: string): boolean {
  const words = ` ${foldedWords(text).join(' ')} `
  const order = politeness.reduce(
    (rest, phrase) => (rest.startsWith(phrase) ? rest.slice(phrase.length - 1) : rest),
    words,
  )
  const asks = ({ verbs, verbsBehind, things }: Request): boolean =>
    things.some((thing) => words.includes(thing)) &&
    (verbs.some((verb) => order.startsWith(verb)) ||
      verbsBehind.some((verb) => words.includes(verb)))
  return aboutTheBot.includes(words) || requests.some(asks)
}

interface Request {
  /** Those that begin a request… */
  readonly verbs: readonly string[]
  /** …and those of Persian and Turkish, which stand behind what they ask for. */
  readonly verbsBehind: readonly string[]
  readonly things: readonly string[]
}

/** What may stand before the verb, each once, in this order. */
const politeness = phrasesOf(
  `bonjour|please|لو سمحت|من فضلك|رجاء|пожалуйста|s il te plaît|s il vous plaît|can you|could you|would you|i want you to|
  هل يمكنك أن|هل تستطيع أن|أريد منك أن|ممكن|peux tu|pouvez vous|можешь|please|me`,
)

const requests: readonly Request[] = [
  {
    verbs: phrasesOf(
      `write|compose|اكتب|تكتب|ألف|انظم|écris|écrivez|rédige|rédigez|compose|напиши|напишите|сочини|сочините`,
    ),
    verbsBehind: phrasesOf('بنویس|بنویسید|بسرا|بسرایید|yaz|yazar mısın'),
    things: phrasesOf(
      `poem|song|story|essay|letter|email|code|function|program|script|haiku|rap|قصيدة|شعرا|قصة|أغنية|رسالة|دالة|كود|كودا|برنامجا|
      شعر|شعری|داستان|داستانی|کد|انشا|نامه‌ای|رمز|پرامپت|şiir|hikâye|hikaye|şarkı|kod|стихи|стихотворение|рассказ|песню|код|
      poème|histoire|chanson|lettre|code`,
    ),
  },
  {
    verbs: phrasesOf('translate|ترجم|traduis|traduisez|переведи|переведите'),
    verbsBehind: phrasesOf('ترجمه کن|ترجمه کنید|çevir|çevirir misin'),
    things: phrasesOf(
      `into|to|إلى|لي|به|en|на|ingilizceye|türkçeye|arapçaya|farsçaya|fransızcaya|rusçaya|almancaya`,
    ),
  },
  {
    verbs: phrasesOf(
      'tell|make up|احك|احكي|قل|هات|أخبرني|расскажи|расскажите|raconte|raconter|racontez|dis',
    ),
    verbsBehind: phrasesOf('بگو|بگویید|تعریف کن|تعریف کنید|anlat|anlatır mısın|söyle'),
    things: phrasesOf(
      'joke|jokes|bedtime story|riddle|نكتة|طرفة|لغزا|جوک|لطیفه|چیستان|fıkra|şaka|bilmece|анекдот|шутку|загадку|blague|devinette',
    ),
  },
  {
    verbs: phrasesOf(
      `ignore|forget|disregard|override|print|reveal|repeat|تجاهل|انس|انسى|اكشف|اطبع|كرر|забудь|игнорируй|выведи|oublie|oubliez|
      ignorez|affiche|révèle`,
    ),
    verbsBehind: phrasesOf(
      'فراموش کن|فراموش کنید|نادیده بگیر|نادیده بگیرید|کنار بگذار|رو کن|چاپ کن|unut|yok say|yazdır',
    ),
    things: phrasesOf(
      `instructions|prompt|the articles|everything|التعليمات|تعليماتك|تعليمات|الأوامر|أوامرك|دستورهای|دستورات|دستورالعمل|پرامپت|
      talimatları|talimatlarını|инструкции|указания|промпт|consignes`,
    ),
  },
]

/** Whole questions. */
const aboutTheBot = phrasesOf(
  `who are you|what are you|what can you do|are you a robot|are you human|من أنت|من أنتم|ما أنت|هل أنت روبوت|ماذا تستطيع أن تفعل|
  تو کی هستی|تو کیستی|شما کی هستید|تو رباتی|چه کاری بلدی|sen kimsin|ne yapabilirsin|кто ты|что ты умеешь|qui es tu|que sais tu faire`,
)
