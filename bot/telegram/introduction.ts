/** Tells Telegram that updates are fetched by polling, and the bot's commands in each language. */
import type { TelegramBot } from './create-telegram-bot.ts'
import { telegramSignal } from './delivery/signals.ts'
import { locales, type Locale } from './locale.ts'
import { reportOf } from './redaction.ts'

/** While a webhook is set, Telegram lets nobody poll. */
export async function leaveWebhook(bot: TelegramBot, signal: AbortSignal): Promise<void> {
  await bot.api.deleteWebhook({}, telegramSignal(signal))
}

/** Menus are not needed to answer, so a failure is a warning. */
export async function offerCommands(bot: TelegramBot, signal: AbortSignal): Promise<void> {
  try {
    await bot.api.setMyCommands(commandsIn(bot, 'en'), {}, telegramSignal(signal))
    for (const locale of locales) {
      const scope = { language_code: locale }
      await bot.api.setMyCommands(commandsIn(bot, locale), scope, telegramSignal(signal))
    }
  } catch (error) {
    if (signal.aborted) return
    const report = { err: reportOf(error, bot.redact) }
    bot.logger.warn(report, 'Telegram did not take the commands; its menus may be old')
  }
}

function commandsIn(
  { allMessages }: TelegramBot,
  locale: Locale,
): { command: string; description: string }[] {
  return ['ask', 'sources', 'status', 'help'].map((command) => ({
    command,
    description: allMessages[locale].text(`command-${command}`),
  }))
}
