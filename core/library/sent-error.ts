/**
 * Errors between threads and processes: plain data on the way, with their code.
 *
 * A RawiError comes out as a RawiError; any other error keeps its name, message and stack.
 */
import { RawiError, actorOf, type ErrorCode } from '../errors.ts'

export interface SentError {
  readonly name: string
  readonly message: string
  readonly stack: string | null
  readonly code: string | null
}

export function sentError(error: unknown): SentError {
  if (!(error instanceof Error)) {
    return { name: 'Error', message: String(error), stack: null, code: null }
  }
  const { name, message, stack = null } = error
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null
  return { name, message, stack, code }
}

export function receivedError({ name, message, stack, code }: SentError): Error {
  const error =
    name === 'RawiError' && isErrorCode(code) ? new RawiError(code, message) : new Error(message)
  if (!(error instanceof RawiError)) error.name = name
  if (stack !== null) error.stack = stack
  return error
}

function isErrorCode(code: string | null): code is ErrorCode {
  return code !== null && Object.hasOwn(actorOf, code)
}
