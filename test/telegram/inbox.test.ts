import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { inboxStanding, openDatabase } from '../../core/store/index.ts'
import { BotApiServer, groupChat, privateChat, type Chat, type Person } from '../bot-api/index.ts'
import { busyArchive } from './busy-archive.ts'
import { runBot } from './running-bot.ts'
import { sampleArchive } from './sample-archive.ts'
import { answerOf, englishCitation } from './sample-verdicts.ts'

const tom = { id: 13, first_name: 'Tom', language_code: 'en' }
const ann = { id: 14, first_name: 'Ann', language_code: 'en' }
const answer = answerOf('en', { ...englishCitation, n: 1 })
const verdicts = { Moscow: answer }

const serverError = { kind: 'refused', code: 500, description: 'Internal Server Error' } as const

function longCitation(n: number): typeof englishCitation {
  return {
    ...englishCitation,
    n,
    quote: `${n}. ${'Nobody said who flew there, or why. '.repeat(30)}`,
  }
}

let folder: string
let journal: string
let api: BotApiServer
const running: ChildProcess[] = []
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rawi-inbox-bot-'))
  journal = join(folder, 'journal.db')
  api = await BotApiServer.start()
})
afterEach(async () => {
  for (const child of running.splice(0)) await kill(child)
  await api.close()
  rmSync(folder, { recursive: true })
})

function startProcess(): ChildProcess {
  const args = [api.apiRoot, api.token, journal]
  const child = fork(join(import.meta.dirname, 'bot-process.ts'), args, { stdio: 'pipe' })
  running.push(child)
  return child
}

async function kill(child: ChildProcess, signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill(signal)
  await ended
}

async function until(isSo: () => boolean, timeoutMs = 20_000): Promise<void> {
  const limit = performance.now() + timeoutMs
  while (!isSo()) {
    if (performance.now() > limit) throw new Error('It did not come about in time.')
    await sleep(10)
  }
}

function standing() {
  const connection = openDatabase({ path: journal, schema: 'journal', readonly: true })
  try {
    return inboxStanding(connection)
  } finally {
    connection.close()
  }
}

/** As if the time that Telegram demanded had passed. */
function forgetWaits(): void {
  const database = new Database(journal)
  database.exec('update inbox set not_before = 0')
  database.close()
}

function readers(count: number): { person: Person; chat: Chat }[] {
  return Array.from({ length: count }, (_, index) => {
    const person = { ...tom, id: 1_000 + index }
    return { person, chat: privateChat(api, person) }
  })
}

/** How often each question was answered, by the words of the question in the answer. */
function answersTo(questions: readonly string[]): number[] {
  return questions.map((question) => api.sent.filter(({ text }) => text?.includes(question)).length)
}

describe('the inbox of a bot whose process ends', () => {
  it('answers all of 30 questions through kills, and twice only what was in flight', async () => {
    const people = readers(30)
    const questions = people.map((_, index) => `Who flew on flight number ${index} today?`)
    let bot = startProcess()
    people.forEach(({ person, chat }, index) => chat.say(person, questions[index]!))
    for (const answered of [1, 8, 15]) {
      await until(() => api.sent.length >= answered)
      await kill(bot)
      bot = startProcess()
    }
    await until(() => answersTo(questions).every((times) => times > 0))
    await kill(bot, 'SIGTERM')
    const twice = answersTo(questions).filter((times) => times > 1).length
    // One at a time is with the archive, and a few more on their way to Telegram.
    expect(twice).toBeLessThanOrEqual(3 * 2)
    expect(answersTo(questions).every((times) => times <= 2)).toBe(true)
    expect(api.queue.unacknowledged).toEqual([])
    expect(standing()).toMatchObject({ waiting: 0, dead: 0 })
  })

  it('loses nothing of what was acknowledged and never begun', async () => {
    const people = readers(30)
    const restore = api.failAlways('sendMessage', { kind: 'too-many-requests', retryAfter: 90 })
    const bot = startProcess()
    people.forEach(({ person, chat }) => chat.say(person, 'Who flew to Moscow?'))
    await until(
      () => api.callsOf('sendMessage').length > 0 && api.queue.unacknowledged.length === 0,
    )
    await kill(bot)
    expect(standing()).toMatchObject({ waiting: 30 })
    restore()
    forgetWaits()
    startProcess()
    for (const { chat } of people) await chat.answer()
  })

  it('loses nothing to SIGTERM while Telegram answers 429', async () => {
    const people = readers(10)
    const restore = api.failAlways('sendMessage', { kind: 'too-many-requests', retryAfter: 3 })
    const bot = startProcess()
    people.forEach(({ person, chat }) => chat.say(person, 'Who flew to Moscow?'))
    await until(
      () => new Set(api.callsOf('sendMessage').map((c) => c.payload['chat_id'])).size === 10,
    )
    const start = performance.now()
    await kill(bot, 'SIGTERM')
    expect(performance.now() - start).toBeLessThan(6_000)
    expect(bot.exitCode).toBe(0)
    restore()
    forgetWaits()
    startProcess()
    for (const { chat } of people) await chat.answer()
    expect(api.sent).toHaveLength(10)
  })
})

describe('the inbox of a bot that Telegram fails', () => {
  it('waits longer than a minute, and by its own clock', async () => {
    let now = Date.now()
    await using bot = await runBot(sampleArchive({ verdicts }), { api, journal, clock: () => now })
    const chat = privateChat(api, tom)
    const other = privateChat(api, ann)
    api.failNextIn(tom.id, 'sendMessage', { kind: 'too-many-requests', retryAfter: 90 })
    chat.say(tom, 'Who flew to Moscow?')
    await until(() => bot.logged().includes('tried again'))
    other.say(ann, 'Who flew to Moscow?')
    await other.answer()
    expect(bot.inbox.next(tom.id)?.notBefore).toBeGreaterThanOrEqual(now + 89_000)
    await bot.stop()
    expect(chat.received).toEqual([])
    now += 91_000
    await using later = await runBot(sampleArchive({ verdicts }), {
      api,
      journal,
      clock: () => now,
    })
    expect((await chat.answer()).text).toContain('[1]')
    await until(() => later.inbox.waiting() === 0)
  })

  it('gives up what could not be delivered for a day', async () => {
    let now = Date.now()
    const options = { api, journal, clock: () => now }
    await using bot = await runBot(sampleArchive({ verdicts }), options)
    const chat = privateChat(api, tom)
    api.failNext('sendMessage', { kind: 'too-many-requests', retryAfter: 90_000 })
    chat.say(tom, 'Who flew to Moscow?')
    await until(() => bot.logged().includes('tried again'))
    await bot.stop()
    now += 25 * 60 * 60_000
    await using later = await runBot(sampleArchive({ verdicts }), options)
    await until(() => later.inbox.waiting() === 0)
    expect(standing()).toMatchObject({
      dead: 1,
      newestReason: 'It could not be answered for a day',
    })
    expect(api.sent).toEqual([])
  })

  it('outlasts a storm of 5xx, and asks nothing twice of a reader', async () => {
    await using bot = await runBot(sampleArchive({ verdicts }), { api, journal })
    const restore = api.failAlways('sendMessage', serverError)
    const people = readers(5)
    people.forEach(({ person, chat }) => chat.say(person, 'Who flew to Moscow?'))
    await until(() => api.callsOf('sendMessage').length > 40)
    restore()
    for (const { chat } of people) await chat.answer()
    await until(() => bot.inbox.waiting() === 0)
    expect(api.sent).toHaveLength(5)
  })

  it('sends the rest of an answer, and not what was accepted before', async () => {
    const long = answerOf('en', ...Array.from({ length: 12 }, (_, n) => longCitation(n + 1)))
    const archive = sampleArchive({ verdicts: { Moscow: long } })
    await using whole = await runBot(archive)
    const untroubled = privateChat(whole.api, tom)
    untroubled.say(tom, 'Who flew to Moscow?')
    await until(() => whole.inbox.waiting() === 0 && untroubled.received.length > 1)

    await using bot = await runBot(archive, { api, journal })
    const chat = privateChat(api, tom)
    chat.say(tom, 'Who flew to Moscow?')
    await chat.answer()
    api.failNext('sendMessage', serverError, serverError, serverError, serverError)
    await until(() => api.callsOf('sendMessage').length > 2 && bot.inbox.waiting() === 0)
    expect(chat.received.map(({ text }) => text)).toEqual(
      untroubled.received.map(({ text }) => text),
    )
  })

  it('follows a group that became a supergroup', async () => {
    await using bot = await runBot(sampleArchive({ verdicts }), { api, journal })
    const group = groupChat(api, -77, 'Newsroom')
    const supergroup = groupChat(api, -100_77, 'Newsroom')
    api.failNextIn(-77, 'sendMessage', { kind: 'migrated', to: -100_77 })
    group.say(tom, '/ask Who flew to Moscow?')
    group.say(ann, '/ask Who flew to Moscow, and when?')
    expect((await supergroup.next(2)).map(({ text }) => text)).toHaveLength(2)
    await until(() => bot.inbox.waiting() === 0)
    expect(group.received).toEqual([])
    const replies = api.callsOf('sendMessage').filter(({ status }) => status === 200)
    // Its messages are counted anew: an old number may be another one's.
    expect(replies.map(({ payload }) => payload['reply_parameters'])).toEqual([
      undefined,
      undefined,
    ])
  })

  it('gives up what Telegram refuses for good, and says why without chats and words', async () => {
    await using bot = await runBot(sampleArchive({ verdicts }), { api, journal })
    const group = groupChat(api, -100_77, 'Newsroom')
    const description = 'Bad Request: TOPIC_CLOSED in "Elections" of -1001234567'
    api.failNext('sendMessage', { kind: 'refused', code: 400, description })
    group.say(tom, '/ask Who flew to Moscow?', { message_thread_id: 4, is_topic_message: true })
    group.say(tom, '/ask Who flew to Moscow?')
    await group.answer()
    await until(() => bot.inbox.waiting() === 0)
    const newestReason = 'Bad Request: TOPIC_CLOSED in … of …'
    expect(standing()).toEqual({ waiting: 0, waitingSince: null, dead: 1, newestReason })
    expect(bot.logged()).not.toContain('"stack"')
  })

  it('answers updates that come twice and in disorder once, and each chat in its order', async () => {
    await using bot = await runBot(busyArchive(1), { api, journal })
    const people = readers(8)
    const said = people.flatMap(({ person, chat }) =>
      ['first', 'second', 'third'].map((word) => {
        chat.say(person, `The ${word} question of reader ${person.id}?`)
        return api.queue.unacknowledged.at(-1)!
      }),
    )
    for (const update of said.filter((_, index) => index % 3 === 1)) api.queue.deliver(update)
    for (const { chat } of people) {
      const texts = (await chat.next(3)).map(({ text }) => text)
      for (const [index, word] of ['first', 'second', 'third'].entries())
        expect(texts[index]).toContain(`The ${word} question`)
    }
    await until(() => bot.inbox.waiting() === 0)
    expect(api.sent).toHaveLength(24)
  })

  it('lets updates stay with Telegram while the database is locked, and says so once', async () => {
    await using bot = await runBot(sampleArchive({ verdicts }), { api, journal })
    const chat = privateChat(api, tom)
    const other = new Database(journal)
    other.exec('begin immediate')
    chat.say(tom, 'Who flew to Moscow?')
    expect((await chat.answer()).text).toContain('Yours is not lost')
    chat.say(tom, 'Who flew to Moscow, and when?')
    const polls = api.callsOf('getUpdates').length
    await until(() => api.callsOf('getUpdates').length > polls + 2)
    expect(api.queue.unacknowledged).toHaveLength(2)
    expect(chat.received).toHaveLength(1)
    other.exec('commit')
    other.close()
    for (const { text } of await chat.next(2)) expect(text).toContain('[1]')
    await until(() => api.queue.unacknowledged.length === 0)
    expect(bot.logged()).toContain('is locked by another process')
  })

  it('answers once although the end of it cannot be written for a while', async () => {
    const other = new Database(journal)
    const archive = sampleArchive({
      verdicts: {
        Moscow: async () => {
          other.exec('begin immediate')
          await Promise.resolve()
          return answer
        },
      },
    })
    await using bot = await runBot(archive, { api, journal })
    const chat = privateChat(api, tom)
    chat.say(tom, 'Who flew to Moscow?')
    await chat.answer()
    await until(() => bot.logged().includes('The inbox waits'))
    other.exec('commit')
    other.close()
    await until(() => bot.inbox.waiting() === 0)
    expect(api.sent).toHaveLength(1)
  })
})

describe('the fairness of the inbox', () => {
  it.each([
    ['en', /at most 5 wait/],
    ['fa', /بیش از ۵ پرسش/],
  ])(
    'takes five questions of one person, and says so of the next, once (%s)',
    async (language, note) => {
      await using bot = await runBot(busyArchive(20), { api, journal })
      const person = { ...tom, language_code: language }
      const chat = privateChat(api, person)
      for (let n = 1; n <= 12; n += 1) chat.say(person, `Question number ${n}?`)
      const texts = (await chat.next(6)).map(({ text }) => text ?? '')
      await until(() => bot.inbox.waiting() === 0 && api.queue.unacknowledged.length === 0)
      expect(texts.filter((text) => note.test(text))).toHaveLength(1)
      expect(texts.filter((text) => text.includes('Nobody knows'))).toHaveLength(5)
      expect(chat.received).toHaveLength(6)
    },
  )

  it('lets 600 messages of one account at most double the wait of another', async () => {
    await using bot = await runBot(busyArchive(50), { api, journal })
    const reader = privateChat(api, ann)
    const flooder = privateChat(api, tom)
    const usual = await medianWait(reader)
    const flood = async (): Promise<void> => {
      for (let n = 0; n < 600; n += 1) {
        flooder.say(tom, `Message number ${n}?`)
        if (n % 10 === 9) await sleep(25)
      }
    }
    const flooded = flood()
    const beside = await medianWait(reader)
    await flooded
    // What a question in work takes is waited for; the rest is a busy machine's.
    expect(beside).toBeLessThan(2 * usual + 50)
    expect(flooder.received.length).toBeLessThan(200)
    expect(bot.logged()).not.toContain('"level":50')
  })
})

async function medianWait(chat: Chat): Promise<number> {
  const times: number[] = []
  for (let n = 0; n < 15; n += 1) {
    const start = performance.now()
    chat.say(ann, `What became of number ${n}?`)
    await chat.answer()
    times.push(performance.now() - start)
  }
  return times.toSorted((a, b) => a - b)[7]!
}
