/**
 * The lexical index finds passages by their words: spelling, stem and sound, one analyser on both sides.
 *
 * In:     passages with their article's title; the terms of a question, each with the forms in which it may stand.
 * Out:    passages best first, each with a BM25+ score and the share of the question's weight it holds.
 * Cost:   memory grows with distinct words × passages; a search visits the postings of at most 64 words.
 *
 * Scores order one result list. They mean nothing across questions: judge by `coverage`.
 */
import type { LanguageCode } from '../article.ts'
import type { LexicalCandidate } from '../engine/search-engine.ts'
import { analyse } from '../language/index.ts'
import type { AnalysedDocument } from './growing-postings.ts'
import { Postings } from './postings.ts'
import type { SearchTerm, TermForm, TermStatistics } from '../question/term.ts'
import { countHolders, holdersOf } from './forms.ts'
import { articleSlots, scoreArticles, type ArticleSlots } from './article-scores.ts'
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
  search(terms: readonly SearchTerm[], options: LexicalSearchOptions): LexicalCandidate[]
  /** Which article each passage belongs to, as `scoreArticles` wants it; good until the index changes. */
  articleSlots(articleOf: (passageId: number) => number | null): ArticleSlots
  /** BM25 of whole articles, in the order of `wanted`; a row of words counts for its passages alone. */
  scoreArticles(
    terms: readonly SearchTerm[],
    slots: ArticleSlots,
    wanted: readonly number[],
  ): Float64Array
  /** One for each term, in order. */
  statistics(terms: readonly SearchTerm[]): TermStatistics[]
  /**
   * Brings all into the form that takes least memory and is searched fastest. Driven step by step: the index can be
   * searched between two steps, not changed.
   */
  compact(): Generator<undefined, void>
  /** Everything `loadLexicalIndex` needs; of an index that changed since it was compacted, compacts it. */
  serialise(): Uint8Array
}

export function createLexicalIndex(): LexicalIndex {
  return indexOver(new Postings())
}

/**
 * Takes the bytes over as they are: nothing is parsed.
 *
 * @param serialised - What `serialise` gave, whole, under the same `analyserVersion`; begins at a multiple of 4.
 * @throws {RangeError} When it is nothing that `serialise` gave.
 */
export function loadLexicalIndex(serialised: Uint8Array): LexicalIndex {
  return indexOver(new Postings(serialised))
}

function indexOver(postings: Postings): LexicalIndex {
  const scorer = createScorer(postings)

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
    search(terms, { limit, accept }) {
      const best = scorer.best(terms, {
        limit,
        ...(accept && { accept: (slot) => accept(postings.idAt(slot)) }),
      })
      return best.map(({ slot, ...scores }) => ({ passageId: postings.idAt(slot), ...scores }))
    },
    articleSlots: (articleOf) => articleSlots(postings, articleOf),
    scoreArticles: (terms, slots, wanted) => scoreArticles(postings, terms, slots, wanted),
    statistics: (terms) =>
      terms.map(({ forms }) => {
        const sounds = forms.filter(({ field }) => field === 'sound')
        return {
          passages: holdersOf(postings, forms),
          translated: translatedHolders(postings, forms),
          sounding: Math.max(0, ...sounds.map(({ term }) => postings.holders('sound', term))),
        }
      }),
    compact: () => postings.compact(),
    serialise: () => postings.bytes(),
  }
}

/** Of each language its likeliest translation. */
function translatedHolders(postings: Postings, forms: readonly TermForm[]): number {
  const likeliest = new Map<LanguageCode, TermForm>()
  for (const form of forms) {
    if (form.language === undefined || form.field !== 'stem') continue
    if ((likeliest.get(form.language)?.weight ?? 0) < form.weight)
      likeliest.set(form.language, form)
  }
  return [...likeliest.values()].reduce((sum, form) => sum + countHolders(postings, form), 0)
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
