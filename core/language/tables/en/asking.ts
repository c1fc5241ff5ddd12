/** What asks in English, with the contractions that are typed without their apostrophe. */
import type { Asking, Orders } from '../language-table.ts'
import { words } from '../words.ts'

export const asking: Asking = {
  kinds: {
    who: {
      anywhere: [...words`who whom whose whos whod`, 'by whom'],
    },
    where: { anywhere: words`where wheres whereabouts` },
    when: { anywhere: [...words`when whens`, 'what time', 'how long ago', 'how soon'] },
    'how-many': {
      anywhere: [
        'how many',
        'howmany',
        'how much',
        'how large',
        'how big',
        'how often',
        'how frequently',
        'what number',
      ],
    },
    'how-much': { anywhere: ['how much is', 'how much are'] },
    age: { anywhere: ['how old', 'what age'] },
    measure: {
      anywhere: [
        'how far',
        'how high',
        'how tall',
        'how fast',
        'how long',
        'how wide',
        'how deep',
        'how heavy',
        'how hot',
        'how cold',
      ],
    },
    which: { anywhere: words`which` },
    what: { anywhere: words`what whats wat whatever` },
    why: {
      anywhere: [
        ...words`why whys`,
        'how come',
        'what for',
        'for what',
        'what caused',
        'what made',
        'what led to',
        'what prompted',
        'what is behind',
        'what was behind',
        'whats behind',
      ],
    },
    how: { anywhere: ['how', 'hows', 'by what means', 'by which means'] },
    'yes-no': {
      anywhere: ['is it true', 'whether'],
      atStart: words`did does do is are was were has have had will can could should would isnt arent wasnt didnt doesnt dont hasnt`,
    },
  },
  kindNouns: {
    who: words`person people persons`,
    where: words`city country town place cities countries towns places location capital state province region continent village district venue island
      port villages district districts area neighbourhood neighborhood street county`,
    when: words`year date day month time years decade century hour season weekday`,
    'how-many': words`number population toll count total turnout magnitude`,
    why: words`reason reasons cause causes motive purpose`,
    how: words`way method`,
  },
  venues: words`stadium stadiums airport airports hospital`,
  roles: words`player coach minister president actor actress director singer writer author official expert goalkeeper striker captain
    ambassador commander referee athlete champion scientist spokesman spokeswoman mp lawmaker senator leader manager driver
    analyst general judge lawyer doctor professor journalist artist musician footballer`,
  besideKind: { where: words`located situated`, who: words`name`, number: words`amount` },
  nounStands: 'behind',
  counting: words`many much`,
  countsAlways: words`many`,
  counted: words`people`,
  pointing: words`who whose what which`,
  several: [
    'which countries',
    'what are',
    'which places',
    'who are',
    'what countries',
    'which cities',
  ],
  leadIns: [
    ...words`please pls plz tell say remember hey hi hello so ok okay sorry and but well`,
    'tell me',
    'can you tell me',
    'could you tell me',
    'would you tell me',
    'can you please tell me',
    'could you please tell me',
    'can you say',
    'could you say',
    'can you explain',
    'could you explain',
    'would you explain',
    'can anyone tell me',
    'can somebody tell me',
    'can someone tell me',
    'do you know',
    'does anyone know',
    'does anybody know',
    'i want to know',
    'i would like to know',
    'id like to know',
    'i wonder',
    'im wondering',
    'i was wondering',
    'any idea',
    'any idea about',
    'excuse me',
    'quick question',
  ],
  empty: words`who whom whose what which when where why how many much long large news al el did does do is are was were has have had name tell
    me please according`,
  stopwords: words`who whom whose when where why how what which did does do is are was were has have had can could will would`,
  and: words`and`,
}

export const order: Orders = {
  latest: [
    ...words`latest newest`,
    'most recent',
    'last meeting',
    'last visit',
    'last time',
    'last call',
    'last met',
  ],
  first: words`first earliest`,
  latestWords: words`latest newest recent`,
  latestUnless: {
    word: 'last',
    behind: [
      ...words`year month week night decade century season spring summer autumn fall winter sunday monday tuesday wednesday thursday
        friday saturday day name word words stage stages part parts`,
      'time in',
    ],
  },
}
