/** The frame of every command: arguments, exit codes, where words and results go, and how it is stopped. */
import { Command, CommanderError } from 'commander'
import { existsSync } from 'node:fs'
import { parseConfig, type Config } from '../../bot/config.ts'
import { isRawiError } from '../../core/errors.ts'
import { shown } from './shown.ts'

export const exitCodes = {
  done: 0,
  failed: 1,
  wrongUsage: 2,
  /** Done, and some inputs were refused. */
  someRefused: 3,
  /** Stopped by Ctrl+C, as shells count it. */
  stopped: 130,
} as const

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

export interface CommandContext {
  readonly config: Config
  readonly env: Readonly<Record<string, string | undefined>>
  /** Aborted by the first Ctrl+C; a second one ends the process at once. */
  readonly signal: AbortSignal
}

export type Act<Options> = (
  options: Options,
  context: CommandContext,
) => ExitCode | Promise<ExitCode>

/** A command with what all have in common: `--db`, `--json`, `--help`. */
export function createCommand(name: string, description: string): Command {
  return new Command(name)
    .description(description)
    .usage('[options]')
    .option('--db <path>', 'the index (default: DATABASE, else data/var/rawi.db)')
    .option('--json', 'print the result as JSON on stdout, and nothing else there', false)
    .allowExcessArguments(false)
    .showHelpAfterError('(--help tells more)')
    .exitOverride()
}

/** For people: words go to stderr, so that stdout holds results alone. */
export function say(line: string): void {
  process.stderr.write(`${shown(line)}\n`)
}

export function printJson(value: unknown): void {
  process.stdout.write(`${shown(JSON.stringify(value))}\n`)
}

/**
 * Parses the arguments of this process, acts, and sets the exit code.
 *
 */
export async function runCommand<Options>(command: Command, act: Act<Options>): Promise<void> {
  const stop = new AbortController()
  process.once('SIGINT', () => stop.abort())
  process.once('SIGTERM', () => stop.abort())
  try {
    command.parse()
    if (existsSync('.env')) process.loadEnvFile('.env')
    const { env } = process
    const context = { config: parseConfig(env), env, signal: stop.signal }
    process.exitCode = await act(command.opts<Options & object>(), context)
  } catch (error) {
    process.exitCode = codeOf(error, stop.signal)
  }
}

function codeOf(error: unknown, signal: AbortSignal): ExitCode {
  if (error instanceof CommanderError) {
    return error.exitCode === 0 ? exitCodes.done : exitCodes.wrongUsage
  }
  if (signal.aborted) {
    say('Stopped. What was done is kept; the same command goes on from there.')
    return exitCodes.stopped
  }
  // A RawiError says what to do; anything else is a bug, and its stack is what helps.
  say(isRawiError(error) ? error.message : String(error instanceof Error ? error.stack : error))
  return exitCodes.failed
}
