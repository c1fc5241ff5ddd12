/**
 * Article: one published text with what is known of its origin, and how each part of that was found.
 *
 * `text` is the cleaned text. It is what is stored, split into passages and quoted:
 * every offset in this product is a UTF-16 code unit of an article's `text`.
 */

/** ISO 639-1 code, lower case ("ar", "fa", "en"), or "und" when the language could not be told. */
export type LanguageCode = string

/** How a part of an article's metadata was found; the earlier wins where several speak. */
export type FoundBy =
  | 'sidecar' // NAME.meta.json beside the file
  | 'front-matter'
  | 'field' // a field of a JSON record
  | 'json-ld'
  | 'html-meta'
  | 'text' // a headline, byline or dateline in the text itself
  | 'letters' // the letters and words of the text (language only)
  | 'file-name'

export interface Article {
  /** Stable and unique in an index: the record's own id, else the path inside the corpus folder without extension. */
  readonly id: string
  /** Never empty: the first sentence, shortened, stands in when no headline is found. */
  readonly title: string
  readonly text: string
  /** The outlet's name as it should be shown. */
  readonly source: string | null
  readonly url: string | null
  /** ISO 8601, `YYYY-MM-DD` or with time and offset, as precise as it is known. */
  readonly publishedAt: string | null
  readonly language: LanguageCode
  readonly foundBy: {
    readonly title: FoundBy
    readonly source: FoundBy | null
    readonly publishedAt: FoundBy | null
    readonly language: FoundBy
  }
}

/** Half-open range [start, end) of UTF-16 code units. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A run of whole sentences of an article: what is indexed, embedded and ranked. */
export interface Passage extends Span {
  /** Position among the passages of its article, from 0 without gaps. */
  readonly ordinal: number
}

/** What a reader is told of where words come from. */
export interface Origin {
  readonly articleId: string
  readonly title: string
  readonly source: string | null
  readonly url: string | null
  readonly publishedAt: string | null
  readonly language: LanguageCode
}

/** A passage as it lies in an index, with what a ranker and a citation need of its article. */
export interface StoredPassage extends Passage, Origin {
  /** Unique in the index file; never used again for another passage. */
  readonly id: number
  /** `article.text.slice(start, end)`. */
  readonly text: string
}
