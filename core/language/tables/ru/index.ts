/** Russian. */
import type { LanguageTable } from '../language-table.ts'
import { words } from '../words.ts'
import { asking, order } from './asking.ts'
import { measures, numbers } from './numbers.ts'

export const ru = {
  script: 'cyrillic',
  quotationMarks: ['«', '»'],
  stopwords: words`и в во на с со к ко о об от до из за по для у при без под над между через а но или не ни что кто кого кому кем чем чего чему
    когда где куда откуда почему зачем как какой какая какое какие каком какую сколько который которая которые ли же бы то это
    этот эта эти был была было были есть быть его ее её их он она оно они ему ей им себя свой свою так также уже еще только чей
    чья чьи чьим`,
  smallWords: {
    weight: 2,
    words: words`и в не на что с как кто где когда почему сколько это из по для был была были было от до за да о какой какая какое какие каком
      чего чем кого`,
  },
  asking,
  order,
  numbers,
  measures,
  times: {
    months: {},
    monthsOnlyWithDay: [],
    names: words`января февраля марта апреля мая июня июля августа сентября октября ноября декабря понедельник вторник среду четверг пятницу
      субботу воскресенье вчера сегодня`,
    capitalised: [],
    fillers: words`года`,
    reported: null,
    askedDays: [
      ['сегодня', 0],
      ['завтра', 1],
      ['вчера', -1],
    ],
    outletsBeforeToday: [],
    aside: words`с после до`,
    asideJoints: [],
  },
  reasons: [...words`потому поскольку`, 'из за'],
  followUps: {
    openers: words`а и но`,
    pronouns: words`он она они его ее её их ему ей им ним ней ними него неё нее нем нём них оттуда там туда`,
    weak: words`оно это этот эта эти этого этой том`,
    times: words`год году неделе неделю месяце месяц день раз сезон`,
    suffixes: [],
    sayings: ['что нового', 'который час', 'правда ли это что', 'в это время', 'при этом'],
    about: ['а как насчет', 'как насчет', 'что насчет', 'а что насчет', 'а'],
    aboutBehind: [],
    prepositions: words`в во на из с со к о об от до`,
  },
  leaning: { first: [], second: null, pairs: [] },
  courtesies: [
    ...words`спасибо привет здравствуйте пока`,
    'большое спасибо',
    'спасибо большое',
    'добрый день',
    'доброе утро',
    'добрый вечер',
    'как дела',
    'до свидания',
  ],
  requests: {
    openers: words`пожалуйста можешь`,
    make: {
      verbs: words`напиши напишите сочини сочините`,
      verbsBehind: [],
      things: words`стихи стихотворение рассказ песню код`,
    },
    translate: { verbs: words`переведи переведите`, verbsBehind: [], things: words`на` },
    amuse: {
      verbs: words`расскажи расскажите`,
      verbsBehind: [],
      things: words`анекдот шутку загадку`,
    },
    override: {
      verbs: words`забудь игнорируй выведи`,
      verbsBehind: [],
      things: words`инструкции указания промпт`,
    },
    aboutTheBot: ['кто ты', 'что ты умеешь'],
  },
} as const satisfies LanguageTable
