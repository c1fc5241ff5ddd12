import { describe, expect, it } from 'vitest'
import { groupChat, type Chat, type Person } from '../bot-api/index.ts'
import { runBot, type RunningBot } from './running-bot.ts'
import { sampleArchive } from './sample-archive.ts'
import { answerOf, arabicCitation, englishCitation } from './sample-verdicts.ts'

const tom: Person = { id: 13, first_name: 'Tom', language_code: 'en' }
const omar: Person = { id: 14, first_name: 'عمر', language_code: 'ar' }

const verdicts = {
  Moscow: answerOf('en', { ...englishCitation, n: 1 }),
  المقاتلين: answerOf('ar', arabicCitation),
}

interface Newsroom extends AsyncDisposable {
  readonly bot: RunningBot
  readonly group: Chat
  /** The questions that reached the archive. */
  readonly asked: () => unknown[]
}

async function enterNewsroom(): Promise<Newsroom> {
  const archive = sampleArchive({ verdicts })
  const bot = await runBot(archive)
  return {
    bot,
    group: groupChat(bot.api, -100_77, 'Newsroom'),
    asked: () => archive.asked.map(({ question }) => question),
    [Symbol.asyncDispose]: () => bot[Symbol.asyncDispose](),
  }
}

describe('the bot in a group', () => {
  it.each([
    ['a mention before the question', '@rawi_test_bot Who flew to Moscow?', 'Who flew to Moscow?'],
    ['a mention after it', 'Who flew to Moscow, @Rawi_Test_Bot', 'Who flew to Moscow,'],
    [
      'a mention in the midst of Arabic',
      'كم عدد المقاتلين @rawi_test_bot من روسيا؟',
      'كم عدد المقاتلين   من روسيا؟',
    ],
    ['a command', '/ask Who flew to Moscow?', 'Who flew to Moscow?'],
    ['a command with its name', '/ask@rawi_test_bot Who flew to Moscow?', 'Who flew to Moscow?'],
  ])('answers %s', async (_, text, question) => {
    await using newsroom = await enterNewsroom()
    const { bot, group, asked } = newsroom
    const said = group.say(tom, text)
    const { text: answer } = await group.answer()
    expect(answer).toContain('[1]')
    expect(asked()).toEqual([question])
    expect(bot.api.callsOf('sendMessage')[0]?.payload['reply_parameters']).toEqual({
      message_id: said.message_id,
      allow_sending_without_reply: true,
    })
  })

  it('answers a reply to one of its messages', async () => {
    await using newsroom = await enterNewsroom()
    const { group } = newsroom
    group.say(tom, '/help@rawi_test_bot')
    const help = await group.answer()
    group.reply(omar, help, 'كم عدد المقاتلين من روسيا؟')
    expect((await group.answer()).text).toContain(arabicCitation.quote)
  })

  it('answers what another person asked, when mentioned in a reply to it', async () => {
    await using newsroom = await enterNewsroom()
    const { group, asked } = newsroom
    const question = group.say(omar, 'Who flew to Moscow?')
    group.reply(tom, question, '@rawi_test_bot')
    await group.answer()
    expect(asked()).toEqual(['Who flew to Moscow?'])
  })

  it('answers a mention in the caption of a photo', async () => {
    await using newsroom = await enterNewsroom()
    const { group, asked } = newsroom
    group.post(tom, {
      photo: [{}],
      caption: '@rawi_test_bot Who flew to Moscow?',
      caption_entities: [{ type: 'mention', offset: 0, length: 14 }],
    })
    await group.answer()
    expect(asked()).toEqual(['Who flew to Moscow?'])
  })

  it('answers an anonymous admin', async () => {
    await using newsroom = await enterNewsroom()
    const { group } = newsroom
    group.say({ id: 1_087_968_824, first_name: 'Group' }, '/ask Who flew to Moscow?', {
      from: { id: 1_087_968_824, is_bot: true, first_name: 'Group' },
      sender_chat: group.chat,
    })
    expect((await group.answer()).text).toContain('[1]')
  })

  it('stays silent about everything else', async () => {
    await using newsroom = await enterNewsroom()
    const { bot, group, asked } = newsroom
    const other = group.say(omar, 'Who flew to Moscow?')
    group.reply(tom, other, 'Assad, I think')
    group.say(tom, '/ask@another_bot Who flew to Moscow?')
    group.say(tom, '@another_bot Who flew to Moscow?')
    group.say(tom, '/weather')
    group.post(tom, { voice: {} })
    group.post(tom, { new_chat_title: 'Newsroom two' })
    group.say(tom, '@rawi_test_bot Moscow', { is_automatic_forward: true })
    group.say(tom, '@rawi_test_bot Moscow', {
      from: { id: 9, is_bot: true, first_name: 'Some bot' },
    })
    bot.api.queue.push({ edited_message: { ...other, edit_date: 1 } } as never)
    bot.api.queue.push({ channel_post: { ...other, text: '/ask Moscow' } } as never)
    group.say(tom, '/status')
    expect((await group.answer()).text).toContain('Articles')
    await bot.stop()
    expect(group.received).toHaveLength(1)
    expect(asked()).toEqual([])
  })

  it('keeps to the topic of a forum, and knows its opening message from a reply', async () => {
    await using newsroom = await enterNewsroom()
    const { bot, group, asked } = newsroom
    const topic = { message_thread_id: 42, is_topic_message: true }
    const opening = { from: bot.api.me, forum_topic_created: {} } as never
    group.say(tom, 'Nothing for the bot: Moscow', { ...topic, reply_to_message: opening })
    group.say(tom, '/ask Who flew to Moscow?', topic)
    await group.answer()
    expect(asked()).toEqual(['Who flew to Moscow?'])
    for (const method of ['sendChatAction', 'sendMessage']) {
      expect(bot.api.callsOf(method)[0]?.payload['message_thread_id']).toBe(42)
    }
  })

  it('explains itself when mentioned without a question', async () => {
    await using newsroom = await enterNewsroom()
    const { group } = newsroom
    group.say(omar, '@rawi_test_bot')
    expect((await group.answer()).text).toContain('اكتب سؤالك')
  })
})
