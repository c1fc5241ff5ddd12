/** Where it begins: settings from the environment, one server, a clean end. */
import { existsSync } from 'node:fs'
import { isRawiError } from '../core/errors.ts'
import { parseConfig } from './config.ts'
import { createLogger, type Logger } from './logger.ts'
import { startServer, type Server } from './server.ts'

/** What a supervisor waits before it kills. */
const longestStopMs = 9500

await main()

async function main(): Promise<void> {
  let logger = createLogger({ level: 'info' })
  process.on('uncaughtException', (error) => fail(logger, error))
  try {
    if (existsSync('.env')) process.loadEnvFile()
    const config = parseConfig(process.env)
    const secrets = [config.telegram?.token, config.http.metricsToken].filter(
      (secret) => typeof secret === 'string',
    )
    logger = createLogger({ level: config.logLevel, secrets })
    const server = await startServer(config, logger)
    stopOnSignal(server, logger)
    await server.ready
  } catch (error) {
    fail(logger, error)
  }
}

function stopOnSignal(server: Server, logger: Logger): void {
  let isStopping = false
  const stop = (signal: NodeJS.Signals): void => {
    if (isStopping) process.exit(1)
    isStopping = true
    logger.info(`${signal}: letting answers under way end`)
    setTimeout(() => process.exit(0), longestStopMs).unref()
    server.stop().then(
      () => process.exit(0),
      (error: unknown) => fail(logger, error),
    )
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}

/** What an operator can mend is told in its own words, a bug with its trace. */
function fail(logger: Logger, error: unknown): never {
  if (isRawiError(error)) logger.fatal({ code: error.code }, error.message)
  else logger.fatal({ err: error }, 'Rawi stops at a failure it does not know')
  process.exit(1)
}
