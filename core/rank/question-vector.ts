/**
 * The vector of a question; null where vectors cannot be compared.
 *
 * In:     a question, the snapshot it is asked of, an embedder or none.
 * Out:    the vector of its text, followed, in a language that the model does not know, by the likeliest translation of
 *         each word in each language that it does.
 * Cost:   one run of the model; the translations are those of the search by words, which keeps them.
 */
import type { LanguageCode } from '../article.ts'
import type { Snapshot } from '../engine/search-engine.ts'
import type { Embedder } from '../semantic/embedder.ts'

export interface VectorDeps {
  readonly snapshot: Snapshot
  /** null, or one whose vectors the snapshot does not hold: wording alone is matched. */
  readonly embedder: Embedder | null
}

/** True when the stored vectors were made by this embedder, so that they may be compared. */
export function canCompare({ snapshot, embedder }: VectorDeps): boolean {
  return embedder !== null && snapshot.info.embedder === embedder.fingerprint
}

export async function questionVector(
  { snapshot, embedder }: VectorDeps,
  question: { readonly text: string; readonly language: LanguageCode },
): Promise<Float32Array | null> {
  if (embedder === null || !canCompare({ snapshot, embedder })) return null
  const { languages } = embedder
  const isKnown = languages === undefined || languages.includes(question.language)
  const text = isKnown ? question.text : await withTranslations(snapshot, question, languages)
  const [vector] = await embedder.embed([text], 'question')
  return vector ?? null
}

async function withTranslations(
  snapshot: Snapshot,
  { text, language }: { readonly text: string; readonly language: LanguageCode },
  languages: readonly LanguageCode[],
): Promise<string> {
  const words: string[] = []
  for (const { forms } of await snapshot.terms(text, language)) {
    for (const known of languages) {
      const stems = forms.filter((form) => form.language === known && form.field === 'stem')
      const [first] = stems.toSorted((one, other) => other.weight - one.weight)
      if (first !== undefined) words.push(first.term, ...(first.with ?? []))
    }
  }
  return [text, ...words].join(' ')
}
