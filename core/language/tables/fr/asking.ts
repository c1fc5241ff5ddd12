/** What asks in French; an apostrophe parts its words. */
import type { Asking, Orders } from '../language-table.ts'
import { words } from '../words.ts'

export const asking: Asking = {
  kinds: {
    who: {
      anywhere: ['qui', 'avec qui', 'à qui', 'par qui', 'de qui', 'qui est ce qui', 'c est qui'],
    },
    where: { anywhere: [...words`où`, 'd où', 'c est où', 'dans quel endroit'] },
    when: {
      anywhere: [
        ...words`quand`,
        'depuis quand',
        'à quel moment',
        'il y a combien de temps',
        'c est quand',
      ],
    },
    'how-many': { anywhere: ['combien', 'cb', 'à quelle fréquence'] },
    'how-much': {
      anywhere: [
        'ça coûte combien',
        'combien coûte',
        'combien a coûté',
        'combien vaut',
        'à combien',
      ],
    },
    age: { anywhere: ['quel âge'] },
    measure: { anywhere: ['combien de temps', 'pendant combien de temps', 'combien mesure'] },
    which: {
      anywhere: words`quel quelle quels quelles lequel laquelle lesquels lesquelles auquel duquel`,
    },
    what: {
      anywhere: ['que', 'quoi', 'qu est ce', 'qu est ce que', 'qu est ce qui', 'c est quoi', 'qu'],
    },
    why: { anywhere: ['pourquoi', 'pour quoi', 'pour quelle raison', 'pr quoi', 'pk'] },
    how: { anywhere: ['comment', 'de quelle manière', 'de quelle façon'] },
    'yes-no': {
      anywhere: ['est ce que', 'est ce qu'],
      atStart: ['est il', 'est elle', 'a t il', 'a t elle', 'ont ils', 'y a t il', 'est ce'],
    },
  },
  kindNouns: {
    who: words`personne nom`,
    where: words`pays ville villes lieu endroit région capitale continent île village stade quartier département commune villages`,
    when: words`année date jour heure mois siècle moment époque`,
    'how-many': words`nombre population bilan`,
    why: words`raison raisons cause causes`,
    how: words`manière façon`,
  },
  venues: words`stades aéroport hôpital`,
  besideKind: { where: words`situé située trouve`, number: words`montant` },
  nounStands: 'behind',
  counting: words`combien`,
  countsAlways: [],
  countingJoints: words`de d`,
  counted: [],
  pointing: words`quel quelle quels quelles qui combien`,
  several: words`quels quelles`,
  leadIns: [
    ...words`bonjour salut dis dites alors et`,
    's il te plaît',
    's il vous plaît',
    'svp',
    'stp',
    'dis moi',
    'dites moi',
    'peux tu me dire',
    'pouvez vous me dire',
    'tu sais',
    'sais tu',
    'savez vous',
    'je voudrais savoir',
    'j aimerais savoir',
  ],
  empty: words`qui que quoi quel quelle quels quelles quand où pourquoi comment combien est ce le la les l d de du des un une à au aux en et t il
    elle a ont selon pour par s sur dans se son sa ses été nouvelles actualités`,
  stopwords: [],
  and: words`et`,
}

export const order: Orders = {
  latest: ['dernier', 'dernière', 'plus récent', 'plus récente'],
  first: words`premier première`,
  latestWords: words`dernier dernière`,
}
