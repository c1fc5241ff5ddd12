/**
 * The lexicon looks words of one language up and gives what they may be called in others.
 *
 * In:     a folder of lexicon files, one for each language (see `lexicon-file.ts`).
 * Out:    translations of a row of words, with the chance that they are meant.
 * Cost:   a language's file is read when it is first asked (10–30 ms, a few MB); a look-up is a binary search.
 *
 * A word is found by its spelling, by its stem, or, in a language without a stemmer, by its forms, by the same word in
 * English (a name, «internet»), or by its longest beginning.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LanguageCode } from '../../article.ts'
import { RawiError } from '../../errors.ts'
import { analyse } from '../analyse.ts'
import type { Token } from '../analyse.ts'
import { readLexiconLine, readLexiconLines } from './lexicon-file.ts'
import type { LexiconTranslation } from './lexicon-file.ts'
import { wordForms } from './word-forms.ts'

export interface Lexicon {
  /** False when there is no file of that language. */
  knows(language: LanguageCode): boolean
  /**
   * What the words together are called in other languages; empty when no entry has them.
   * @param words - Words side by side that are no stopwords, one to three.
   */
  lookUp(words: readonly Token[], language: LanguageCode): readonly LexiconTranslation[]
}

/** @throws {RawiError} `CONFIG_INVALID` when the folder holds no lexicon; a broken file is told when it is first asked. */
export function openLexicon(folder: string): Lexicon {
  if (!existsSync(join(folder, 'en.tsv.gz')))
    throw new RawiError(
      'CONFIG_INVALID',
      `No lexicon lies in ${folder} (en.tsv.gz is missing). Restore data/lexicon from the repository.`,
    )
  const pages = new Map<LanguageCode, Page | null>()
  const pageOf = (language: LanguageCode): Page | null => {
    const known = pages.get(language)
    if (known !== undefined) return known
    // Sorani's words stand with those of the other Kurdish.
    const path = join(folder, `${language === 'ckb' ? 'ku' : language}.tsv.gz`)
    const page =
      /^[a-z]{2,3}$/u.test(language) && existsSync(path) ? openPage(path, language) : null
    if (pages.size < 64) pages.set(language, page)
    return page
  }
  return {
    knows: (language) => pageOf(language) !== null,
    lookUp(words, language) {
      const page = pageOf(language)
      if (page === null) return []
      const found = page.lookUp(words)
      const word = words.length === 1 && !searched.includes(language) ? words[0] : undefined
      if (found.length > 0 || word === undefined) return found
      const asEnglish = latin.test(word.surface) ? (pageOf('en')?.listed(word.surface) ?? []) : []
      if (asEnglish.length === 0) return page.nearest(word.surface)
      return [...asEnglish, { language: 'en', phrase: word.surface, weight: 1 }]
    },
  }
}

interface Page {
  /** By its spelling, its stem or its forms. */
  lookUp(words: readonly Token[]): readonly LexiconTranslation[]
  /** By its spelling alone. */
  listed(spelling: string): readonly LexiconTranslation[]
  /** By its longest beginning. */
  nearest(word: string): readonly LexiconTranslation[]
}

interface Key {
  /** Stems of the words that are no stopwords; in Arabic also as they are with an article. */
  readonly stems: readonly string[]
  readonly line: string
}

function openPage(path: string, language: LanguageCode): Page {
  const lines = readLexiconLines(readFileSync(path))
  if (lines === null)
    throw new RawiError(
      'CONFIG_INVALID',
      `The lexicon file ${path} is damaged or of another format. Restore data/lexicon from the repository.`,
    )
  const remembered = new Map<string, Key[]>()
  const keysUnder = (beginning: string): Key[] => {
    let keys = remembered.get(beginning)
    if (keys === undefined) {
      keys = startingWith(lines, beginning).map((line) => keyOf(line, language))
      if (remembered.size >= maxRemembered) remembered.clear()
      remembered.set(beginning, keys)
    }
    return keys
  }
  const sameStems = (words: readonly Token[]): string[] => {
    const stems = stemsOf(words)
    const first = words[0]
    if (first === undefined) return []
    const beginnings = new Set([beginningOf(first.stem), beginningOf(first.surface)])
    return [...beginnings].flatMap((beginning) =>
      keysUnder(beginning).flatMap((key) => (key.stems.includes(stems) ? key.line : [])),
    )
  }
  const listedAs = (spelling: string): string[] => startingWith(lines, `${spelling}\t`)
  const inflected = (word: string): string[] =>
    wordForms(word, language).flatMap(listedAs).slice(0, mostInflected)
  return {
    listed: (spelling) => translationsOf(listedAs(spelling)),
    nearest: (word) => translationsOf(nearest(word, lines)),
    lookUp(words) {
      const exact = listedAs(words.map(({ surface }) => surface).join(' '))
      const found = translationsOf([...exact, ...sameStems(words)])
      const word = words[0]?.surface ?? ''
      if (words.length !== 1 || word === '') return found
      if (!searched.includes(language))
        return found.length > 0 ? found : translationsOf(inflected(word))
      const missing = new Set(searched.filter((other) => other !== language))
      for (const translation of found) missing.delete(translation.language)
      for (const form of missing.size > 0 ? wordForms(word, language) : []) {
        const more = translationsOf(listedAs(form)).filter((one) => missing.has(one.language))
        found.push(...more)
        for (const translation of more) missing.delete(translation.language)
      }
      return found
    },
  }
}

/** Languages of articles: they have a stemmer and forms of their own, and are translated into one another. */
const searched: readonly LanguageCode[] = ['ar', 'fa', 'en']

/** A folded word of letters that English has too. */
const latin = /^[a-z]{3,}$/u

const maxRemembered = 2000

/** Of the stems those in English may differ from what they were cut from, in a last e, i or l: "studi" of "study". */
function beginningOf(stem: string): string {
  return /^[a-z]{2,}[eil]$/u.test(stem) ? stem.slice(0, -1) : stem
}

function startingWith(lines: readonly string[], beginning: string): string[] {
  return lines.slice(firstFrom(lines, beginning), firstFrom(lines, `${beginning}\uffff`))
}

/** Position of the first line that sorts at or after the text. */
function firstFrom(lines: readonly string[], text: string): number {
  let low = 0
  let high = lines.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((lines[middle] ?? '') < text) low = middle + 1
    else high = middle
  }
  return low
}

function keyOf(line: string, language: LanguageCode): Key {
  const spelling = spellingOf(line)
  const stems = [stemsOf(analyse(spelling, language))]
  // Its first letter may pass for the particle «و» where no article stands before it.
  if (language === 'ar' && spelling.startsWith('و'))
    stems.push(stemsOf(analyse(`ال${spelling}`, language)))
  return { line, stems }
}

function spellingOf(line: string): string {
  return line.slice(0, line.indexOf('\t'))
}

function stemsOf(tokens: readonly Token[]): string {
  return tokens
    .filter(({ stop }) => !stop)
    .map(({ stem }) => stem)
    .join(' ')
}

/** Entries that one inflected word may belong to. */
const mostInflected = 2

/** Endings are cut from the word asked for and from the word listed ("войны" finds "война"). */
const longestEnding = { asked: 7, listed: 3 } as const

function leastShared(word: string): number {
  return Math.max(4, Math.ceil(word.length * 0.6))
}

/** The lines that share the longest beginning with the word, the two shortest of them. */
function nearest(word: string, lines: readonly string[]): string[] {
  let best = 0
  let found: { line: string; length: number }[] = []
  for (const line of startingWith(lines, word.slice(0, leastShared(word)))) {
    const spelling = spellingOf(line)
    if (spelling.includes(' ')) continue
    let shared = 0
    while (shared < word.length && word[shared] === spelling[shared]) shared++
    const { asked, listed } = longestEnding
    if (word.length - shared > asked || spelling.length - shared > listed) continue
    if (shared > best) found = []
    if (shared >= best) found.push({ line, length: spelling.length })
    best = Math.max(best, shared)
  }
  return found
    .toSorted((one, other) => one.length - other.length)
    .slice(0, mostInflected)
    .map(({ line }) => line)
}

/** An entry of the same stem but another spelling is less likely meant. */
const otherSpelling = 0.25

/** @param lines - The one that is meant most likely first. */
function translationsOf(lines: readonly string[]): LexiconTranslation[] {
  const all = new Map<string, LexiconTranslation>()
  for (const [index, line] of [...new Set(lines)].entries()) {
    for (const { language, phrase, weight } of readLexiconLine(line).translations) {
      const id = `${language} ${phrase}`
      const chance = weight * (index === 0 ? 1 : otherSpelling)
      if (chance > (all.get(id)?.weight ?? 0)) all.set(id, { language, phrase, weight: chance })
    }
  }
  return [...all.values()]
}
