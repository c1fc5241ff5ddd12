/** What the doctor asks of Telegram, when a token is set: whether it is known, and whether messages come to this bot. */
import { Api, GrammyError } from 'grammy'
import type { Config } from '../../bot/config.ts'
import { redactorFor } from '../../bot/telegram/redaction.ts'
import { note, ok, problem, type Finding } from './finding.ts'

const longestMs = 5_000

export async function checkTelegram({ telegram }: Config): Promise<Finding> {
  if (telegram === null) {
    return note(
      'telegram',
      'No bot is run. Set TELEGRAM_BOT_TOKEN to a token of @BotFather to run one.',
    )
  }
  const { token, apiRoot } = telegram
  const api = new Api(token, { apiRoot, timeoutSeconds: longestMs / 1_000 })
  try {
    const { username } = await api.getMe()
    const { url, pending_update_count: waiting } = await api.getWebhookInfo()
    if (url === undefined || url === '')
      return ok('telegram', `@${username} is known, ${waiting} updates wait for it`)
    return problem(
      'telegram',
      `Updates of @${username} are sent to ${URL.canParse(url) ? new URL(url).host : 'a webhook'}, and this bot asks for them itself. If nothing else is meant to use this token, restart Rawi, which removes the webhook; else get another token.`,
    )
  } catch (error) {
    if (error instanceof GrammyError && [401, 404].includes(error.error_code)) {
      return problem(
        'telegram',
        'Telegram does not know TELEGRAM_BOT_TOKEN. Get a token of @BotFather and set it.',
      )
    }
    const said = error instanceof Error ? error.message : 'no answer'
    return problem(
      'telegram',
      redactorFor(token)(
        `${new URL(apiRoot).host} gave no answer of use within ${longestMs / 1_000} s (${said}). Check the network of this machine and TELEGRAM_API_ROOT.`,
      ),
    )
  }
}
