/** grammY types its signals by a package older than Node's own AbortSignal; at run time either will do. */
import type { Api } from 'grammy'

export type TelegramSignal = NonNullable<Parameters<Api['getMe']>[0]>

export function telegramSignal(signal: AbortSignal): TelegramSignal {
  return signal as unknown as TelegramSignal
}

/** Aborts with the first of the two. */
export function eitherSignal(one: TelegramSignal | undefined, other: AbortSignal): TelegramSignal {
  if (one === undefined) return telegramSignal(other)
  return telegramSignal(AbortSignal.any([one as unknown as AbortSignal, other]))
}
