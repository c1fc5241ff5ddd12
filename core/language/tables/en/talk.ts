/** How English readers talk to a bot and go on from what was asked, and how its sentences lean and give reasons. */
import type { FollowUpWords, LeaningWords, Requests, Words } from '../language-table.ts'
import { words } from '../words.ts'

export const reasons: Words = [
  ...words`because since owing reason cause caused therefore why`,
  'due to',
  'as a result',
  'in protest',
  'in order',
  'so that',
  'thanks to',
  'comes from',
]

export const followUps: FollowUpWords = {
  openers: words`and so then but also`,
  pronouns: words`he she him her his hers them their theirs himself herself themselves`,
  weak: words`it its they this that these those one`,
  times: words`year week month morning evening afternoon day time season summer winter spring autumn century decade`,
  suffixes: [],
  sayings: [
    'is it true that',
    'what time is it',
    'what is the time',
    'whats the time',
    'whats new',
    'whats up',
    'what is new',
    'whats the news',
    'what is the news',
    'it rains',
    'it rain',
    'it snows',
    'it snow',
    "what's new",
    "what's up",
    "what's the news",
    "what's the time",
    "it's going to rain",
    "it's raining",
    "how's it going",
    'hows it going',
    'how is it going',
    'is this thing on',
    'that i',
    'that you',
    'that we',
    'said that',
    'say that',
    'says that',
    'think that',
    'know that',
    'mean that',
    'so that',
    'these days',
    'at that time',
  ],
  about: ['what about', 'how about', 'and what about', 'and how about', 'and'],
  aboutBehind: [],
  prepositions: words`in at on to from for by of during since with`,
}

export const leaning: LeaningWords = {
  first: words`he she they his her their it its`,
  second: null,
  pairs: [],
}

export const courtesies: Words = [
  ...words`hello hi hey thanks thx bye goodbye ok okay welcome`,
  'thank you',
  'many thanks',
  'very much',
  'so much',
  'a lot',
  'good morning',
  'good evening',
  'good night',
  'how are you',
]

export const requests: Requests = {
  openers: ['please', 'can you', 'could you', 'would you', 'i want you to', 'please', 'me'],
  make: {
    verbs: words`write compose`,
    verbsBehind: [],
    things: words`poem song story essay letter email code function program script haiku rap`,
  },
  translate: { verbs: words`translate`, verbsBehind: [], things: words`into to` },
  amuse: {
    verbs: ['tell', 'make up'],
    verbsBehind: [],
    things: ['joke', 'jokes', 'bedtime story', 'riddle'],
  },
  override: {
    verbs: words`ignore forget disregard override print reveal repeat`,
    verbsBehind: [],
    things: ['instructions', 'prompt', 'the articles', 'everything'],
  },
  aboutTheBot: [
    'who are you',
    'what are you',
    'what can you do',
    'are you a robot',
    'are you human',
  ],
}
