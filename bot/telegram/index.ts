/** The door to this room. */
export { createTelegramBot, type TelegramOptions } from './create-telegram-bot.ts'
export { mostWaiting } from './features/surplus.ts'
export { startTelegram, type PollingOptions, type TelegramService } from './start-telegram.ts'
