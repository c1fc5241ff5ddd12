/** What each feature finds on a context, and what each feature is made from. */
import type { Context, MiddlewareFn } from 'grammy'
import type { Update } from 'grammy/types'
import type { Archive } from '../../core/archive.ts'
import type { BoundedMemory } from './bounded-memory.ts'
import { readIncoming, type Incoming } from './incoming.ts'
import { localeFor } from './locale.ts'
import type { AllMessages, Messages } from './messages.ts'

/** How far the answer to an update has come. */
export interface AnswerProgress {
  /** One too many of a person: a note is all the answer. */
  readonly isSurplus: boolean
  /** Messages of it that were accepted before, and are not sent again. */
  readonly sent: number
  /** Told after each accepted message that another one follows. */
  readonly noteSent: (sent: number) => void
}

export interface RawiContext extends Context {
  incoming: Incoming
  progress: AnswerProgress
  /** In the reader's interface language. */
  messages: Messages
}

export interface FeatureDeps {
  readonly archive: Archive
  readonly allMessages: AllMessages
}

export interface ReadingDeps {
  readonly allMessages: AllMessages
  /** An album is several messages; it speaks through its first, whose update stands here. */
  readonly albums: BoundedMemory<string, number>
  readonly letters: WeakMap<Update, AnswerProgress>
}

export function readMessage({
  allMessages,
  albums,
  letters,
}: ReadingDeps): MiddlewareFn<RawiContext> {
  return async (ctx, next) => {
    const { message, update_id: id } = ctx.update
    const progress = letters.get(ctx.update)
    if (message === undefined || progress === undefined) return
    const album = message.media_group_id
    if (album !== undefined) {
      if ((albums.get(album) ?? id) !== id) return
      albums.set(album, id)
    }
    ctx.progress = progress
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
