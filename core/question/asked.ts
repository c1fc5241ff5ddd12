/**
 * What is asked: reads from a question whether it wants a person, a place, a time, a number, a cause…
 *
 * In:   a question and its language; of a language without a table the first table of its script is used.
 * Out:  one kind, or two asked at once ("who and when"), the main one first; 'topic' alone where nothing is asked.
 * Cost: one pass over the words of the question.
 *
 * A table of phrases, no grammar: it steers the choice of a sentence and never decides on its own.
 */
import type { LanguageCode } from '../article.ts'
import { foldedWords, phrasesOf } from '../language/folded-words.ts'
import { allTables, tableOf } from '../language/tables/index.ts'
import type {
  AskingKind,
  AskingWords,
  Dimension,
  LanguageTable,
  NamedKind,
} from '../language/tables/language-table.ts'
import { readerOf, type DimensionReader } from './dimension.ts'
import { phraseIndex, type PhraseIndex } from './phrase-index.ts'
import { whoOrWhen } from './who-or-when.ts'

export type AskedKind = AskingKind | 'topic'

export type Order = 'latest' | 'first'

export interface Asked {
  readonly kinds: readonly [main: AskedKind, second?: AskedKind]
  /** What a number is to be a measure of; null for any other question. */
  readonly dimension: Dimension | null
  readonly order: Order | null
  /** Whether several answers are as good as one: "what places", «ما هي مناطق», «چه کسانی». */
  readonly several: boolean
}

const numberKinds: ReadonlySet<AskedKind> = new Set(['how-many', 'how-much', 'age', 'measure'])

export function asksNumber({ kinds }: Pick<Asked, 'kinds'>): boolean {
  return kinds.some((kind) => kind !== undefined && numberKinds.has(kind))
}

/** Whether any of these is asked for, alone or beside another. */
export function asksFor({ kinds }: Pick<Asked, 'kinds'>, ...wanted: readonly AskedKind[]): boolean {
  return kinds.some((kind) => kind !== undefined && wanted.includes(kind))
}

/** Whether it is no one kind of thing that is asked for first of all. */
export function asksThing({ kinds: [main] }: Pick<Asked, 'kinds'>): boolean {
  return main === 'which' || main === 'what' || main === 'how' || main === 'topic'
}

export function readAsked(text: string, language: LanguageCode): Asked {
  const tables = compiledOf(text, language)
  const words = foldedWords(text)
  const padded = ` ${words.join(' ')} `
  const has = (phrases: readonly string[]): boolean =>
    phrases.some((phrase) => padded.includes(phrase))
  const [main, second] = kindsOf(words, tables)
  return {
    kinds:
      main === undefined
        ? ['topic']
        : second === undefined
          ? [main.kind]
          : [main.kind, second.kind],
    dimension: main?.dimension ?? second?.dimension ?? null,
    order: orderOf(padded, has, tables),
    several: has(tables.several),
  }
}

interface Compiled {
  readonly table: LanguageTable
  readonly asking: PhraseIndex<Asking>
  readonly leadIns: PhraseIndex<true>
  readonly nouns: ReadonlyMap<string, NamedKind>
  readonly stopwords: ReadonlySet<string>
  readonly counted: ReadonlySet<string>
  readonly roles: ReadonlySet<string>
  readonly orderWords: ReadonlySet<string>
  readonly and: ReadonlySet<string>
  readonly several: readonly string[]
  readonly latest: readonly string[]
  readonly first: readonly string[]
  readonly dimension: DimensionReader
}

interface Asking {
  readonly kind: AskingKind
  readonly place: keyof AskingWords
}

interface Hit {
  readonly kind: AskingKind
  readonly dimension: Dimension | null
  /** Whether one of several places is asked for: "which city". */
  readonly isOneOf: boolean
  readonly at: number
  readonly rank: number
  readonly isJoined: boolean
}

/** A word that asks only at the beginning counts as if it stood so many words on: «من كم محافظة» asks how many. */
const later = { anywhere: 0, atEnd: 0, atStart: 1.5, opening: Infinity }

function kindsOf(all: readonly string[], compiled: Compiled): readonly Hit[] {
  const from = behindLeadIns(all, compiled)
  const hits = hitsOf(all.slice(from), compiled)
  // A question may be nothing but what elsewhere leads up to one.
  const found = hits.length > 0 || from === 0 ? hits : hitsOf(all, compiled)
  const [main] = found.toSorted((a, b) => a.rank - b.rank)
  if (main === undefined) return []
  const second = found.find((hit) => hit.at > main.at && hit.isJoined && hit.kind !== main.kind)
  if (second !== undefined) return [main, second]
  return main.isOneOf ? [main, { ...main, kind: 'which' }] : [main]
}

function behindLeadIns(words: readonly string[], { leadIns }: Compiled): number {
  let from = 0
  for (;;) {
    const [longest] = leadIns.at(words, from)
    if (longest === undefined || from + longest.length >= words.length) return from
    from += longest.length
  }
}

function hitsOf(words: readonly string[], compiled: Compiled): readonly Hit[] {
  const hits: Hit[] = []
  for (let at = 0; at < words.length; at += 1) {
    const match = compiled.asking
      .at(words, at)
      .find(({ value, length }) =>
        value.place === 'atEnd'
          ? at + length === words.length
          : value.place === 'anywhere' || at === 0,
      )
    const either = match === undefined ? whoOrWhen(words, at, compiled.table.asking.whoOrWhen) : []
    const kind = match?.value.kind ?? either[0]
    if (kind === undefined) continue
    const length = match?.length ?? 1
    hits.push({
      ...refined(kind, words, at, length, compiled),
      at,
      rank: at + later[match?.value.place ?? 'anywhere'],
      isJoined: isJoined(words, at, compiled),
    })
    const [, other] = either
    if (other !== undefined)
      hits.push({
        kind: other,
        dimension: null,
        isOneOf: false,
        at: at + 0.5,
        rank: at + 0.5,
        isJoined: true,
      })
    at += length - 1
  }
  return hits
}

/** "And when", "and in which year", «متى وأين», «وفي أي يوم»: Arabic writes its "and" on the word. */
function isJoined(
  words: readonly string[],
  at: number,
  { and, asking, stopwords }: Compiled,
): boolean {
  const [own = '', before = '', beforeIt = ''] = [words[at], words[at - 1], words[at - 2]]
  const isPrefixed = (word: string, isWord: (rest: string) => boolean): boolean =>
    [...and].some((one) => word.startsWith(one) && isWord(word.slice(one.length)))
  return (
    and.has(before) ||
    (and.has(beforeIt) && stopwords.has(before)) ||
    isPrefixed(own, (rest) => asking.at([rest], 0).length > 0) ||
    isPrefixed(before, (rest) => stopwords.has(rest))
  )
}

type Refined = Pick<Hit, 'kind' | 'dimension' | 'isOneOf'>

/** "What" and "which" ask for what their noun names, a number for what it measures. */
function refined(
  kind: AskingKind,
  words: readonly string[],
  at: number,
  length: number,
  compiled: Compiled,
): Refined {
  const { dimension } = compiled
  if (kind === 'what' || kind === 'which') {
    const behind = contentOf(words.slice(at + length), compiled)
    const before = contentOf(words.slice(0, at), compiled)
    const places =
      compiled.table.asking.nounStands === 'before' && kind === 'what'
        ? [behind.slice(0, 1), before.slice(0, 1), before.slice(-1)]
        : [
            behind.slice(0, 1),
            behind
              .slice(1, 2)
              .filter(() => kind === 'what' && compiled.orderWords.has(behind[0] ?? '')),
          ]
    for (const place of places) {
      const measure = dimension.named(place)
      if (measure !== null) return ofDimension(measure)
      const noun = place.map((word) => compiled.nouns.get(word)).find((one) => one !== undefined)
      if (noun !== undefined)
        return { kind: noun, dimension: null, isOneOf: noun === 'where' && place === places[0] }
      // "What did the minister say?" asks for no minister.
      if (kind === 'which' && place.some((word) => compiled.roles.has(word)))
        return { kind: 'who', dimension: null, isOneOf: true }
    }
    return ofKind(kind)
  }
  if (!numberKinds.has(kind)) return ofKind(kind)
  if (kind === 'age') return ofDimension('age')
  const measure = dimension.asked(words)
  if (measure !== null) return ofDimension(measure)
  if (kind !== 'how-much') return ofKind(kind)
  const isCounted = words.some(
    (word) => compiled.nouns.get(word) === 'how-many' || compiled.counted.has(word),
  )
  return isCounted ? ofKind('how-many') : ofDimension('money')
}

function ofKind(kind: AskingKind): Refined {
  return { kind, dimension: null, isOneOf: false }
}

function ofDimension(dimension: Dimension): Refined {
  const kind = dimension === 'money' ? 'how-much' : dimension === 'age' ? 'age' : 'measure'
  return { kind, dimension, isOneOf: false }
}

function contentOf(words: readonly string[], { stopwords, asking }: Compiled): readonly string[] {
  return words.filter((word) => !stopwords.has(word) && asking.at([word], 0).length === 0)
}

function orderOf(
  padded: string,
  has: (phrases: readonly string[]) => boolean,
  { table, latest, first }: Compiled,
): Order | null {
  const { latestUnless } = table.order
  if (latestUnless !== undefined) {
    const [, ...behind] = padded.split(` ${latestUnless.word} `)
    const isOther = (rest: string): boolean =>
      latestUnless.behind.some((phrase) => rest.startsWith(`${phrase} `))
    if (behind.some((rest) => rest !== '' && !isOther(rest))) return 'latest'
  }
  if (has(latest)) return 'latest'
  return has(first) ? 'first' : null
}

const compiled = new Map<LanguageTable, Compiled>()

function compiledOf(text: string, language: LanguageCode): Compiled {
  const table = tableOf(language) ?? tableByScript(text)
  const known = compiled.get(table) ?? compile(table)
  compiled.set(table, known)
  return known
}

function tableByScript(text: string): LanguageTable {
  const script = /\p{Script=Arabic}/u.test(text)
    ? 'arabic'
    : /\p{Script=Cyrillic}/u.test(text)
      ? 'cyrillic'
      : 'latin'
  const own = allTables.filter((table) => table.script === script)
  return own.find((table) => table === tableOf('en')) ?? own[0]!
}

function compile(table: LanguageTable): Compiled {
  const { asking, order } = table
  const phrases = Object.entries(asking.kinds).flatMap(([kind, { anywhere, ...placed }]) =>
    Object.entries({ ...placed, anywhere }).flatMap(([place, list]) =>
      list.map((phrase) => [phrase, { kind, place } as Asking] as const),
    ),
  )
  // Of equal phrases the one that has its place.
  const inOrder = phrases.toSorted(
    ([, a], [, b]) => Number(a.place === 'anywhere') - Number(b.place === 'anywhere'),
  )
  const named = [...Object.entries(asking.kindNouns), ['where', asking.venues] as const]
  const nouns = named.flatMap(([kind, list]) =>
    list.flatMap(foldedWords).map((word) => [word, kind as NamedKind] as const),
  )
  return {
    table,
    asking: phraseIndex(inOrder),
    leadIns: phraseIndex(asking.leadIns.map((phrase) => [phrase, true] as const)),
    nouns: new Map(nouns),
    stopwords: setOf(table.stopwords),
    counted: setOf(asking.counted),
    roles: setOf(asking.roles ?? []),
    orderWords: setOf([...order.latest, ...order.first, ...order.latestWords]),
    and: setOf(asking.and),
    several: phrasesOf(asking.several),
    latest: phrasesOf(order.latest),
    first: phrasesOf(order.first),
    dimension: readerOf(table),
  }
}

function setOf(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.flatMap(foldedWords))
}
