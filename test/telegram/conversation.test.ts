import { describe, expect, it } from 'vitest'
import { RawiError } from '../../core/errors.ts'
import { groupChat, privateChat } from '../bot-api/index.ts'
import { runBot } from './running-bot.ts'
import { sampleArchive } from './sample-archive.ts'
import { answerOf, arabicCitation, englishCitation, persianCitation } from './sample-verdicts.ts'

const layla = { id: 11, first_name: 'ليلى', language_code: 'ar' }
const sara = { id: 12, first_name: 'سارا', language_code: 'fa' }
const tom = { id: 13, first_name: 'Tom', language_code: 'en-GB' }

const verdicts = {
  المقاتلين: answerOf('ar', arabicCitation),
  کرملین: answerOf('fa', persianCitation),
  Moscow: answerOf('en', { ...englishCitation, n: 1 }),
}

describe('createTelegramBot', () => {
  it('answers an Arabic question with the quote, its source and its date', async () => {
    await using bot = await runBot(sampleArchive({ verdicts }))
    const chat = privateChat(bot.api, layla)
    chat.say(layla, 'كم عدد المقاتلين من روسيا في سوريا؟')
    const { text, entities = [] } = await chat.answer()
    expect(text).toContain(arabicCitation.quote)
    expect(text).toContain('[1] بوتين: آلاف المقاتلين الروس في سوريا — وكالة الشرق، 23 فبراير 2017')
    const marked = entities.map(({ type, offset, length }) => [
      type,
      text?.slice(offset, offset + length),
    ])
    expect(marked).toContainEqual(['bold', 'أربعة آلاف'])
    expect(marked).toContainEqual(['text_link', '[1]'])
    expect(marked).toContainEqual(['text_link', arabicCitation.title])
    expect(entities.some(({ type }) => type === 'expandable_blockquote')).toBe(true)
  })

  it('answers a Persian question with both calendars', async () => {
    await using bot = await runBot(sampleArchive({ verdicts }))
    const chat = privateChat(bot.api, sara)
    chat.say(sara, 'سخنگوی کاخ کرملین کیست؟')
    const { text } = await chat.answer()
    expect(text).toContain(persianCitation.quote)
    expect(text).toContain('خبرگزاری البرز، ۲۹ مهر ۱۳۹۴ (۲۱ اکتبر ۲۰۱۵)')
  })

  it('answers an English question, whatever the language of the app', async () => {
    await using bot = await runBot(sampleArchive({ verdicts }))
    const chat = privateChat(bot.api, sara)
    chat.say(sara, 'Who flew to Moscow?')
    const { text } = await chat.answer()
    expect(text).toContain('Sources\n[1] Assad in Moscow! — The Harbour Post')
  })

  it('shows at once that it is typing', async () => {
    await using bot = await runBot(sampleArchive({ verdicts }))
    const chat = privateChat(bot.api, tom)
    chat.say(tom, 'Who flew to Moscow?')
    await chat.answer()
    const methods = bot.api.calls.map(({ method }) => method)
    const typing = methods.indexOf('sendChatAction')
    expect(typing).toBeGreaterThan(-1)
    expect(typing).toBeLessThan(methods.indexOf('sendMessage'))
  })

  it('sends a long answer as several messages, in order', async () => {
    const quote = 'وقال المتحدث إن المحادثات استمرت ساعات طويلة. '.repeat(200).trim()
    const long = { ...arabicCitation, quote, highlights: [] }
    await using bot = await runBot(sampleArchive({ verdicts: { المحادثات: answerOf('ar', long) } }))
    const chat = privateChat(bot.api, layla)
    chat.say(layla, 'كم استمرت المحادثات؟')
    const texts = (await chat.next(3)).map(({ text }) => String(text))
    expect(texts.map((text) => text.length <= 4_096)).toEqual([true, true, true])
    expect(texts.join(' ')).toContain(quote)
    expect(texts.at(-1)).toContain('المصادر')
  })

  it('sends no link preview', async () => {
    await using bot = await runBot(sampleArchive({ verdicts }))
    const chat = privateChat(bot.api, tom)
    chat.say(tom, 'Who flew to Moscow?')
    await chat.answer()
    const [sent] = bot.api.callsOf('sendMessage')
    expect(sent?.payload['link_preview_options']).toEqual({ is_disabled: true })
  })

  it.each([
    ['/start', tom, 'I answer questions from an archive'],
    ['/start from-the-site', tom, 'I answer questions from an archive'],
    ['/help', layla, 'اكتب سؤالك في رسالة'],
    ['/ask', sara, 'پرسش خود را پس از'],
    ['/nonsense', tom, 'I do not know that command'],
    ['/ask Who flew to Moscow?', tom, 'Assad flew to Moscow'],
    ['/status', tom, 'Newest article: 19 December 2024'],
    ['/sources', tom, 'The archive holds no article yet'],
  ])('answers %s', async (text, person, expected) => {
    await using bot = await runBot(sampleArchive({ verdicts }))
    const chat = privateChat(bot.api, person)
    chat.say(person, text)
    expect((await chat.answer()).text).toContain(expected)
  })

  it('reads the caption of a photo, and says so when there is none', async () => {
    await using bot = await runBot(sampleArchive({ verdicts }))
    const chat = privateChat(bot.api, tom)
    chat.post(tom, { photo: [{}], caption: 'Who flew to Moscow?' })
    expect((await chat.answer()).text).toContain('Assad flew')
    chat.post(tom, { voice: {} })
    expect((await chat.answer()).text).toContain('only read text')
  })

  it('answers an album once', async () => {
    await using bot = await runBot(sampleArchive({ verdicts }))
    const chat = privateChat(bot.api, tom)
    chat.post(tom, { photo: [{}], media_group_id: 'a', caption: 'Who flew to Moscow?' })
    chat.post(tom, { photo: [{}], media_group_id: 'a' })
    chat.say(tom, '/status')
    const [first, second] = await chat.next(2)
    expect(first?.text).toContain('Assad flew')
    expect(second?.text).toContain('Articles: ')
  })

  it.each([
    [
      'a question that is too long',
      new RawiError('QUESTION_INVALID', 'too long'),
      `Moscow ${'?'.repeat(3_000)}`,
      'too long: 3,007 characters. Please ask in at most 2,000',
    ],
    [
      'a question that cannot be read',
      new RawiError('QUESTION_INVALID', 'blank'),
      'Moscow',
      'I cannot read this question',
    ],
    [
      'an index that is missing',
      new RawiError('INDEX_MISSING', 'no index'),
      'Moscow',
      'The archive cannot be read',
    ],
    ['a bug', new TypeError('x is undefined'), 'Moscow', 'Something went wrong on my side'],
  ])('tells of %s', async (_, failure, question, expected) => {
    await using bot = await runBot(sampleArchive({ verdicts: { Moscow: failure } }))
    const chat = privateChat(bot.api, tom)
    chat.say(tom, question)
    expect((await chat.answer()).text).toContain(expected)
  })

  it('lets a follow-up lean on the question before it, for half an hour', async () => {
    let now = 0
    const archive = sampleArchive({ verdicts })
    await using bot = await runBot(archive, { clock: () => now })
    const chat = privateChat(bot.api, tom)
    const ask = async (text: string): Promise<void> => {
      chat.say(tom, text)
      await chat.answer()
    }
    await ask('Who flew to Moscow?')
    await ask('And when?')
    await ask('And why?')
    now += 31 * 60_000
    await ask('And why?')
    const topic = 'Who flew to Moscow?'
    expect(archive.asked.map(({ conversation }) => conversation)).toEqual([
      undefined,
      { previousQuestion: topic, citedArticleIds: ['assad-en'] },
      { previousQuestion: `And when? ${topic}`, citedArticleIds: expect.any(Array) },
      undefined,
    ])
  })

  it('keeps the conversations of two people in one group apart', async () => {
    const archive = sampleArchive({ verdicts })
    await using bot = await runBot(archive)
    const group = groupChat(bot.api, -100_5, 'News')
    group.say(tom, '@rawi_test_bot Who flew to Moscow?')
    await group.answer()
    group.say(sara, '@rawi_test_bot And when?')
    await group.answer()
    expect(archive.asked[1]?.conversation).toBeUndefined()
  })
})
