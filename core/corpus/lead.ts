/**
 * Puts an article's lead before its body, unless the body begins with it: exports often cut the lead out of the
 * body's start, and often in the middle of a word.
 */

const minSharedLength = 40

/** @param lead - Tidied, as the body is. */
export function withLead(lead: string | null, body: string): string {
  if (lead === null || lead.trim() === '') return body
  const start = plain(body.slice(0, lead.length * 2 + 200))
  const stem = plain(lead)
  if (start.startsWith(stem)) return body
  const truncated = /(?:…|\.\.\.)\s*$/u.test(lead.slice(-50))
  const shared = commonLength(start, stem)
  if (shared >= minSharedLength && (truncated || shared >= stem.length * 0.9)) return body
  return `${lead.trim()}\n${body}`
}

function plain(text: string): string {
  return text.replaceAll(/[\s.…]+/gu, ' ').trim()
}

function commonLength(a: string, b: string): number {
  let length = 0
  while (length < a.length && a[length] === b[length]) length += 1
  return length
}
