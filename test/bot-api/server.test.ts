import { describe, expect, it } from 'vitest'
import { BotApiServer, privateChat, problemOfEntities, problemOfText } from './index.ts'

const tom = { id: 13, first_name: 'Tom' }

async function call(api: BotApiServer, method: string, payload: object = {}): Promise<never> {
  const response = await fetch(`${api.apiRoot}/bot${api.token}/${method}`, {
    method: 'POST',
    body: JSON.stringify(payload),
  })
  return (await response.json()) as never
}

describe('BotApiServer', () => {
  it('gives updates again until an offset acknowledges them', async () => {
    const api = await BotApiServer.start()
    const chat = privateChat(api, tom)
    chat.say(tom, 'one')
    chat.say(tom, 'two')
    const first: { result: { update_id: number }[] } = await call(api, 'getUpdates')
    const again: typeof first = await call(api, 'getUpdates')
    expect(again).toEqual(first)
    const offset = Number(first.result[0]?.update_id) + 1
    const rest: typeof first = await call(api, 'getUpdates', { offset })
    expect(rest.result).toEqual(first.result.slice(1))
    await api.close()
  })

  it('holds a poll open until something is said', async () => {
    const api = await BotApiServer.start()
    const polled: Promise<{ result: object[] }> = call(api, 'getUpdates', { timeout: 5 })
    while (api.callsOf('getUpdates').length === 0) await new Promise(setImmediate)
    privateChat(api, tom).say(tom, 'one')
    expect((await polled).result).toHaveLength(1)
    await api.close()
  })

  it('lets one poller in at a time', async () => {
    const api = await BotApiServer.start()
    const first = call(api, 'getUpdates', { timeout: 5 })
    while (api.callsOf('getUpdates').length === 0) await new Promise(setImmediate)
    await call(api, 'getUpdates')
    expect(await first).toMatchObject({ ok: false, error_code: 409 })
    await api.close()
  })

  it('knows its own token only', async () => {
    const api = await BotApiServer.start()
    const response = await fetch(`${api.apiRoot}/bot1:other/getMe`)
    expect(response.status).toBe(401)
    await api.close()
  })

  it.each([
    ['sendMessage', { chat_id: 99, text: 'x' }, 'chat not found'],
    ['sendMessage', { chat_id: 13, text: ' \u200b' }, 'message text is empty'],
    ['sendMessage', { chat_id: 13, text: 'x', parse_mode: 'HTML' }, 'no parse mode'],
    ['editMessageText', { chat_id: 13, message_id: 7, text: 'x' }, 'message to edit not found'],
    ['setMyCommands', { commands: [{ command: 'Ask!', description: 'x' }] }, 'COMMAND_INVALID'],
    ['answerCallbackQuery', {}, 'too old or invalid'],
  ])('refuses a bad %s', async (method, payload, expected) => {
    const api = await BotApiServer.start()
    privateChat(api, tom)
    expect(await call(api, method, payload)).toMatchObject({
      error_code: 400,
      description: expect.stringContaining(expected),
    })
    await api.close()
  })

  it('edits a message that was sent', async () => {
    const api = await BotApiServer.start()
    privateChat(api, tom)
    const sent: { result: { message_id: number } } = await call(api, 'sendMessage', {
      chat_id: 13,
      text: 'before',
    })
    const { message_id: id } = sent.result
    await call(api, 'editMessageText', { chat_id: 13, message_id: id, text: 'after' })
    expect(api.sent.map(({ text }) => text)).toEqual(['after'])
    await api.close()
  })
})

describe('problemOfText', () => {
  it.each([
    ['', 'empty'],
    ['\u200f\u2068', 'empty'],
    ['\ud83d', 'UTF-8'],
    ['x'.repeat(4_097), 'too long'],
    [undefined, 'empty'],
  ])('finds what is wrong with a text', (text, expected) => {
    expect(problemOfText(text)).toContain(expected)
  })
})

describe('problemOfEntities', () => {
  const bold = { type: 'bold', offset: 0, length: 1 }
  it.each([
    ['an end beyond the text', [{ ...bold, length: 9 }], 'BOUNDS'],
    ['a negative offset', [{ ...bold, offset: -1 }], 'BOUNDS'],
    ['no length', [{ ...bold, length: 0 }], 'BOUNDS'],
    ['an unknown type', [{ ...bold, type: 'loud' }], 'unsupported'],
    ['half a character', [{ ...bold, offset: 1, length: 1 }], 'surrogate'],
    ['a link to nowhere', [{ ...bold, type: 'text_link' }], 'URL'],
    [
      'an overlap',
      [
        { ...bold, length: 3 },
        { type: 'italic', offset: 1, length: 3 },
      ],
      'overlap',
    ],
    [
      'a quote in a quote',
      [
        { type: 'blockquote', offset: 0, length: 4 },
        { type: 'expandable_blockquote', offset: 0, length: 1 },
      ],
      'within a quote',
    ],
    ['bold code', [{ type: 'code', offset: 0, length: 3 }, bold], 'code holds'],
    ['bold in bold', [{ ...bold, length: 3 }, bold], 'within'],
    ['too many', Array.from({ length: 101 }, () => bold), 'TOO_LONG'],
    ['no list', 'bold', 'Array'],
  ])('finds %s', (_, entities, expected) => {
    expect(problemOfEntities('a😀bc', entities)).toContain(expected)
  })

  it('takes sound ones', () => {
    const sound = [
      { type: 'expandable_blockquote', offset: 0, length: 5 },
      { type: 'bold', offset: 1, length: 2 },
      { type: 'text_link', offset: 3, length: 2, url: 'https://example.org/' },
    ]
    expect(problemOfEntities('a😀bc', sound)).toBeNull()
  })
})
