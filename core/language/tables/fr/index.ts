/** French. */
import type { LanguageTable } from '../language-table.ts'
import { words } from '../words.ts'
import { asking, order } from './asking.ts'
import { measures, numbers } from './numbers.ts'

export const fr = {
  script: 'latin',
  quotationMarks: ['«', '»'],
  stopwords: words`le la les l un une des du de d et ou où en dans sur sous par pour avec sans entre vers chez à au aux ce cet cette ces c que qu qui
    quoi quel quelle quels quelles quand comment pourquoi combien est sont était étaient fut furent être été a ont avait avaient
    il elle ils elles on se s son sa ses leur leurs ne n pas plus y dont lors t j m je nous vous ils mais donc si comme`,
  smallWords: {
    weight: 2,
    words: words`le la les de des du et est en une qui que quoi quand où pourquoi comment combien dans pour par sur avec a-t-il quel quelle l d`,
  },
  asking,
  order,
  numbers,
  measures,
  times: {
    months: {},
    monthsOnlyWithDay: [],
    names: words`janvier février avril juin juillet août septembre octobre novembre décembre lundi mardi mercredi jeudi vendredi samedi
      dimanche hier`,
    capitalised: words`mars mai`,
    fillers: words`le`,
    reported: null,
    askedDays: [
      ["aujourd['’]hui", 0],
      ['(?<!après[ -])demain', 1],
      ['(?<!avant[ -])hier', -1],
    ],
    outletsBeforeToday: [],
    aside: words`depuis après avant`,
    asideJoints: [],
  },
  reasons: [...words`parce car afin`, 'à cause'],
  followUps: {
    openers: words`et alors puis`,
    pronouns: words`elle ils elles lui eux leur leurs son sa ses`,
    weak: words`il cela ça ce cette ces celui celle y en`,
    times: words`année semaine mois jour matin soir saison fois`,
    suffixes: [],
    sayings: [
      'quelle heure est il',
      'quoi de neuf',
      'est ce vrai que',
      'c est vrai que',
      'est ce que',
      'il pleut',
      'il neige',
      'il y a',
      'il faut',
    ],
    about: ['et pour', 'et', 'qu en est il de', 'qu en est il du'],
    aboutBehind: [],
    prepositions: words`à en dans de du des au aux pour depuis`,
  },
  leaning: { first: [], second: null, pairs: [] },
  courtesies: [
    ...words`merci bonjour bonsoir salut`,
    'merci beaucoup',
    'ça va',
    'au revoir',
    'bonne journée',
    'bonne nuit',
  ],
  requests: {
    openers: ['bonjour', 's il te plaît', 's il vous plaît', 'peux tu', 'pouvez vous', 'me'],
    make: {
      verbs: words`écris écrivez rédige rédigez compose`,
      verbsBehind: [],
      things: words`poème histoire chanson lettre code`,
    },
    translate: { verbs: words`traduis traduisez`, verbsBehind: [], things: words`en` },
    amuse: {
      verbs: words`raconte raconter racontez dis`,
      verbsBehind: [],
      things: words`blague devinette`,
    },
    override: {
      verbs: words`oublie oubliez ignorez affiche révèle`,
      verbsBehind: [],
      things: words`consignes`,
    },
    aboutTheBot: ['qui es tu', 'que sais tu faire'],
  },
} as const satisfies LanguageTable
