/** The real bot, polling the Bot API server of the tests. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import type { Update } from 'grammy/types'
import { pino } from 'pino'
import type { Archive } from '../../core/archive.ts'
import { openInbox, type Inbox } from '../../core/store/index.ts'
import {
  createTelegramBot,
  mostWaiting,
  startTelegram,
  type PollingOptions,
  type TelegramOptions,
} from '../../bot/telegram/index.ts'
import { BotApiServer } from '../bot-api/index.ts'

export interface RunningBot extends AsyncDisposable {
  readonly api: BotApiServer
  readonly inbox: Inbox<Update>
  /** Everything logged so far. */
  logged(): string
  stop(): Promise<void>
}

export interface RunningBotOptions extends PollingOptions {
  readonly api?: BotApiServer
  /** Where the inbox lies. @default in a folder that goes with the bot */
  readonly journal?: string
  readonly token?: string
  readonly telegram?: TelegramOptions
}

export async function runBot(
  archive: Archive,
  { api, journal, token, clock = Date.now, telegram, ...polling }: RunningBotOptions = {},
): Promise<RunningBot> {
  const server = api ?? (await BotApiServer.start())
  const folder = mkdtempSync(join(tmpdir(), 'rawi-telegram-'))
  const inbox = openInbox<Update>(journal ?? join(folder, 'journal.db'), {
    clock,
    mostWaiting,
  })
  let log = ''
  const output = new Writable({
    write(chunk, _encoding, done) {
      log += String(chunk)
      done()
    },
  })
  const bot = createTelegramBot(token ?? server.token, {
    archive,
    logger: pino({ level: 'trace' }, output),
    clock,
    options: { apiRoot: server.apiRoot, networkWaitsMs: [20, 40, 80], ...telegram },
  })
  const service = startTelegram(bot, inbox, { clock, pollSeconds: 5, retryMs: 50, ...polling })
  return {
    api: server,
    inbox,
    logged: () => log,
    stop: () => service.stop(),
    async [Symbol.asyncDispose]() {
      await service.stop()
      inbox.close()
      rmSync(folder, { recursive: true })
      await server.close()
    },
  }
}
