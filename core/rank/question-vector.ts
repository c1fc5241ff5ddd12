/**
 * The vector of a question; null where vectors cannot be compared.
 *
 * In:     the draft of a question's plan, the snapshot it is asked of, an embedder or none.
 * Out:    the vector of its text, followed, in a language that the model does not know, by the likeliest translation of
 *         each word in each language that it does.
 * Cost:   one run of the model; the translations are those of the plan.
 */
import type { LanguageCode } from '../article.ts'
import type { Snapshot } from '../engine/search-engine.ts'
import type { PlanDraft } from '../question/plan.ts'
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
  question: Pick<PlanDraft, 'text' | 'language' | 'terms'>,
): Promise<Float32Array | null> {
  if (embedder === null || !canCompare({ snapshot, embedder })) return null
  const { languages } = embedder
  const isKnown = languages === undefined || languages.includes(question.language)
  const text = isKnown ? question.text : withTranslations(question, languages)
  const [vector] = await embedder.embed([text], 'question')
  return vector ?? null
}

function withTranslations(
  { text, terms }: Pick<PlanDraft, 'text' | 'terms'>,
  languages: readonly LanguageCode[],
): string {
  const words = terms.flatMap(({ forms }) =>
    languages.flatMap((known) => {
      const own = forms.translations.filter(({ language }) => language === known)
      const [first] = own.toSorted((one, other) => other.trust - one.trust)
      return first?.stems ?? []
    }),
  )
  return [text, ...words].join(' ')
}
