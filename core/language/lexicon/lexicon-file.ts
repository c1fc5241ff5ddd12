/**
 * Lexicon file: the translations of one language's words, as gzipped text that is sorted and read as it lies.
 *
 * Out:    one line per phrase: `phrase TAB ar:translation=63,translation=20 TAB en:…`, weights in hundredths.
 * Cost:   reading is one gunzip and one split; nothing else is built in memory.
 *
 * A line sorts as its phrase does, for no letter sorts below a tab: the lines themselves are the index.
 * Phrases are folded spellings, not stems: another stemmer needs no other file.
 */
import { gunzipSync } from 'node:zlib'
import type { LanguageCode } from '../../article.ts'

export interface LexiconTranslation {
  readonly language: LanguageCode
  readonly phrase: string
  /** Chance in [0.01, 1] that the phrase is meant so, in hundredths. */
  readonly weight: number
}

export interface LexiconEntry {
  readonly phrase: string
  readonly translations: readonly LexiconTranslation[]
}

/** First line of a file; another number is another format. */
export const lexiconHeader = '#rawi-lexicon 1'

export function formatLexicon(entries: readonly LexiconEntry[]): string {
  const lines = entries.map(({ phrase, translations }) => {
    const languages = [...new Set(translations.map(({ language }) => language))].toSorted()
    const columns = languages.map((language) => {
      const own = translations.filter((translation) => translation.language === language)
      return `${language}:${own.map((one) => `${one.phrase}=${Math.max(1, Math.round(one.weight * 100))}`).join(',')}`
    })
    return [phrase, ...columns].join('\t')
  })
  return [lexiconHeader, ...lines.toSorted(), ''].join('\n')
}

/** The sorted lines of a file, without its header; null when it is no lexicon of this format. */
export function readLexiconLines(bytes: Uint8Array): string[] | null {
  let text: string
  try {
    text = gunzipSync(bytes).toString('utf8')
  } catch {
    return null
  }
  const lines = text.split('\n')
  if (lines.shift() !== lexiconHeader || lines.pop() !== '') return null
  return lines
}

export function readLexiconLine(line: string): LexiconEntry {
  const [phrase = '', ...columns] = line.split('\t')
  const translations = columns.flatMap((column) => {
    const colon = column.indexOf(':')
    return column
      .slice(colon + 1)
      .split(',')
      .map((one) => {
        const equals = one.lastIndexOf('=')
        return {
          language: column.slice(0, colon),
          phrase: one.slice(0, equals),
          weight: Number(one.slice(equals + 1)) / 100,
        }
      })
  })
  return { phrase, translations }
}
