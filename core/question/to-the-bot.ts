/** What is said to the bot itself and not asked of the archive: courtesies and requests. */
import { isCourtesy } from './courtesy.ts'
import { isRequest } from './request.ts'

export function isToTheBot(text: string): boolean {
  return isCourtesy(text) || isRequest(text)
}
