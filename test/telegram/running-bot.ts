/** The real bot, polling the Bot API server of the tests. */
import { Writable } from 'node:stream'
import { pino } from 'pino'
import type { Archive } from '../../core/archive.ts'
import {
  createTelegramBot,
  startTelegram,
  type PollingOptions,
  type TelegramOptions,
} from '../../bot/telegram/index.ts'
import { BotApiServer } from '../bot-api/index.ts'

export interface RunningBot extends AsyncDisposable {
  readonly api: BotApiServer
  /** Everything logged so far. */
  logged(): string
  stop(): Promise<void>
}

export interface RunningBotOptions extends PollingOptions {
  readonly api?: BotApiServer
  readonly token?: string
  readonly clock?: () => number
  readonly telegram?: TelegramOptions
}

export async function runBot(
  archive: Archive,
  { api, token, clock, telegram, ...polling }: RunningBotOptions = {},
): Promise<RunningBot> {
  const server = api ?? (await BotApiServer.start())
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
    ...(clock === undefined ? {} : { clock }),
    options: { apiRoot: server.apiRoot, networkWaitsMs: [20, 40, 80], ...telegram },
  })
  const service = startTelegram(bot, { pollSeconds: 5, retryMs: 50, ...polling })
  return {
    api: server,
    logged: () => log,
    stop: () => service.stop(),
    async [Symbol.asyncDispose]() {
      await service.stop()
      await server.close()
    },
  }
}
