/** How Arabic readers talk to a bot and go on from what was asked, and how its sentences lean and give reasons. */
import type { FollowUpWords, LeaningWords, Requests, Words } from '../language-table.ts'
import { words } from '../words.ts'

export const reasons: Words = [
  ...words`بسبب لأن لأنه لأنها لأنهم نتيجة جراء بفعل نظرا نظراً احتجاجا احتجاجاً بهدف بغية لكي كي إذ سبب أسباب بفضل خشية`,
  'من أجل',
  'مما أدى',
  'أدى إلى',
  'ردا على',
]

export const followUps: FollowUpWords = {
  openers: words`و ف ثم طب طيب`,
  pronouns: words`معه معها معهم معاه معاها عنه عنها عنهم به بها بهم بيه بيها له لها لهم منه منها منهم فيه فيها فيهم إليه إليها إليهم عليه عليها عليهم بعده بعدها قبله قبلها بينهما بينهم عنده عندها ضده ضدها لديه لديها وراءه خلفه`,
  weak: words`ذلك تلك هذا هذه ذاك هاد هاي هذي هيدا هيدي ده دي دا`,
  times: words`العام السنة الأسبوع الشهر اليوم المساء الصباح الموسم الأيام المرة`,
  suffixes: words`ها هم هما هن تهم`,
  about: [
    'وماذا عن',
    'ماذا عن',
    'وعن',
    'شو عن',
    'وشو عن',
    'ايش عن',
    'وبالنسبة ل',
    'وبخصوص',
    'ماذا بشأن',
  ],
  aboutBehind: [],
  prepositions: words`في إلى من على بعد قبل خلال عام سنة ب ل`,
  copulas: words`هو هي هم`,
}

export const leaning: LeaningWords = {
  first: words`وأضاف وأضافت وتابع وتابعت وأوضح وأوضحت وأكد وأكدت وقال وقالت وأشار وأشارت وذكر وذكرت وشدد وشددت واعتبر واعتبرت
    ولفت ولفتت وختم وزاد وبين وأردف ونفى ودعا وحذر ورأى ومهمته ومهمتها`,
  second: words`أن أنه أنها إن إنه إنها إلى على في رسم قائلا قائلة بأن`,
  pairs: [],
}

export const courtesies: Words = [
  ...words`شكرا مشكور مرحبا أهلا وبركاته تمام`,
  'شكرا لك',
  'شكرا لكم',
  'شكرا جزيلا',
  'شكرا جزيلا لك',
  'شكرا جزيلا لكم',
  'أهلا وسهلا',
  'السلام عليكم',
  'وعليكم السلام',
  'ورحمة الله',
  'صباح الخير',
  'صباح النور',
  'مساء الخير',
  'مساء النور',
  'كيف حالك',
  'كيف الحال',
  'مع السلامة',
  'إلى اللقاء',
  'بارك الله فيك',
]

export const requests: Requests = {
  openers: ['لو سمحت', 'من فضلك', 'رجاء', 'هل يمكنك أن', 'هل تستطيع أن', 'أريد منك أن', 'ممكن'],
  make: {
    verbs: words`اكتب تكتب ألف انظم`,
    verbsBehind: [],
    things: words`قصيدة شعرا قصة أغنية رسالة دالة كود كودا برنامجا`,
  },
  translate: { verbs: words`ترجم`, verbsBehind: [], things: words`إلى لي` },
  amuse: {
    verbs: words`احك احكي قل هات أخبرني`,
    verbsBehind: [],
    things: words`نكتة طرفة لغزا`,
  },
  override: {
    verbs: words`تجاهل انس انسى اكشف اطبع كرر`,
    verbsBehind: [],
    things: words`التعليمات تعليماتك تعليمات الأوامر أوامرك`,
  },
  aboutTheBot: ['من أنت', 'من أنتم', 'ما أنت', 'هل أنت روبوت', 'ماذا تستطيع أن تفعل'],
}
