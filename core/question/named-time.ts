/** A day, month or year that a question names: where, and as `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
import type { Span } from '../article.ts'

export interface NamedTime extends Span {
  readonly iso: string
  /** Named by the day on which is asked. */
  readonly isDeictic?: boolean
}
