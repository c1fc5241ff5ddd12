/**
 * Compiled patterns: lets a tokenizer's normaliser make its regular expressions once. The package makes each of them
 * anew for every text, and the shipped model folds with thirty.
 *
 * In:   a loaded tokenizer.
 * Out:  the same folding as before; a step of another kind, or a pattern the package rewrites, is left to it.
 */
import type { PreTrainedTokenizer } from '@xenova/transformers'

/** What is used of a normaliser's step, which the package does not describe. */
interface Step {
  readonly config?: {
    readonly type?: string
    readonly content?: string
    readonly pattern?: { readonly Regex?: string }
  }
  readonly normalizers?: readonly Step[]
  normalize(text: string): string
}

export function compilePatterns({ normalizer }: PreTrainedTokenizer): void {
  compile(normalizer)
}

function compile(step: Step | null): void {
  for (const inner of step?.normalizers ?? []) compile(inner)
  const { type, content, pattern } = step?.config ?? {}
  const source = pattern?.Regex
  if (type !== 'Replace' || content === undefined || source === undefined) return
  if (rewritten.test(source)) return
  const compiled = new RegExp(source, 'gu')
  step!.normalize = (text) => text.replaceAll(compiled, content)
}

/** Escapes and inline flags that are no JavaScript. */
const rewritten = /\\[#&~]|\(\?[a-z]+:/u
