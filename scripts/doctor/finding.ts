/** What the doctor found out about one thing, and what to do about it. */
import { isRawiError } from '../../core/errors.ts'

export interface Finding {
  readonly check: string
  /** A note is worth knowing and no fault. */
  readonly state: 'ok' | 'note' | 'problem'
  readonly detail: string
}

export const ok = (check: string, detail: string): Finding => ({ check, state: 'ok', detail })
export const note = (check: string, detail: string): Finding => ({ check, state: 'note', detail })
export const problem = (check: string, detail: string): Finding => ({
  check,
  state: 'problem',
  detail,
})

/** An error of ours says what to do; anything else is a bug and is thrown on. */
export function problemFrom(check: string, error: unknown): Finding {
  if (isRawiError(error)) return problem(check, error.message)
  throw error
}
