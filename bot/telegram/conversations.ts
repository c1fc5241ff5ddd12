/** What a follow-up may lean on, for each reader in each chat and topic; kept in memory only, and not for long. */
import type { Message } from 'grammy/types'
import type { Conversation, Verdict } from '../../core/question.ts'
import { BoundedMemory } from './bounded-memory.ts'

export interface Conversations {
  of(message: Message): Conversation | undefined
  remember(message: Message, question: string, verdict: Verdict): void
}

export interface ConversationOptions {
  readonly clock: () => number
  /** @default 10000 */
  readonly maxConversations?: number
  /** How long after an answer a question may still lean on it. @default half an hour */
  readonly lifetimeMs?: number
}

interface Turn {
  readonly messageId: number
  readonly conversation: Conversation
  /** What this question itself could lean on. */
  readonly before: Conversation | undefined
}

export function createConversations({
  clock,
  maxConversations = 10_000,
  lifetimeMs = 30 * 60_000,
}: ConversationOptions): Conversations {
  const memory = new BoundedMemory<string, Turn>({
    maxEntries: maxConversations,
    lifetimeMs,
    clock,
  })
  return {
    of(message) {
      const last = memory.get(keyOf(message))
      // Answered anew, because its answer did not get through, a question must not lean on itself.
      return last?.messageId === message.message_id ? last.before : last?.conversation
    },
    remember(message, question, verdict) {
      // What asks nothing of the archive ("Thanks!") leaves the topic as it was.
      if (verdict.kind === 'refusal' && verdict.reason === 'empty-question') return
      const citations = verdict.kind === 'answer' ? verdict.citations : []
      memory.set(keyOf(message), {
        messageId: message.message_id,
        before: this.of(message),
        conversation: {
          previousQuestion: verdict.readAs ?? question,
          citedArticleIds: [...new Set(citations.map(({ articleId }) => articleId))],
        },
      })
    },
  }
}

function keyOf({
  chat,
  message_thread_id: thread,
  sender_chat: senderChat,
  from,
}: Message): string {
  return [chat.id, thread ?? 0, senderChat?.id ?? from?.id ?? 0].join(':')
}
