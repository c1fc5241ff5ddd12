/** Logs on stderr: JSON lines for machines, short lines when a person looks on. No secret gets through. */
import { Writable } from 'node:stream'
import { pino, type Logger } from 'pino'
import type { Config } from './config.ts'

export type { Logger }

export interface LoggerOptions {
  readonly level: Config['logLevel']
  /** Never written, whole or in part of a text or address. */
  readonly secrets?: readonly string[]
  /** @default stderr */
  readonly output?: NodeJS.WritableStream & { readonly isTTY?: boolean }
}

export function createLogger({
  level,
  secrets = [],
  output = process.stderr,
}: LoggerOptions): Logger {
  const hide = hiding(secrets)
  const render = output.isTTY === true ? lineForPeople : (line: string) => line
  const stream = new Writable({
    decodeStrings: false,
    write(line: string, _encoding, done) {
      output.write(render(hide(line)))
      done()
    },
  })
  return pino({ level, base: null, formatters: { level: (label) => ({ level: label }) } }, stream)
}

/** A token is found as it is, URL-encoded and in base64. */
function hiding(secrets: readonly string[]): (line: string) => string {
  const forms = secrets
    .filter((secret) => secret.length > 0)
    .flatMap((secret) => [
      secret,
      encodeURIComponent(secret),
      Buffer.from(secret).toString('base64'),
      Buffer.from(secret).toString('base64url'),
    ])
  return (line) => forms.reduce((text, form) => text.replaceAll(form, '[hidden]'), line)
}

function lineForPeople(line: string): string {
  const { level, time, msg, err, ...rest } = JSON.parse(line) as Record<string, unknown>
  const at = new Date(Number(time)).toLocaleTimeString('en-GB')
  const mark = level === 'info' || level === 'debug' ? '' : `${String(level)}: `
  const details = Object.entries(rest)
    .map(([key, value]) => ` ${key}=${JSON.stringify(value)}`)
    .join('')
  const trace = isErrorRecord(err) ? `\n  ${err.stack ?? err.message ?? ''}` : ''
  return `${at} ${mark}${typeof msg === 'string' ? msg : ''}${details}${trace}\n`
}

function isErrorRecord(value: unknown): value is { message?: string; stack?: string } {
  return typeof value === 'object' && value !== null
}
