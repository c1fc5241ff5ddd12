/**
 * The lexical index finds passages by their words: spelling, stem and sound, one analyser on both sides.
 *
 * In:     passages with their article's title; questions as the reader wrote them.
 * Out:    passages best first, each with a BM25+ score and the share of the question's weight it holds.
 * Cost:   memory grows with distinct words × passages; a search visits the postings of at most 64 words.
 *
 * Scores order one result list. They mean nothing across questions: judge by `coverage`.
 */
import type { LanguageCode } from '../article.ts'
import type { LexicalCandidate, TermWeight } from '../engine/search-engine.ts'
import { analyse } from '../language/index.ts'
import type { AnalysedDocument } from './growing-postings.ts'
import { Postings } from './postings.ts'
import { queryOf } from './query.ts'
import type { QueryTerm } from './query.ts'
import { inverseFrequency } from './bm25.ts'
import { holdersOf } from './forms.ts'
import { createScorer } from './score.ts'

export interface LexicalDocument {
  readonly id: number
  readonly title: string
  readonly text: string
  readonly language: LanguageCode
}

export interface LexicalSearchOptions {
  /** How many at the most, best first. */
  readonly limit: number
  /** Passages to leave out are told by false. */
  readonly accept?: (id: number) => boolean
}

export interface LexicalIndexOptions {
  /** Adds alternatives to the terms of a question, translations say. */
  readonly expand?: (terms: readonly QueryTerm[], language: LanguageCode) => readonly QueryTerm[]
}

export interface LexicalIndex {
  readonly size: number
  /** How many passages were added or removed since the index was loaded or compacted. */
  readonly changes: number
  has(id: number): boolean
  ids(): Iterable<number>
  /** @throws {Error} When an id is in the index already. */
  add(documents: readonly LexicalDocument[]): void
  /** An unknown id is passed over. */
  remove(ids: readonly number[]): void
  search(
    question: string,
    language: LanguageCode,
    options: LexicalSearchOptions,
  ): LexicalCandidate[]
  /** The words a search of this question looks for, in order, with what each tells apart. */
  terms(question: string, language: LanguageCode): TermWeight[]
  /** How many passages hold each word, as it is spelt or by its stem, in the words' order; 0 for a stopword. */
  holders(words: readonly string[], language: LanguageCode): number[]
  /**
   * Brings all into the form that takes least memory and is searched fastest. Driven step by step: the index can be
   * searched between two steps, not changed.
   */
  compact(): Generator<undefined, void>
  /** Everything `loadLexicalIndex` needs; of an index that changed since it was compacted, compacts it. */
  serialise(): Uint8Array
}

export function createLexicalIndex(options: LexicalIndexOptions = {}): LexicalIndex {
  return indexOver(new Postings(), options)
}

/**
 * Takes the bytes over as they are: nothing is parsed.
 *
 * @param serialised - What `serialise` gave, whole, under the same `analyserVersion`; begins at a multiple of 4.
 * @throws {RangeError} When it is nothing that `serialise` gave.
 */
export function loadLexicalIndex(
  serialised: Uint8Array,
  options: LexicalIndexOptions = {},
): LexicalIndex {
  return indexOver(new Postings(serialised), options)
}

function indexOver(postings: Postings, { expand }: LexicalIndexOptions): LexicalIndex {
  const scorer = createScorer(postings)
  let last: { readonly key: string; readonly terms: readonly QueryTerm[] } | null = null

  /** Those of the last question are kept: it is asked for its passages and for its terms. */
  function termsOf(question: string, language: LanguageCode): readonly QueryTerm[] {
    const key = `${language} ${question}`
    if (last?.key === key) return last.terms
    const own = queryOf(analyse(question, language), language)
    const terms = expand?.(own, language) ?? own
    last = { key, terms }
    return terms
  }

  return {
    get size() {
      return postings.documentCount
    },
    get changes() {
      return postings.changes
    },
    has: (id) => postings.has(id),
    ids: () => postings.ids(),
    add(documents) {
      for (const document of documents) postings.add(analysed(document))
    },
    remove(ids) {
      for (const id of ids) if (postings.has(id)) postings.discard(id)
    },
    search(question, language, { limit, accept }) {
      const best = scorer.best(termsOf(question, language), {
        limit,
        ...(accept && { accept: (slot) => accept(postings.idAt(slot)) }),
      })
      return best.map(({ slot, ...scores }) => ({ passageId: postings.idAt(slot), ...scores }))
    },
    terms(question, language) {
      return termsOf(question, language).map(({ token, alternatives }) => {
        // Of its family it may hold another word: what the archive never saw is told by the word itself.
        const known = alternatives.filter((alternative) => alternative.language !== language)
        const passages = holdersOf(postings, known)
        const weight = inverseFrequency(postings.documentCount, passages)
        const { start, end } = token
        const sounding = token.sound === null ? 0 : postings.holders('sound', token.sound)
        return { start, end, weight, passages, sounding, forms: alternatives }
      })
    },
    holders: (words, language) =>
      words.map((word) => {
        const tokens = analyse(word, language).filter(({ stop }) => !stop)
        const held = tokens.map(({ surface, stem }) =>
          Math.max(postings.holders('surface', surface), postings.holders('stem', stem)),
        )
        return held.length === 0 ? 0 : Math.min(...held)
      }),
    compact: () => postings.compact(),
    serialise: () => postings.bytes(),
  }
}

function analysed({ id, title, text, language }: LexicalDocument): AnalysedDocument {
  const tokens = analyse(text, language).filter(({ stop }) => !stop)
  return {
    id,
    language,
    surface: tokens.map(({ surface }) => surface).join(' '),
    stem: tokens.map(({ stem }) => stem).join(' '),
    sound: tokens.flatMap(({ sound }) => sound ?? []).join(' '),
    // A title is short enough to keep its stopwords: a question of nothing else may still be one.
    title: analyse(title, language)
      .map(({ stem }) => stem)
      .join(' '),
  }
}
