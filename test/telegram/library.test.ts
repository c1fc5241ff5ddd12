import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Archive } from '../../core/archive.ts'
import { openArchive } from '../../core/library/index.ts'
import { reindex } from '../../core/reindex/index.ts'
import { groupChat, privateChat } from '../bot-api/index.ts'
import { runBot } from './running-bot.ts'

const layla = { id: 11, first_name: 'ليلى', language_code: 'ar' }
const sara = { id: 12, first_name: 'سارا', language_code: 'fa' }
const tom = { id: 13, first_name: 'Tom', language_code: 'en' }

describe('the bot over the sample corpus', () => {
  let folder: string
  let archive: Archive

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rawi-telegram-'))
    const database = join(folder, 'index.db')
    const folders = [join(import.meta.dirname, '../../data/articles')]
    await reindex({ folders, database, embedder: null, now: () => new Date() })
    archive = await openArchive({ database, embedding: null })
  })

  afterAll(async () => {
    await archive.close()
    await rm(folder, { recursive: true })
  })

  it.each([
    [
      'Arabic',
      layla,
      'كم عدد المقاتلين من روسيا في سوريا حسب بوتين؟',
      ['بأربعة آلاف', 'المصادر', '21 أكتوبر 2015', 'قورنت الألفاظ وحدها'],
    ],
    [
      'Persian',
      sara,
      'سخنگوی کاخ کرملین کیست؟',
      ['دیمیتری پسکوف', 'منابع', '۲۹ مهر ۱۳۹۴ (۲۱ اکتبر ۲۰۱۵)'],
    ],
    [
      'English',
      tom,
      "Where did India's Chandrayaan-3 land?",
      ['south pole', 'Sources', 'The Meridian Ledger, 24 August 2023'],
    ],
  ])('quotes an article word for word in %s', async (_, person, question, expected) => {
    await using bot = await runBot(archive)
    const chat = privateChat(bot.api, person)
    chat.say(person, question)
    const { text = '' } = await chat.answer()
    for (const words of expected) expect(text).toContain(words)
    const { verdict } = await archive.ask({ question, hint: person.language_code })
    if (verdict.kind !== 'answer') throw new Error('The archive was expected to answer.')
    for (const { quote, articleId, start, end } of verdict.citations) {
      expect(text).toContain(quote)
      expect((await archive.article(articleId))?.text.slice(start, end)).toBe(quote)
    }
  })

  it('says no, and offers what is nearest', async () => {
    await using bot = await runBot(archive)
    const chat = privateChat(bot.api, tom)
    chat.say(tom, 'What is the population of Brazil?')
    expect((await chat.answer()).text).toContain('The archive does not answer this.')
  })

  it('answers a mention in a group', async () => {
    await using bot = await runBot(archive)
    const group = groupChat(bot.api, -100_3, 'غرفة الأخبار')
    group.say(layla, '@rawi_test_bot كم عدد المقاتلين من روسيا في سوريا حسب بوتين؟')
    expect((await group.answer()).text).toContain('بأربعة آلاف')
  })

  it('tells how it stands and what it holds', async () => {
    await using bot = await runBot(archive)
    const chat = privateChat(bot.api, sara)
    chat.say(sara, '/status')
    chat.say(sara, '/sources')
    const [status, sources] = await chat.next(2)
    expect(status?.text).toContain('جست‌وجو: فقط بر پایهٔ واژه')
    expect(sources?.text).toContain('روزنامهٔ رواق')
  })

  it.each([
    ['nothing but signs', '؟؟؟', 'Write your question as a message'],
    ['nothing that can be seen', '\u200b\u200d', 'cannot read this question'],
    ['more than anyone reads', `Putin ${'very '.repeat(600)}`, 'at most 2,000'],
  ])('is helpful about %s', async (_, question, expected) => {
    await using bot = await runBot(archive)
    const chat = privateChat(bot.api, tom)
    chat.say(tom, question)
    expect((await chat.answer()).text).toContain(expected)
  })
})
