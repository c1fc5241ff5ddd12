/** Shows "typing…" while an answer is made: at once, and again before Telegram lets it fade. */
import type { Context } from 'grammy'
import { pause } from './retries.ts'

/** Telegram shows the action for five seconds. */
const repeatMs = 4_500
const longestFarewellMs = 1_000

/** A failed action is nobody's loss, so it is passed over. */
export async function whileTyping<Result>(
  ctx: Context,
  work: () => Promise<Result>,
): Promise<Result> {
  const finished = new AbortController()
  const typing = keepTyping(ctx, finished.signal)
  try {
    return await work()
  } finally {
    finished.abort()
    // An action that arrives after the answer would show somebody typing for five more seconds.
    await Promise.race([typing, pause(longestFarewellMs)])
  }
}

async function keepTyping(ctx: Context, finished: AbortSignal): Promise<void> {
  while (!finished.aborted) {
    await act(ctx)
    await pause(repeatMs, finished)
  }
}

async function act({ api, chatId, msg }: Context): Promise<void> {
  if (chatId === undefined) return
  const topic = msg?.is_topic_message === true ? msg.message_thread_id : undefined
  try {
    await api.sendChatAction(
      chatId,
      'typing',
      topic === undefined ? {} : { message_thread_id: topic },
    )
  } catch {
    // The answer itself will show whether Telegram can be reached.
  }
}
