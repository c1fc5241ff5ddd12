/** Reads a JSON file: one record, or a list of records. */
import type { Draft } from '../draft.ts'
import { draftFromRecord } from './json-record.ts'

export interface Malformed {
  readonly kind: 'malformed'
  /** Position of the record in its list, from 1. */
  readonly line?: number
  readonly detail: string
}

export function draftsFromJson(text: string): (Draft | Malformed)[] {
  const value = parseJson(text)
  if ('problem' in value) return [{ kind: 'malformed', detail: value.problem }]
  if (!Array.isArray(value.parsed)) {
    return [draftFromRecord(value.parsed) ?? { kind: 'malformed', detail: notARecord }]
  }
  return value.parsed.map((entry, index) => {
    const draft = draftFromRecord(entry)
    const line = index + 1
    return draft ? { ...draft, line } : { kind: 'malformed', line, detail: notARecord }
  })
}

/** @param text - One line of a JSON lines file. */
export function draftFromJsonLine(text: string, line: number): Draft | Malformed {
  const value = parseJson(text)
  if ('problem' in value) return { kind: 'malformed', line, detail: value.problem }
  const draft = draftFromRecord(value.parsed)
  return draft ? { ...draft, line } : { kind: 'malformed', line, detail: notARecord }
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
