/**
 * Candidate sentences: the sentences of the passages that retrieval brought, analysed and ready to be scored.
 *
 * In:   passages, best first.
 * Out:  each sentence once, with offsets into its article's text, also where passages overlap.
 * Cost: analysing a passage once; what was analysed is kept for the questions that follow.
 */
import type { Span, StoredPassage } from '../article.ts'
import { analyse, sentences, type Token } from '../language/index.ts'
import type { Evidence } from '../question.ts'
import { shinglesOf, type Shingles } from '../rank/near-duplicates.ts'
import { wordsOfPassage } from '../rank/passage-words.ts'
import { RecentMap } from '../recent-map.ts'
import { indexTokens, type TokenIndex } from './token-index.ts'

export interface Sentence extends Span {
  readonly evidence: Evidence
  /** Position among the sentences of its passage. */
  readonly ordinal: number
  readonly text: string
  /** Token offsets are into `text`. */
  readonly index: TokenIndex
  /** What stands around it: its passage and the article's title. */
  readonly surroundings: TokenIndex
  readonly title: TokenIndex
  /** The sentence before it in the same passage. */
  readonly previous: Sentence | null
  /** The sentence after it in the same passage. */
  readonly next: (Span & { readonly index: TokenIndex }) | null
}

export interface SentenceReader {
  sentencesOf(evidence: readonly Evidence[]): readonly Sentence[]
  /** Runs of folded words of a passage, for telling copies. */
  shinglesOf(evidence: Evidence): Shingles
}

interface ReadPassage {
  readonly of: StoredPassage
  readonly whole: TokenIndex
  readonly title: TokenIndex
  readonly parts: readonly (Span & { readonly text: string; readonly index: TokenIndex })[]
  readonly shingles: Shingles
}

/** @param capacity - Passages whose analysis is kept, about 10 kB each. */
export function createSentenceReader(capacity = 1_500): SentenceReader {
  const kept = new RecentMap<number, ReadPassage>(capacity)
  const read = (passage: StoredPassage): ReadPassage => {
    const known = kept.get(passage.id)
    // Another index file may use the number for another passage.
    if (known?.of.text === passage.text && known.of.title === passage.title) return known
    const fresh = readPassage(passage)
    kept.set(passage.id, fresh)
    return fresh
  }
  return {
    shinglesOf: ({ passage }) => read(passage).shingles,
    sentencesOf(evidence) {
      const seen = new Set<string>()
      return evidence.flatMap((item) => {
        const fresh: Sentence[] = []
        let previous: Sentence | null = null
        const { parts, whole, title: titleWords } = read(item.passage)
        for (const [ordinal, part] of parts.entries()) {
          const sentence: Sentence = {
            evidence: item,
            ordinal,
            start: item.passage.start + part.start,
            end: item.passage.start + part.end,
            text: part.text,
            index: part.index,
            surroundings: whole,
            title: titleWords,
            previous,
            next: shifted(parts[ordinal + 1], item.passage.start),
          }
          previous = sentence
          const key = `${item.passage.articleId} ${sentence.start}`
          if (!seen.has(key)) fresh.push(sentence)
          seen.add(key)
        }
        return fresh
      })
    },
  }
}

function shifted<Part extends Span>(part: Part | undefined, by: number): Part | null {
  return part === undefined ? null : { ...part, start: part.start + by, end: part.end + by }
}

function readPassage(of: StoredPassage): ReadPassage {
  const { text, language, title } = of
  const tokens = wordsOfPassage(of)
  const parts = sentences(text, language)
    .map(({ start, end }) => trimmed(text, start, end))
    .filter(({ start, end }) => end > start)
    .map(({ start, end }) => {
      const own = within(tokens, start, end)
      const slice = text.slice(start, end)
      const index = indexTokens([{ text: slice, tokens: own }], language)
      return { start, end, text: slice, index }
    })
  const titled = { text: title, tokens: analyse(title, language) }
  return {
    of,
    parts,
    whole: indexTokens([{ text, tokens }, titled], language),
    title: indexTokens([titled], language),
    shingles: shinglesOf(tokens.map(({ surface }) => surface)),
  }
}

/** Offsets are from `from` on. */
function within(tokens: readonly Token[], from: number, to: number): readonly Token[] {
  return tokens
    .filter(({ start, end }) => start >= from && end <= to)
    .map((token) => ({ ...token, start: token.start - from, end: token.end - from }))
}

function trimmed(text: string, start: number, end: number): Span {
  const slice = text.slice(start, end)
  return {
    start: start + slice.length - slice.trimStart().length,
    end: end - (slice.length - slice.trimEnd().length),
  }
}
