/**
 * What is asked: reads from a question whether it wants a person, a place, a date, a number, a reason…
 *
 * In:   the question's words, in Arabic, Persian, English, Turkish, Russian or French; any other text asks for a thing.
 * Out:  the kind of thing, and whether the latest or the first of several is wanted.
 * Cost: one pass over a few dozen phrases.
 *
 * A phrase table, no grammar: it steers the choice of a sentence and never decides on its own.
 */
import { foldedWords, phrasesOf } from './folded-words.ts'
import { measureAsked, type Measure } from './measure.ts'

export type AskedKind = 'person' | 'place' | 'date' | 'number' | 'reason' | 'yes-no' | 'thing'

export type Order = 'latest' | 'first'

export interface Asked {
  readonly kind: AskedKind
  readonly order: Order | null
  /** What a number is to be a measure of; null for any other question. */
  readonly measure: Measure | null
  /** Whether several answers are as good as one: "what places", «ما هي مناطق», «چه کسانی». */
  readonly several: boolean
}

/** Words that only order what is asked for: "latest", «آخر», «تازه‌ترین». */
export function ordersOnly(surface: string): boolean {
  return latestWords.has(surface)
}

export function askedBy(question: string): Asked {
  const words = ownWords(question, foldedWords(question))
  const padded = ` ${words.join(' ')} `.replace(polite, ' ')
  const has = (phrases: readonly string[]): boolean =>
    phrases.some((phrase) => padded.includes(phrase))
  const kind = kindOf(padded)
  const order = lastVerb.test(padded)
    ? 'latest'
    : (orders.find(({ phrases }) => has(phrases))?.order ?? null)
  const measure = kind === 'number' ? measureAsked(words) : null
  return { kind, order, measure, several: has(severalPhrases) }
}

/** Only leads up to the word that asks. */
const polite =
  /^ (?:please )?(?:can|could|would) you (?:please )?(?:tell me|say|explain) |^ tell me /u

/** Words of Persian that are folded like those by which Arabic asks: «این» ("this") and «أين», «کم» ("few") and «كم». */
function ownWords(question: string, words: readonly string[]): readonly string[] {
  return /[پچژگیک]/u.test(question) ? words.filter((word) => !notAsking.has(word)) : words
}

const notAsking = new Set(foldedWords('این کم'))

/** The word that asks comes first in most languages: "how often was it when…" asks for a number. */
function kindOf(padded: string): AskedKind {
  let kind: AskedKind = 'thing'
  let earliest = Number.POSITIVE_INFINITY
  for (const { phrases, start, kind: asked } of kinds) {
    const places = phrases.map((phrase) => padded.indexOf(phrase)).filter((at) => at >= 0)
    if (start.some((phrase) => padded.startsWith(phrase))) places.push(weakStart)
    const at = Math.min(...places)
    if (at >= earliest) continue
    earliest = at
    kind = asked
  }
  return kind
}

/**
 * As if it stood so many letters on: «من» asks for a person and "did" for yes or no, unless what follows at once says
 * otherwise («من كم محافظة», «من أي يوم»).
 */
const weakStart = 10

interface KindRule {
  readonly kind: AskedKind
  /** Anywhere in the question. */
  readonly phrases: readonly string[]
  /** Only as its first words. */
  readonly start: readonly string[]
}

function rule(kind: AskedKind, anywhere: string, atStart = ''): KindRule {
  return { kind, phrases: phrasesOf(anywhere), start: phrasesOf(atStart) }
}

/** Of those that begin at one word the first counts: «من أين» before «من», "how many" before "how". */
const kinds: readonly KindRule[] = [
  rule(
    'place',
    `أين|من أين|إلى أين|وأين|في أي مدينة|أي مدينة|أي دولة|أي بلد|أي مكان|أي قارة|ما عاصمة|أي ولاية|أي منطقة
    |کجا|کجاست|کجای|کدام شهر|کدام کشور|چه کشوری|چه شهری|کدام استان|چه جایی|کدام قاره|کدام منطقه
    |where|which country|which city|what country|what city|which town|what place
    |nerede|nereye|nereden|nerededir|hangi ülke|hangi şehir|hangi kentte|hangi ülkede|hangi şehirde
    |где|куда|откуда|в какой стране|в каком городе
    |où|quel pays|quelle ville|dans quel pays|dans quelle ville`,
  ),
  rule(
    'date',
    `متى|ومتى|منذ متى|أي عام|أي سنة|أي يوم|أي شهر|أي تاريخ|ما تاريخ|ما هو تاريخ|أي ساعة|أي قرن|أي فترة
    |چه زمانی|چه زمان|چه وقت|چه موقع|چه سالی|چه سال|کدام سال|چه تاریخی|کدام تاریخ|چه روزی|کدام روز|چه ماهی|چه شبی|چه ساعتی|کی
    |چه هنگام|چه قرنی|چه دوره ای|چه دهه ای|کدام دهه
    |when|what year|which year|what date|which date|what day|which day|what month|which month|what time
    |ne zaman|hangi yıl|hangi yılda|hangi tarihte|hangi gün|saat kaçta|kaç yılında
    |когда|в каком году|какого числа|в каком месяце|в какой день|во сколько
    |quand|quelle année|quelle date|quel jour|quelle heure`,
  ),
  rule(
    'reason',
    `لماذا|ولماذا|ما سبب|ما السبب|ما أسباب|ما الذي تسبب|ما الذي أدى
    |چرا|به چه دلیل|چه دلیلی|علت|دلیل|به چه علت|به خاطر چه|چه عاملی
    |why|what caused|reason|for what
    |neden|niçin|niye
    |почему|зачем|отчего|по какой причине
    |pourquoi|pour quelle raison`,
  ),
  rule(
    'number',
    `كم|وكم|بكم|ما عدد|ما هو عدد|ما نسبة|ما النسبة|ما هي نسبة|ما حجم|ما قيمة|ما سعر|ما قوة|ما مساحة|ما هي مساحة|ما مدة|ما طول|ما ارتفاع|ما سرعة|حصيلة|نسبة المشاركة
    |چند|چندم|چندمین|چقدر|چه قدر|چه تعداد|چه میزان|چه مقدار|چه نسبت|چه مدت|تعداد|شمار|چند درصد|میزان|مساحت
    |how many|how much|how large|how big|how far|how high|how tall|how fast|how old|how long|how often|what percentage
    |what proportion|what share|population|magnitude|the number of|death toll|the toll|turnout
    |kaç|kaçı|ne kadar|yüzde kaç|kaçıncı|maliyeti
    |сколько|какой процент|насколько|как долго|какова доля|какой была явка|какова была явка
    |combien|quel pourcentage|quel âge|montant|quelle part`,
  ),
  rule(
    'person',
    `من هو|من هي|من هم|من الذي|من التي|ومن|من كان|من كانت|باسم من|مع من|على يد من|إلى من|على من|ضد من|بمن|لمن|ممن
    |کیست|کیستند|چه کسی|چه کسانی|چه کس|که بود|چه فردی|چه افرادی|کدام شخص|کدام یک از افراد|چه کسی بود
    |who|whom|whose
    |kim|kimdir|kime|kimi|kimin|kimler|kiminle
    |кто|кого|кому|кем|чей|чья
    |qui|avec qui|à qui`,
    'من',
  ),
  rule(
    'yes-no',
    'هل|آیا|ли|est ce que',
    'did|does|do|is|are|was|were|has|have|had|will|can|could|should',
  ),
]

const orders: readonly { readonly order: Order; readonly phrases: readonly string[] }[] = [
  {
    order: 'latest',
    phrases: phrasesOf(
      `آخر|الأخير|الأخيرة|أحدث|الأحدث|مؤخرا|آخرین|تازه ترین|واپسین|جدیدترین|اخیرترین|latest|most recent|newest|last meeting|last visit|last time
      |last call|last met|en son|последний|последняя|последнее|последний раз|последняя встреча|dernier|dernière|plus récent|plus récente`,
    ),
  },
  {
    order: 'first',
    phrases: phrasesOf(
      'أول|الأولى|الأول|نخستین|اولین|first|earliest|ilk|первый|первая|первое|впервые|premier|première',
    ),
  },
]

/** "When did they last meet?", but not "last year". */
const lastVerb =
  / last (?!year|month|week|night|decade|century|season|spring|summer|autumn|fall|winter|\p{L}*day |name|words?|stage|part|time in )/u

const latestWords = new Set(
  foldedWords(
    'آخر أحدث الأخير الأخيرة آخرین تازه ترین تازهترین جدیدترین واپسین latest newest recent son последний последняя dernier dernière',
  ),
)

const severalPhrases = phrasesOf(
  `ما هي|ما أبرز|من هم|چه کسانی|کدام کشورها|چه کشورهایی|چه چیزهایی|چه کارهایی|which countries|what are|which places|who are|hangi ülkeler|какие|quels|quelles`,
)

/** Words that ask and say nothing: no answer need hold them. Of Arabic, Persian and English the stopwords go besides. */
export const askingWords: ReadonlySet<string> = new Set(
  foldedWords(
    `كم وكم متى ومتى أين وأين من ومن لماذا ولماذا كيف وكيف هل ما ماذا وماذا أي أية ماهو ماهي هو هي هم الذي التي حسب بحسب أخبار الأخبار خبر
    کی کیست کیستند چه چی چیست کجا کجاست چند چندم چقدر چرا چگونه چطور آیا کدام کسی کسانی نام دارد داشت اخبار خبر بود شد است عدد تعداد اسم
    who whom whose what which when where why how many much long large news al el did does do is are was were has have had name tell me please according
    kim kimdir ne nedir neden niçin nerede nereye nereden zaman kaç kadar hangi nasıl ile ve bir bu şu için mi mı mu mü göre oldu haber haberler haberleri
    кто что какой какая какое какие каком какого когда где куда откуда почему зачем как сколько в на и с по о об из за был была было были это ли для от до у не новости новость
    qui que quoi quel quelle quels quelles quand où pourquoi comment combien est ce le la les l d de du des un une à au aux en et t il elle a ont selon pour par s sur dans se son sa ses été nouvelles actualités`,
  ),
)
