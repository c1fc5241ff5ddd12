/**
 * Compiled patterns: lets a tokenizer's normaliser make its regular expressions once, and read a text once for all
 * letters that it exchanges. The package makes each expression anew for every text and reads it for each; the shipped
 * model folds with thirty. Nor is a text split at special tokens that it does not hold.
 *
 * In:   a loaded tokenizer.
 * Out:  the same folding as before; a step of another kind, or a pattern the package rewrites, is left to it.
 */
/* oxlint-disable eslint/no-underscore-dangle -- the names are the package's */
import type { PreTrainedTokenizer } from '@xenova/transformers'

/** What is used of a normaliser's step, which the package does not describe. */
interface Step {
  readonly config?: {
    readonly type?: string
    readonly content?: string
    readonly pattern?: { readonly Regex?: string }
  }
  normalizers?: readonly Step[]
  normalize(text: string): string
}

/** What is used of a tokenizer, which the package does not describe. */
interface Splitting {
  readonly added_tokens: readonly { readonly content: string }[]
  added_tokens_regex: RegExp | null
  _encode_text(text: string | null): unknown
}

export function compilePatterns(tokenizer: PreTrainedTokenizer): void {
  compile(tokenizer.normalizer)
  splitWhereNeeded(tokenizer)
}

/** Special tokens stand in hardly any text, and to look for them by name takes no time. */
function splitWhereNeeded(tokenizer: Splitting): void {
  const encode = tokenizer._encode_text.bind(tokenizer)
  const pattern = tokenizer.added_tokens_regex
  const names = tokenizer.added_tokens.map(({ content }) => content)
  tokenizer._encode_text = (text) => {
    const isPlain = text === null || names.every((name) => !text.includes(name))
    tokenizer.added_tokens_regex = isPlain ? null : pattern
    return encode(text)
  }
}

function compile(step: Step | null): void {
  for (const inner of step?.normalizers ?? []) compile(inner)
  if (step?.normalizers !== undefined) step.normalizers = withExchanges(step.normalizers)
  const replacement = replacementOf(step)
  if (replacement === null) return
  const { source, content } = replacement
  const compiled = new RegExp(source, 'gu')
  step!.normalize = (text) => text.replaceAll(compiled, content)
}

/** Escapes and inline flags that are no JavaScript. */
const rewritten = /\\[#&~]|\(\?[a-z]+:/u

function replacementOf(step: Step | null): { source: string; content: string } | null {
  const { type, content, pattern } = step?.config ?? {}
  const source = pattern?.Regex
  if (type !== 'Replace' || content === undefined || source === undefined) return null
  return rewritten.test(source) ? null : { source, content }
}

/** Steps side by side that exchange letters become one. */
function withExchanges(steps: readonly Step[]): readonly Step[] {
  const merged: Step[] = []
  let exchanged = new Map<string, string>()
  const end = (): void => {
    if (exchanged.size > 0) merged.push(exchangeStep(exchanged))
    exchanged = new Map()
  }
  for (const step of steps) {
    const replacement = replacementOf(step)
    const letters = replacement === null ? null : lettersOf(replacement.source)
    if (replacement === null || letters === null) {
      end()
      merged.push(step)
      continue
    }
    // A step that exchanges what one before it put there must follow it.
    const given = new Set([...exchanged.values()].flatMap((content) => Array.from(content)))
    if (letters.some((letter) => given.has(letter))) end()
    for (const letter of letters)
      if (!exchanged.has(letter)) exchanged.set(letter, replacement.content)
  }
  end()
  return merged
}

/** @returns null for a pattern that is not one letter or one of several. */
function lettersOf(source: string): readonly string[] | null {
  const letters = /^(?:\[([\p{L}\p{N}]+)\]|([\p{L}\p{N}]))$/u.exec(source)
  return letters === null ? null : Array.from(letters[1] ?? letters[2] ?? '')
}

function exchangeStep(exchanged: ReadonlyMap<string, string>): Step {
  const letters = new RegExp(`[${[...exchanged.keys()].join('')}]`, 'gu')
  return { normalize: (text) => text.replaceAll(letters, (letter) => exchanged.get(letter)!) }
}
