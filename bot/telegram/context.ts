/** What each feature finds on a context, and what each feature is made from. */
import type { Context, MiddlewareFn } from 'grammy'
import type { Archive } from '../../core/archive.ts'
import type { BoundedMemory } from './bounded-memory.ts'
import { readIncoming, type Incoming } from './incoming.ts'
import { localeFor } from './locale.ts'
import type { AllMessages, Messages } from './messages.ts'

export interface RawiContext extends Context {
  incoming: Incoming
  /** In the reader's interface language. */
  messages: Messages
}

export interface FeatureDeps {
  readonly archive: Archive
  readonly allMessages: AllMessages
}

/** @param albums - An album is several messages; it speaks through its first. */
export function readMessage(
  allMessages: AllMessages,
  albums: BoundedMemory<string, true>,
): MiddlewareFn<RawiContext> {
  return async (ctx, next) => {
    const { message } = ctx.update
    if (message === undefined) return
    const album = message.media_group_id
    if (album !== undefined) {
      if (albums.get(album) === true) return
      albums.set(album, true)
    }
    ctx.incoming = readIncoming(message, ctx.me)
    if (ctx.incoming.kind === 'ignored') return
    ctx.messages = allMessages[localeFor(message.from?.language_code)]
    await next()
  }
}

/** Narrows to a command of one of these names. */
export function isCommand(...names: readonly string[]): (ctx: RawiContext) => boolean {
  return ({ incoming }) => incoming.kind === 'command' && names.includes(incoming.name)
}
