/** Beginnings of news articles: enough of each to count which words are in use. */
import { join } from 'node:path'
import { jsonLines } from './sources.ts'

const letters = 1500

export function newsTexts(folder: string, language: string): string[] {
  return jsonLines(join(folder, `${language}.jsonl.gz`)).map((row) => {
    const { title, lead, body } = row as { title: string; lead: string; body: string }
    return `${title}\n${lead}\n${body.slice(0, letters)}`
  })
}
