/**
 * Vocabulary: how the words of one language are written, stemmed and how often the news uses them.
 *
 * In:     the language and, where there are any, news texts to count in.
 * Out:    of a phrase, the spelling it is listed under, the stems it is searched by and its frequency.
 */
import { analyse } from '../../core/language/analyse.ts'

export interface Phrase {
  /** Folded words joined by blanks, the Arabic article taken off: how the lexicon lists it. */
  readonly spelling: string
  /** Stems of the words that are no stopwords, joined by blanks; equal for spellings a search cannot tell apart. */
  readonly stems: string
  /** How many words are no stopwords. */
  readonly content: number
}

export class Vocabulary {
  readonly language: string
  private readonly documents = new Map<string, number>()
  private readonly known = new Map<string, Phrase>()

  constructor(language: string, texts: Iterable<string> = []) {
    this.language = language
    for (const text of texts) {
      for (const stem of new Set(this.stemsOf(text)))
        this.documents.set(stem, (this.documents.get(stem) ?? 0) + 1)
    }
  }

  /** Null for a phrase of stopwords alone. */
  phrase(text: string): Phrase | null {
    const known = this.known.get(text)
    if (known) return known
    const tokens = analyse(text, this.language)
    const content = tokens.filter((token) => !token.stop)
    if (content.length === 0) return null
    const phrase = {
      spelling: tokens.map(({ surface, stem }) => this.bare(surface, stem)).join(' '),
      stems: content.map(({ surface, stem }) => this.apart(surface, stem)).join(' '),
      content: content.length,
    }
    this.known.set(text, phrase)
    return phrase
  }

  /** Stems of the text's words that are no stopwords, in order. */
  stemsOf(text: string): string[] {
    return analyse(text, this.language)
      .filter(({ stop }) => !stop)
      .map(({ stem }) => stem)
  }

  /** How many documents hold the rarest word of the phrase; 0 where nothing was counted. */
  frequency(stems: string): number {
    return Math.min(...stems.split(' ').map((stem) => this.documents.get(stem) ?? 0))
  }

  /** Keeps «وزارة» apart from «زار»: its first letter passes for the particle «و» where no article stands before it. */
  private apart(surface: string, stem: string): string {
    const cut = this.language === 'ar' && surface.startsWith('و') && !stem.startsWith('و')
    return cut ? (analyse(`ال${surface}`, 'ar')[0]?.stem ?? stem) : stem
  }

  private bare(surface: string, stem: string): string {
    const withArticle = this.language === 'ar' && /^ال...+/u.test(surface) && !stem.startsWith('ال')
    return withArticle ? surface.slice(2) : surface
  }
}
