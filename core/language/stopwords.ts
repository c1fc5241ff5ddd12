/**
 * Stopwords name the words that tell nothing of what a text is about, as writers spell them.
 *
 * Question words are among them: they help no ranking. What a question asks for is told by `question-words.ts`.
 */
import { fold } from './letters.ts'
import { questionWords } from './question-words.ts'

const arabic = `
من في على إلى الى عن مع بين عند عندما منذ خلال بعد قبل حتى حول ضد دون بدون أمام خلف تحت فوق حسب وفق وفقا لدى لدي نحو عبر ضمن
هذا هذه ذلك تلك هؤلاء أولئك الذي التي الذين اللذين اللذان اللتان اللتين اللاتي اللواتي
هو هي هم هما هن أنا نحن أنت أنتم أنتِ إياه نا
كان كانت كانوا يكون تكون يكونوا ليس ليست أصبح أصبحت ظل مازال لايزال يزال تزال
أن إن أنه أنها إنه إنها أنهم إنهم بأن بأنه بأنها لأن لأنه لأنها فإن وأن وإن
لا لم لن ما لو لولا إذا إذ قد لقد فقد وقد سوف ثم أو أم بل لكن ولكن كما كذلك أيضا بينما حيث حيثما أي أية
كل كلا كلتا بعض جميع غير سوى أحد إحدى عدة
به بها بهم له لها لهم لهما لنا لك فيه فيها فيهم منه منها منهم عليه عليها عليهم إليه إليها إليهم عنه عنها معه معها معهم
هناك هنا الآن اليوم فقط مثل ذات ذو ذي تم يتم وهو وهي وهم ومن وفي وعلى وإلى وعن ومع ولا ولم ولن وما وهذا وهذه وذلك وكان وكانت والتي والذي والذين
فهو فهي فيما مما عما ممن إما أما لذلك لهذا بهذا بهذه لهذه بذلك و ف ب ل ك قال وقال وأضاف يا اذا الا إلا وإلا
`

const persian = `
و در به از که را با این آن برای تا بر یا هم نیز اما ولی اگر چون زیرا پس سپس نه بی جز مگر بلکه همچنین چنین چنان چنانچه
است هست هستند هستم هستیم هستید نیست نیستند بود بودند بودم بوده باشد باشند باش باید نباید شاید
شد شدند شده شود شوند می‌شود می‌شوند نشد نشده کرد کردند کرده کند کنند می‌کند می‌کنند کنیم کنم کردن شدن نموده نمود گردید
دارد دارند داشت داشتند داشته دارای می‌باشد می‌باشند خواهد خواهند توان می‌توان تواند می‌تواند
من تو او ما شما آنها آن‌ها آنان ایشان وی خود خویش خودش اینها این‌ها همه هر هیچ یک یکی دو چند دیگر دیگری بسیار خیلی
بین میان پیش بعد قبل روی زیر بالای پایین سوی نزد مورد طی ضمن درباره دربارهٔ درباره‌ی مانند مثل همان همین همچون حتی تنها فقط
اند ام ای ایم اید ات اش شان مان تان ها های هایی ی ه می نمی تر ترین را رو اینکه آنکه بنابراین طبق وقتی هنگامی هنگام جایی گفت گفته
`

const english = `
a an the and or but if then else of in on at by for with about against between into through during before after above below
to from up down out off over under again further once here there all any both each few more most other some such no nor not
only own same so than too very can will just should now is am are was were be been being have has had having do does did doing
i me my we our ours you your yours he him his she her hers it its they them their theirs this that these those as until while
because would could may might must shall also s t d m re ve ll said says
`

const wordsOf = (list: string): string[] =>
  list
    .trim()
    .split(/\s+/u)
    .map((word) => fold(word))

const askingWords = Object.values(questionWords)
  .flatMap((kinds) => Object.values(kinds).flat())
  .filter((word) => !word.includes(' '))

const stopwords: Readonly<Record<'ar' | 'fa' | 'en', ReadonlySet<string>>> = {
  ar: new Set([...wordsOf(arabic), ...askingWords]),
  fa: new Set([...wordsOf(persian), ...askingWords]),
  en: new Set([...wordsOf(english), ...askingWords]),
}

export function isStopword(surface: string, list: 'ar' | 'fa' | 'en'): boolean {
  return stopwords[list].has(surface)
}
