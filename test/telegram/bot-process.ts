/** A bot in a process of its own, to be killed: `bot-process.ts API_ROOT TOKEN JOURNAL`. */
import type { Update } from 'grammy/types'
import { pino } from 'pino'
import { createTelegramBot, mostWaiting, startTelegram } from '../../bot/telegram/index.ts'
import { openInbox } from '../../core/store/index.ts'
import { busyArchive } from './busy-archive.ts'

const [apiRoot = '', token = '', journal = ''] = process.argv.slice(2)
const inbox = openInbox<Update>(journal, { clock: Date.now, mostWaiting })
const bot = createTelegramBot(token, {
  archive: busyArchive(20),
  logger: pino({ level: 'warn' }, pino.destination(2)),
  options: { apiRoot, networkWaitsMs: [20, 40] },
})
const service = startTelegram(bot, inbox, { retryMs: 50, drainMs: 1_000, pollSeconds: 5 })
process.on('SIGTERM', () => {
  void service.stop().then(() => process.exit(0))
})
