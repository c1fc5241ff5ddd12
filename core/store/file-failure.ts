/** Turns what the file system says into a RawiError; anything else passes through untouched. */
import { RawiError } from '../errors.ts'

export function fileFailure(path: string, error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof RawiError) return error
  if (!('code' in error) || !('syscall' in error)) return error
  const { code, message } = error
  const isFull = code === 'ENOSPC' || code === 'EDQUOT'
  return new RawiError(
    'STORAGE_FAILED',
    isFull
      ? `No space is left for ${path} (${code}). Free some and run the command again: nothing was changed.`
      : `${path} cannot be read or written (${message}). Check that its folder exists, is writable by this user and lies on a sound disk; nothing was changed.`,
    { cause: error },
  )
}
