import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { createLogger, type LoggerOptions } from '../bot/logger.ts'

const token = '123456789:AAEhBP0av28-_xDfQyHw7rKb1wJkzA9cGn5'

function logged(
  write: (log: ReturnType<typeof createLogger>) => void,
  options: Partial<LoggerOptions> = {},
  isTTY = false,
) {
  const output = Object.assign(new PassThrough({ encoding: 'utf8' }), { isTTY })
  write(createLogger({ level: 'debug', secrets: [token], output, ...options }))
  return String(output.read() ?? '')
}

describe('createLogger', () => {
  it('writes JSON lines where no person looks on', () => {
    const line = logged((log) => log.info({ articles: 34 }, 'index opened'))
    expect(JSON.parse(line)).toMatchObject({ level: 'info', msg: 'index opened', articles: 34 })
  })

  it('writes plain lines on a terminal', () => {
    const line = logged((log) => log.info({ articles: 34 }, 'index opened'), {}, true)
    expect(line).toMatch(/^\d\d:\d\d:\d\d index opened articles=34\n$/)
  })

  it('keeps below its level silent', () => {
    expect(logged((log) => log.info('index opened'), { level: 'warn' })).toBe('')
  })

  it.each([
    ['in an address', `https://api.telegram.org/bot${token}/getMe`],
    ['URL-encoded', encodeURIComponent(token)],
    ['in base64', Buffer.from(token).toString('base64')],
    ['in base64 for addresses', Buffer.from(token).toString('base64url')],
  ])('hides a token %s', (_where, text) => {
    const lines =
      logged((log) => log.error({ err: new Error(`request to ${text} failed`) }, text)) +
      logged((log) => log.error({ err: new Error(`request to ${text} failed`) }, text), {}, true)
    expect(lines).toContain('[hidden]')
    expect(lines).not.toContain(text)
    expect(lines).not.toContain('AAEhBP0av28')
  })
})
