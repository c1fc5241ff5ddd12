/** Arabic. */
import type { LanguageTable } from '../language-table.ts'
import { words } from '../words.ts'
import { asking, order } from './asking.ts'
import { measures, numbers } from './numbers.ts'
import { courtesies, followUps, leaning, reasons, requests } from './talk.ts'
import { times } from './times.ts'

export const ar = {
  script: 'arabic',
  quotationMarks: ['«', '»'],
  stopwords: words`
    من في على إلى الى عن مع بين عند عندما منذ خلال بعد قبل حتى حول ضد دون بدون أمام خلف تحت فوق حسب وفق وفقا لدى لدي نحو عبر ضمن
    هذا هذه ذلك تلك هؤلاء أولئك الذي التي الذين اللذين اللذان اللتان اللتين اللاتي اللواتي
    هو هي هم هما هن أنا نحن أنت أنتم أنتِ إياه نا
    كان كانت كانوا يكون تكون يكونوا ليس ليست أصبح أصبحت ظل مازال لايزال يزال تزال
    أن إن أنه أنها إنه إنها أنهم إنهم بأن بأنه بأنها لأن لأنه لأنها فإن وأن وإن
    لا لم لن ما لو لولا إذا إذ قد لقد فقد وقد سوف ثم أو أم بل لكن ولكن كما كذلك أيضا بينما حيث حيثما أي أية
    كل كلا كلتا بعض جميع غير سوى أحد إحدى عدة
    به بها بهم له لها لهم لهما لنا لك فيه فيها فيهم منه منها منهم عليه عليها عليهم إليه إليها إليهم عنه عنها معه معها معهم
    هناك هنا الآن اليوم فقط مثل ذات ذو ذي تم يتم وهو وهي وهم ومن وفي وعلى وإلى وعن ومع ولا ولم ولن وما وهذا وهذه وذلك وكان وكانت والتي والذي والذين
    فهو فهي فيما مما عما ممن إما أما لذلك لهذا بهذا بهذه لهذه بذلك و ف ب ل ك قال وقال وأضاف يا اذا الا إلا وإلا`,
  smallWords: {
    weight: 3,
    words: words`في من على إلى الى هل ما متى أين اين كم كيف لماذا ماذا هو هي هذا هذه التي الذي عن مع أن ان كان كانت بين قال لم لا`,
  },
  asking,
  order,
  numbers,
  measures,
  times,
  reasons,
  followUps,
  leaning,
  courtesies,
  requests,
} as const satisfies LanguageTable
