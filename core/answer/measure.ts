/**
 * Measures: what kind of quantity a question wants, and whether a number in a sentence is one.
 *
 * In:   the folded words of a question in six languages; a sentence in Arabic, Persian or English.
 * Out:  money, an age, a length of time…, or null where things are counted; for a span, whether it is such a quantity.
 * Cost: one pass over a few dozen phrases; a look at the words around a number.
 *
 * "How much did the probe cost?" is not answered by the 493 million kilometres that it flew.
 */
import type { Span } from '../article.ts'
import type { SentenceWords } from './asked-span.ts'
import { foldedWords, phrasesOf } from './folded-words.ts'

/** `share` is a percentage or fraction, `speed` any length in a time. */
export type Measure =
  | 'money'
  | 'age'
  | 'duration'
  | 'share'
  | 'length'
  | 'area'
  | 'mass'
  | 'speed'
  | 'temperature'

/** @param words - The question's, folded. */
export function measureAsked(words: readonly string[]): Measure | null {
  const at = words.findIndex((word) => countingWords.has(word))
  const unit = words.slice(at + 1).find((word) => !scales.has(word))
  if (at !== -1 && unit !== undefined) {
    const byUnit = rules.find(({ units }) => units.has(unit))
    if (byUnit !== undefined) return byUnit.measure
    if (countsAlways.has(words[at] ?? '') || things.has(unit)) return null
  }
  const padded = ` ${words.join(' ')} `
  return (
    rules.find(({ phrases }) => phrases.some((phrase) => padded.includes(phrase)))?.measure ?? null
  )
}

/** Whether the words right before and behind the number are those of the measure. */
export function isMeasured(
  measure: Measure,
  { start, end }: Span,
  { text, tokens }: SentenceWords,
): boolean {
  const { units, sign } = ruleOf.get(measure)!
  const first = tokens.findIndex((token) => token.end > start)
  const behind = tokens.findIndex((token) => token.start >= end)
  const around = tokens.slice(
    Math.max(0, first - reach.before),
    behind === -1 ? tokens.length : behind + reach.behind,
  )
  const isSigned = sign?.test(text.slice(Math.max(0, start - 2), end + 3)) === true
  return isSigned || around.some(({ surface }) => units.has(surface))
}

/** In words: «بلغ عمره 37», "37 years", «۳۷ ساله». */
const reach = { before: 1, behind: 2 } as const

interface MeasureRule {
  readonly measure: Measure
  readonly phrases: readonly string[]
  readonly units: ReadonlySet<string>
  readonly sign?: RegExp
}

/** What stands behind these is counted, unless it is a unit; «كم» and "сколько" ask for a measure as well («كم بلغ»). */
const countsAlways = new Set(foldedWords('many چند kaç combien'))
const countingWords = new Set([...countsAlways, ...foldedWords('كم وكم بكم сколько')])
const things = new Set(foldedWords('عدد شخصا شخص مرة مرات نفر человек раз'))
const scales = new Set(
  foldedWords(
    'ألف آلاف مليون ملايين مليار هزار میلیون میلیارد thousand million billion milyon milyar de тысяч миллионов миллиардов millions milliards',
  ),
)

function rule(measure: Measure, asked: string, units: string, sign?: RegExp): MeasureRule {
  return {
    measure,
    phrases: phrasesOf(asked),
    units: new Set(foldedWords(units)),
    ...(sign === undefined ? {} : { sign }),
  }
}

const lengths = `metre metres meter meters m km kilometre kilometres kilometer kilometers mile miles foot feet ft inch inches cm
  centimetre centimetres متر مترا مترًا أمتار كيلومتر كيلومترا كيلومترات كلم ميل ميلا أميال قدم قدما أقدام سنتيمتر سنتيمترا
  کیلومتر کیلومتری متری مایل فوت پا اینچ سانتیمتر سانتی`
const years =
  'year years سنة سنوات سنه عام عاما أعوام عامين سنتين سال ساله سالگی سالگي yıl лет года год ans'

/** The first that holds counts. */
const rules: readonly MeasureRule[] = [
  rule(
    'share',
    `what percentage|what proportion|what share|percent|turnout|ما نسبة|النسبة|نسبة|درصد|چه نسبت|yüzde kaç|yüzde kaçı|процент|процентов|какова доля|явка
    |quel pourcentage|quelle part|taux`,
    `percent percentage cent المئة المائة بالمئة بالمائة درصد نسبة نصف ثلث ربع ثلثا ثلثي نیم نیمی half third quarter thirds quarters
    yüzde процентов процента`,
    /[%٪]/u,
  ),
  rule(
    'age',
    `how old|what age|age of|عمر|عمره|عمرها|العمر|چند ساله|چند سالگی|چند سال دارد|چند سال داشت|چند سالش|سن|سن او|kaç yaşında|yaşı
    |сколько лет|возраст|возрасте|quel âge|âge`,
    `${years} old aged age عمره عمرها عمر العمر سن`,
  ),
  rule(
    'duration',
    `how long|how much time|كم استمر|كم استمرت|كم استغرق|كم استغرقت|كم يستغرق|كم تستغرق|كم دام|كم دامت|كم مدة|ما مدة|كم من الوقت|مدة|كم قضى|كم أمضى
    |چه مدت|چه مدتی|طول کشید|طول می کشد|طول کشیده|ne kadar sürdü|ne kadar süre|kaç saat|как долго|сколько длился|сколько длилась|сколько длились
    |сколько времени|combien de temps`,
    `${years} second seconds minute minutes hour hours day days week weeks month months decade decades century centuries night nights
    ثانية ثوان ثواني دقيقة دقائق دقيقتين ساعة ساعات ساعتين يوم يوما أيام يومين أسبوع أسبوعا أسابيع أسبوعين شهر شهرا أشهر شهور شهرين عقد عقدا عقود عقدين قرن قرنا قرون
    ثانیه دقیقه ساعت ساعته روز روزه هفته ماه ماهه دهه قرن سده saat gün hafta ay dakika часов часа час дней дня месяцев недель минут heures jours mois semaines ${lengths}`,
  ),
  rule(
    'temperature',
    'temperature|how hot|how cold|درجة الحرارة|دما|دمای|sıcaklık|температура|température',
    'degree degrees celsius fahrenheit درجة درجات مئوية درجه سانتیگراد سلسیوس',
    /°/u,
  ),
  rule(
    'speed',
    'how fast|speed|سرعة|بسرعة|سرعت|hızı|скорость|скоростью|vitesse',
    `${lengths} mph kmh knots mach عقدة عقد ماخ گره`,
  ),
  rule(
    'area',
    'area of|the area|مساحة|مساحتها|مساحته|المساحة|مساحت|وسعت|yüzölçümü|площадь|superficie',
    `${lengths} square sq acre acres hectare hectares مربع مربعا مربعة هكتار هكتارا فدان فدانا دونم هکتار км`,
    /²|كم|کم/u,
  ),
  rule(
    'mass',
    'weigh|weighs|weighed|weight|وزن|وزنه|وزنها|يزن|تزن|ağırlığı|весит|весил|вес|pèse|poids',
    `kilogram kilograms kg kilo kilos gram grams ton tons tonne tonnes pound pounds كيلوغرام كيلوغراما كيلوجرام غرام غراما طن طنا أطنان كلغ كيلو
    کیلوگرم کیلوگرمی کیلو گرم تن تنی پوند`,
  ),
  rule(
    'length',
    `how far|how high|how tall|how wide|how deep|the height|the length|the distance|كم طول|ما طول|ما هو طول|ارتفاع|مسافة|المسافة|عمق|كم عرض|ما عرض|فاصله|فاصلهٔ|عرض|پهنا|پهنای|مسافت|طول
    |yüksekliği|uzunluğu|mesafe|высота|длина|расстояние|глубина|hauteur|longueur|profondeur`,
    lengths,
  ),
  rule(
    'money',
    `how much money|cost|costs|price|budget|worth|salary|earn|earned|spend|spent|revenue|loan|كلفة|كلفته|تكلفة|التكلفة|كلفت|كلف|تكاليف|سعر|ثمن|قيمة|ميزانية|موازنة|راتب|مبلغ|المبلغ|قرض|القرض|بالدولار
    |قیمت|هزینه|هزینهٔ|بودجه|بودجهٔ|فروش|دستمزد|درآمد|پول|مبلغ|ثروت|وام|خسارت|maliyeti|maliyet|fiyatı|bütçesi|bütçe|ücreti|para
    |стоил|стоила|стоило|стоит|цена|стоимость|бюджет|зарплата|денег|coût|coûté|coûte|prix|budget|salaire|argent`,
    `dollar dollars euro euros pound pounds rouble roubles ruble rubles lira liras dirham dirhams riyal riyals rial rials yen yuan rupee rupees
    dinar dinars toman cents francs shekels crore دولار دولارا دولارات دولاراً يورو جنيه جنيها جنيهات ليرة ليرات روبل ريال ريالا ريالات درهم درهما دينار دينارا دنانير
    ين يوان روبية فرنك شيكل إسترليني للدولار دلار دلاری یورو پوند لیر لیره تومان تومانی روپیه فرانک سنت dolar avro долларов доллара рублей евро`,
    /[$€£¥₽₹]/u,
  ),
]

const ruleOf: ReadonlyMap<Measure, MeasureRule> = new Map(rules.map((one) => [one.measure, one]))
