/**
 * Fate: what becomes of an update whose answer was not accepted.
 *
 * Limits, failures of Telegram's and silence pass: it is tried again. What Telegram refuses for good is a dead letter,
 * with Telegram's own words as the reason, without the numbers and quoted words in them.
 */
import { GrammyError, HttpError } from 'grammy'

export type Fate =
  | { readonly kind: 'answered' }
  /** Tried again, after `waitMs` where Telegram named it. */
  | { readonly kind: 'later'; readonly waitMs: number }
  /** The group became a supergroup. */
  | { readonly kind: 'moved'; readonly chat: number }
  | { readonly kind: 'dead'; readonly reason: string }

export function fateOf(error: unknown): Fate {
  if (error instanceof HttpError) return { kind: 'later', waitMs: 0 }
  if (!(error instanceof GrammyError)) {
    const name = error instanceof Error ? error.name : typeof error
    return { kind: 'dead', reason: `${name} in the making of the answer; the log tells more` }
  }
  const { error_code: code, description, parameters } = error
  if (parameters.migrate_to_chat_id !== undefined)
    return { kind: 'moved', chat: parameters.migrate_to_chat_id }
  if (passing.has(code) || code >= 500)
    return { kind: 'later', waitMs: (parameters.retry_after ?? 0) * 1_000 }
  return { kind: 'dead', reason: withoutNames(description) }
}

/** A token that is refused may be mended; a conflict ends; a limit too. */
const passing: ReadonlySet<number> = new Set([401, 404, 409, 429])

function withoutNames(description: string): string {
  return description
    .replace(/"[^"]*"|'[^']*'|-?\d{4,}/g, '…')
    .slice(0, 200)
    .toWellFormed()
}
