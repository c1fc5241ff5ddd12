/**
 * Keeps the bot's token out of logs: it stands in the address of every call, and so in every network error.
 *
 * Takes away the token as it is, its secret half (which URL encoding leaves as it is), and both in base64.
 */
export type Redact = (text: string) => string

export function redactorFor(token: string): Redact {
  const secret = token.slice(token.indexOf(':') + 1)
  const forms = [token, secret].flatMap((form) => [
    form,
    encodeURIComponent(form),
    ...(['base64', 'base64url'] as const).map((encoding) => Buffer.from(form).toString(encoding)),
  ])
  const longestFirst = [...new Set(forms)]
    .filter((form) => form !== '')
    .toSorted((a, b) => b.length - a.length)
  return (text) => longestFirst.reduce((kept, form) => kept.replaceAll(form, '[token]'), text)
}

export interface ErrorReport {
  readonly name: string
  readonly message: string
  readonly code?: string | number
  readonly stack?: string
  readonly cause?: ErrorReport
}

/** An error as plain, redacted text. Telegram's errors are reported without what was sent: it is a reader's. */
export function reportOf(error: unknown, redact: Redact, depth = 0): ErrorReport {
  if (!(error instanceof Error)) return { name: typeof error, message: redact(String(error)) }
  const { name, message, stack } = error
  const code = 'error_code' in error ? error.error_code : 'code' in error ? error.code : undefined
  const inner = error.cause ?? ('error' in error ? error.error : undefined)
  return {
    name,
    message: redact(message),
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    ...(stack === undefined ? {} : { stack: redact(stack) }),
    ...(inner === undefined || depth >= 3 ? {} : { cause: reportOf(inner, redact, depth + 1) }),
  }
}
