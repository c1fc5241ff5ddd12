import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it, vi } from 'vitest'
import { RawiError } from '../../core/errors.ts'
import { BotApiServer, privateChat } from '../bot-api/index.ts'
import { runBot } from './running-bot.ts'
import { sampleArchive } from './sample-archive.ts'
import { answerOf, englishCitation } from './sample-verdicts.ts'

const tom = { id: 13, first_name: 'Tom', language_code: 'en' }
const ann = { id: 14, first_name: 'Ann', language_code: 'en' }

const answer = answerOf('en', { ...englishCitation, n: 1 })
const verdicts = { Moscow: answer }
const neverAnswered = new Promise<never>(() => {})

function answerAfter(ms: number): () => Promise<typeof answer> {
  return async () => {
    await sleep(ms)
    return answer
  }
}

describe('startTelegram', { concurrent: true }, () => {
  it.each([
    ['a limit', { kind: 'too-many-requests', retryAfter: 1 }],
    ['a connection reset', { kind: 'reset' }],
    ['a page of HTML', { kind: 'html', code: 502 }],
    ['an answer that never comes', { kind: 'hang', ms: 5_000 }],
    ['an internal error', { kind: 'refused', code: 500, description: 'Internal Server Error' }],
  ] as const)('delivers an answer after %s', async (_, fault) => {
    await using bot = await runBot(sampleArchive({ verdicts }), {
      telegram: { callTimeoutMs: 1_000 },
    })
    const chat = privateChat(bot.api, tom)
    bot.api.failNext('sendMessage', fault)
    chat.say(tom, 'Who flew to Moscow?')
    expect((await chat.answer()).text).toContain('[1]')
    expect(bot.api.callsOf('sendMessage')).toHaveLength(2)
  })

  it('delivers every answer through a storm of failures', async () => {
    await using bot = await runBot(sampleArchive({ verdicts }), {
      telegram: { callTimeoutMs: 1_000 },
    })
    const faults = [
      { kind: 'too-many-requests', retryAfter: 1 },
      { kind: 'reset' },
      { kind: 'html', code: 502 },
      { kind: 'hang', ms: 2_000 },
      { kind: 'refused', code: 500, description: 'Internal Server Error' },
    ] as const
    const people = Array.from({ length: 60 }, (_, index) => ({ ...tom, id: 1_000 + index }))
    const chats = people.map((person) => privateChat(bot.api, person))
    for (const [index, person] of people.entries()) {
      const fault = faults[index % 7]
      if (fault !== undefined) bot.api.failNextIn(person.id, 'sendMessage', fault)
      if (index % 25 === 0) bot.api.failNext('getUpdates', { kind: 'reset' })
      chats[index]?.say(person, 'Who flew to Moscow?')
    }
    const answers = await Promise.all(chats.map((chat) => chat.answer(25_000)))
    expect(answers.every(({ text }) => text?.includes('[1]'))).toBe(true)
    expect(bot.logged()).not.toContain('could not be delivered')
  })

  it('waits as long as Telegram demands', async () => {
    await using bot = await runBot(sampleArchive({ verdicts }))
    const chat = privateChat(bot.api, tom)
    bot.api.failNext('sendMessage', { kind: 'too-many-requests', retryAfter: 1 })
    chat.say(tom, 'Who flew to Moscow?')
    await chat.answer()
    const [first, second] = bot.api.callsOf('sendMessage')
    expect(Number(second?.at) - Number(first?.at)).toBeGreaterThanOrEqual(990)
  })

  it('lets one chat’s limit delay no other', async () => {
    await using bot = await runBot(sampleArchive({ verdicts }))
    const slow = privateChat(bot.api, tom)
    const quick = privateChat(bot.api, ann)
    bot.api.failNextIn(tom.id, 'sendMessage', { kind: 'too-many-requests', retryAfter: 2 })
    slow.say(tom, 'Who flew to Moscow?')
    quick.say(ann, 'Who flew to Moscow?')
    await quick.answer()
    expect(slow.received).toHaveLength(0)
    expect((await slow.answer()).text).toContain('[1]')
  })

  it('answers the questions of one chat in their order', async () => {
    const archive = sampleArchive({
      verdicts: {
        slow: async () => {
          await sleep(150)
          return answerOf('en', { ...englishCitation, n: 1, quote: 'The first answer.' })
        },
        Moscow: answer,
      },
    })
    await using bot = await runBot(archive)
    const chat = privateChat(bot.api, tom)
    chat.say(tom, 'The slow one?')
    chat.say(tom, 'Who flew to Moscow?')
    const [first, second] = await chat.next(2)
    expect(first?.text).toContain('The first answer.')
    expect(second?.text).toContain('Assad flew')
  })

  it('goes on typing while an answer takes its time', { timeout: 20_000 }, async () => {
    await using bot = await runBot(sampleArchive({ verdicts: { Moscow: answerAfter(5_000) } }))
    const chat = privateChat(bot.api, tom)
    chat.say(tom, 'Who flew to Moscow?')
    await chat.answer(15_000)
    expect(bot.api.callsOf('sendChatAction')).toHaveLength(2)
  })

  it('answers although the typing action hangs', async () => {
    await using bot = await runBot(sampleArchive({ verdicts }))
    const chat = privateChat(bot.api, tom)
    bot.api.failNext('sendChatAction', { kind: 'hang', ms: 8_000 })
    chat.say(tom, 'Who flew to Moscow?')
    expect((await chat.answer(3_000)).text).toContain('[1]')
  })

  it('sends plain text when Telegram refuses the entities', async () => {
    await using bot = await runBot(sampleArchive({ verdicts }))
    const chat = privateChat(bot.api, tom)
    bot.api.failNext('sendMessage', {
      kind: 'refused',
      code: 400,
      description: "Bad Request: can't parse entities: ENTITY_BOUNDS_INVALID",
    })
    chat.say(tom, 'Who flew to Moscow?')
    const { text, entities } = await chat.answer()
    expect(text).toContain(englishCitation.quote)
    expect(entities).toBeUndefined()
  })

  it('takes it in good part that a reader has blocked it', async () => {
    await using bot = await runBot(sampleArchive({ verdicts }))
    const chat = privateChat(bot.api, tom)
    const description = 'Forbidden: bot was blocked by the user'
    bot.api.failNext('sendMessage', { kind: 'refused', code: 403, description })
    chat.say(tom, 'Who flew to Moscow?')
    chat.say(tom, '/status')
    await chat.answer()
    expect(bot.logged()).toContain('A reader has blocked the bot')
    expect(bot.logged()).not.toContain('"level":50')
  })

  it('answers an update once, however often it comes', async () => {
    await using bot = await runBot(sampleArchive({ verdicts }))
    const chat = privateChat(bot.api, tom)
    chat.say(tom, 'Who flew to Moscow?')
    const [update] = bot.api.queue.unacknowledged
    await chat.answer()
    if (update !== undefined) {
      bot.api.queue.deliver(update)
      bot.api.queue.deliver(update)
    }
    chat.say(tom, '/status')
    expect((await chat.answer()).text).toContain('Articles')
    expect(bot.api.callsOf('sendMessage')).toHaveLength(2)
  })

  it('polls again after the network failed, losing nothing', async () => {
    await using bot = await runBot(sampleArchive({ verdicts }))
    const chat = privateChat(bot.api, tom)
    bot.api.failNext(
      'getUpdates',
      { kind: 'reset' },
      { kind: 'html', code: 502 },
      { kind: 'refused', code: 500, description: 'Internal Server Error' },
      {
        kind: 'refused',
        code: 409,
        description: 'Conflict: terminated by other getUpdates request',
      },
      { kind: 'too-many-requests', retryAfter: 1 },
    )
    chat.say(tom, 'Who flew to Moscow?')
    expect((await chat.answer()).text).toContain('[1]')
    chat.say(tom, 'Who flew to Moscow?')
    await chat.answer()
    expect(bot.logged()).toContain('Another process polls with the same token')
    expect(bot.api.callsOf('sendMessage')).toHaveLength(2)
  })

  it('stops asking when the token is refused, and says so', async () => {
    await using bot = await runBot(sampleArchive(), { token: '1:wrong' })
    await sleep(300)
    expect(bot.logged()).toContain('Telegram refuses the token')
    expect(bot.api.calls).toHaveLength(0)
  })

  it('answers although its commands are not taken', async () => {
    const api = await BotApiServer.start()
    api.failNext('setMyCommands', { kind: 'refused', code: 400, description: 'Bad Request' })
    await using bot = await runBot(sampleArchive({ verdicts }), { api })
    const chat = privateChat(api, tom)
    chat.say(tom, 'Who flew to Moscow?')
    await chat.answer()
    expect(bot.logged()).toContain('Telegram did not take the commands')
  })

  it('offers its commands in every language', async () => {
    await using bot = await runBot(sampleArchive())
    const offered = (): readonly unknown[] =>
      bot.api.callsOf('setMyCommands').map(({ payload }) => payload['language_code'])
    while (offered().length < 7) await sleep(10)
    expect(offered()).toEqual([undefined, 'ar', 'fa', 'en', 'tr', 'ru', 'fr'])
  })

  it('finishes what it is answering before it stops, and tells Telegram so', async () => {
    const archive = sampleArchive({ verdicts: { Moscow: answerAfter(400) } })
    await using bot = await runBot(archive)
    const chat = privateChat(bot.api, tom)
    chat.say(tom, 'Who flew to Moscow?')
    while (archive.asked.length === 0) await sleep(10)
    await bot.stop()
    expect(chat.received).toHaveLength(1)
    expect(bot.api.queue.unacknowledged).toEqual([])
  })

  it('tells Telegram how far it came, where the last poll could not', async () => {
    await using bot = await runBot(sampleArchive({ verdicts }))
    const chat = privateChat(bot.api, tom)
    chat.say(tom, 'Who flew to Moscow?')
    await chat.answer()
    bot.api.failNext('getUpdates', { kind: 'hang', ms: 5_000 })
    chat.say(tom, '/status')
    await chat.answer()
    expect(bot.api.queue.unacknowledged).toHaveLength(1)
    await bot.stop()
    expect(bot.api.queue.unacknowledged).toEqual([])
  })

  it('stops in time although an answer never ends, and tells how many it leaves', async () => {
    const archive = sampleArchive({ verdicts: { Moscow: () => neverAnswered } })
    const api = await BotApiServer.start()
    await using bot = await runBot(archive, { api, drainMs: 300 })
    const chat = privateChat(api, tom)
    chat.say(tom, 'Who flew to Moscow?')
    while (archive.asked.length === 0) await sleep(10)
    const start = performance.now()
    await bot.stop()
    expect(performance.now() - start).toBeLessThan(3_000)
    expect(bot.logged()).toContain('"unanswered":1')
  })
})

describe('redactorFor', () => {
  it('keeps the token out of the log, whatever fails', async () => {
    const printed = vi.spyOn(console, 'error')
    const api = await BotApiServer.start()
    const leak = new Error(`fetch https://api.telegram.org/bot${api.token}/getMe failed`)
    const archive = sampleArchive({
      verdicts: {
        bug: leak,
        encoded: new Error(`GET /?to=${encodeURIComponent(api.token)}`),
        base64: new Error(`Basic ${Buffer.from(api.token).toString('base64')}`),
        caused: new RawiError('STORAGE_FAILED', 'The store failed.', { cause: leak }),
      },
    })
    await using bot = await runBot(archive, {
      api,
      telegram: { callTimeoutMs: 200, networkWaitsMs: [10] },
    })
    const chat = privateChat(api, tom)
    api.failNext('getUpdates', { kind: 'reset' }, { kind: 'html', code: 502 })
    for (const word of ['bug', 'encoded', 'base64', 'caused']) {
      chat.say(tom, word)
      await chat.answer()
    }
    for (const fault of [
      { kind: 'reset' },
      { kind: 'html', code: 502 },
      { kind: 'hang', ms: 1_000 },
    ] as const) {
      const calls = api.callsOf('sendMessage').length
      api.failNext('sendMessage', fault, fault)
      chat.say(tom, 'lost')
      while (api.callsOf('sendMessage').length < calls + 2) await sleep(10)
    }
    await sleep(300)
    await bot.stop()
    expect(printed).not.toHaveBeenCalled()
    const log = bot.logged()
    expect(log).toContain('A reply could not be delivered')
    expect(log).toContain('could not be answered')
    expect(log).toContain('cannot be polled')
    const secret = api.token.slice(api.token.indexOf(':') + 1)
    for (const form of [api.token, secret]) {
      expect(log).not.toContain(form)
      expect(log).not.toContain(encodeURIComponent(form))
      expect(log).not.toContain(Buffer.from(form).toString('base64'))
      expect(log).not.toContain(Buffer.from(form).toString('base64url'))
    }
  })
})
