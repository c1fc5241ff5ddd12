/**
 * A snapshot whose generation went while it was read: two newer ones were published since, or it was rolled back.
 *
 * Leaving out what is gone would pass for an archive that knows nothing. So reading fails, and whoever asked takes the
 * newest snapshot instead.
 */
import { RawiError } from '../errors.ts'

export function generationGone(generation: number): RawiError {
  return new RawiError(
    'INDEX_STALE',
    `Generation ${generation} is no longer kept: two newer ones were published while it was read, or it was rolled back. Ask again.`,
  )
}
