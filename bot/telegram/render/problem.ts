/** What a reader is told when something fails: each code of the core has its message. */
import { maxQuestionCharacters } from '../../../core/question/check-question.ts'
import { isRawiError, type ErrorCode } from '../../../core/errors.ts'
import type { Messages } from '../messages.ts'
import { framed } from './direction.ts'
import type { RichText } from './rich-text.ts'

const problems = {
  ARCHIVE_ENDED: 'problem-failed',
  ARTICLE_UNKNOWN: 'problem-failed',
  ARTICLE_WITHDRAWN: 'problem-failed',
  QUESTION_INVALID: 'problem-question',
  BACKUP_INVALID: 'problem-failed',
  CONFIG_INVALID: 'problem-failed',
  CORPUS_SHRUNK: 'problem-index',
  CORPUS_UNREADABLE: 'problem-index',
  DATASET_INVALID: 'problem-failed',
  INDEX_BUSY: 'problem-index',
  INDEX_CORRUPT: 'problem-index',
  INDEX_MISSING: 'problem-index',
  INDEX_STALE: 'problem-index',
  INDEX_TOO_NEW: 'problem-index',
  OVERLOADED: 'problem-failed',
  ROLLBACK_IMPOSSIBLE: 'problem-failed',
  STORAGE_FAILED: 'problem-index',
  VERIFICATION_FAILED: 'problem-failed',
  EMBEDDER_UNAVAILABLE: 'problem-failed',
  READER_UNAVAILABLE: 'problem-failed',
} as const satisfies Record<ErrorCode, `problem-${string}`>

/** @param question - The reader's words, where the failure came of a question: their length may be to blame. */
export function renderProblem(error: unknown, messages: Messages, question = ''): RichText {
  return framed(problemText(error, messages, question), messages.locale)
}

function problemText(error: unknown, messages: Messages, question: string): string {
  if (!isRawiError(error)) return messages.text('problem-failed')
  const length = Array.from(question).length
  return error.code === 'QUESTION_INVALID' && length > maxQuestionCharacters
    ? messages.text('problem-question-length', { length, max: maxQuestionCharacters })
    : messages.text(problems[error.code])
}
