/** Intl's formatters, each made once a language: making one takes far longer than using it. */
export const dayFormat = madeOnce(
  (tag) => new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' }),
)

export const monthFormat = madeOnce(
  (tag) => new Intl.DateTimeFormat(tag, { month: 'long', year: 'numeric', timeZone: 'UTC' }),
)

export const minuteFormat = madeOnce(
  (tag) =>
    new Intl.DateTimeFormat(tag, {
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZone: 'UTC',
    }),
)

export const languageNames = madeOnce((tag) => new Intl.DisplayNames(tag, { type: 'language' }))

function madeOnce<Value>(make: (tag: string) => Value): (tag: string) => Value {
  const made = new Map<string, Value>()
  return (tag) => {
    const value = made.get(tag) ?? make(tag)
    made.set(tag, value)
    return value
  }
}
