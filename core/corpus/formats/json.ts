/** Reads a JSON file: one record, a list of records, what an interface answered with them, or lines of JSON. */
import type { Draft, RefusedDraft } from '../draft.ts'
import { refusedDraft } from '../draft.ts'
import { draftFromRecord } from './json-record.ts'
import { recordsIn } from './json-records.ts'

/** One after the other: a list may hold millions that are no records. */
export function* draftsFromJson(text: string): Generator<Draft | RefusedDraft> {
  const value = parseJson(text)
  if ('problem' in value) {
    yield* linesOfJson(text) ?? [refusedDraft('malformed', value.problem)]
    return
  }
  const records = recordsIn(value.parsed)
  if (records === null) {
    yield draftFromRecord(value.parsed) ?? refusedDraft('malformed', notARecord)
    return
  }
  for (const [index, { record, id, source }] of records.entries()) {
    const line = index + 1
    const draft = draftFromRecord(record) ?? refusedDraft('malformed', notARecord)
    yield 'kind' in draft
      ? { ...draft, line }
      : { ...draft, line, id: id ?? draft.id, source: draft.source ?? source }
  }
}

/** @param text - One line of a JSON lines file. */
export function draftFromJsonLine(text: string, line: number): Draft | RefusedDraft {
  const value = parseJson(text)
  if ('problem' in value) return refusedDraft('malformed', value.problem, line)
  return { ...(draftFromRecord(value.parsed) ?? refusedDraft('malformed', notARecord)), line }
}

/** Exports call lines of JSON `.json` too. @returns null when the first line is no record by itself. */
function linesOfJson(text: string): (Draft | RefusedDraft)[] | null {
  const end = text.indexOf('\n')
  if (end < 0 || !/^\s*\{.*\}\s*$/u.test(text.slice(0, end))) return null
  if ('problem' in parseJson(text.slice(0, end))) return null
  return text
    .split('\n')
    .flatMap((line, index) => (line.trim() === '' ? [] : draftFromJsonLine(line, index + 1)))
}

const notARecord = 'Not a JSON object with the fields of an article.'

function parseJson(text: string): { readonly parsed: unknown } | { readonly problem: string } {
  try {
    return { parsed: JSON.parse(text) }
  } catch (error) {
    // V8 quotes the text in its message; a report must stay short and on one line.
    const message = error instanceof Error ? error.message : String(error)
    return { problem: `Not JSON: ${message.replaceAll(/\s+/gu, ' ').slice(0, 160)}` }
  }
}
