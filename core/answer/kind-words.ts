/**
 * Kind words: nouns of a question that only name the kind of thing it asks for: "which year", «أي مدينة», «چه شهری».
 *
 * In:   the kind asked for and a folded word of the question.
 * Out:  whether an answer need not hold that word; for "how many hours" the unit is told apart, which it should hold.
 *
 * "Sochi, 21 November 2017" answers both without the words "city" and "year".
 */
import type { Token } from '../language/index.ts'
import type { AskedKind } from './asked.ts'
import { foldedWords } from './folded-words.ts'

export function namesKind(kind: AskedKind, surface: string): boolean {
  return kindWords[kind]?.has(surface) ?? false
}

/** The word counted in "how many hours", «كم ساعة», «چند نفر»: the token right after the counting word. */
export function unitOf(kind: AskedKind, tokens: readonly Token[]): Token | null {
  if (kind !== 'number') return null
  const at = tokens.findIndex(({ surface }) => countingWords.has(surface))
  return at === -1 ? null : (tokens.slice(at + 1).find(({ stop }) => !stop) ?? null)
}

/** What is asked about: "lander" of "what is the name of the lander", «دانشگاه» of «از کدام دانشگاه گرفت». */
export function focusOf(
  kind: AskedKind,
  tokens: readonly Token[],
  isTerm: (token: Token) => boolean,
): Token | null {
  if (kind === 'date' || kind === 'place' || kind === 'reason' || kind === 'yes-no') return null
  const at = tokens.findIndex(({ surface }) => pointingWords.has(surface))
  // In Persian and Turkish it may be the last word.
  return tokens.slice(at + 1).find(isTerm) ?? tokens.find(isTerm) ?? null
}

function words(text: string): ReadonlySet<string> {
  return new Set(foldedWords(text))
}

const kindWords: Partial<Readonly<Record<AskedKind, ReadonlySet<string>>>> = {
  date: words(
    `عام سنة العام السنة يوم اليوم شهر تاريخ ساعة سال سالی روز روزی ماه ماهی تاریخ تاریخی زمان زمانی ساعت ساعتی
    year date day month time hour yıl yılda yılında tarihte gün году году числа день дня месяце année date jour heure mois`,
  ),
  place: words(
    `مدينة المدينة دولة الدولة بلد البلد مكان منطقة شهر شهری کشور کشوری مکان مکانی منطقه استان جایی
    قرار واقع يقع تقع located situated bulunuyor находится situé située
    city country town place şehir şehirde ülke ülkede kentte городе город стране страна ville pays lieu`,
  ),
  person: words('شخص اسم الشخص شخصی فردی نام person name isim kişi человек имя personne nom'),
  number: words('عدد بلغ بلغت تعداد میزان number amount sayısı количество число nombre montant'),
}

const countingWords = words('كم وكم بكم چند چندم چقدر many much kaç сколько combien')
const pointingWords = words(
  `ما ماذا من أي أية كم کدام کدامیک چه چند who whose what which kim hangi кто кого какой какая какое какие каком какую чей quel quelle quels quelles qui combien`,
)
