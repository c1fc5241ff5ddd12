import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openJournal, type Journal } from '../../core/store/index.ts'

let folder: string
let path: string
let journal: Journal
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rawi-journal-'))
  path = join(folder, 'journal.db')
  journal = openJournal(path)
})
afterEach(() => {
  journal.close()
  rmSync(folder, { recursive: true })
})

const ask = (text: string, asker: string | null = null) =>
  journal.noteQuestion({
    askedAt: '2024-07-26T09:00:00.000Z',
    channel: 'telegram',
    asker,
    text,
    language: 'fa',
    verdict: 'answer',
    citedArticleIds: ['assad-moscow-2024-fa'],
    generation: 3,
    totalMs: 12,
  })

describe('openJournal', () => {
  it('keeps questions across a restart, newest first', () => {
    ask('سخنگوی کرملین کیست؟')
    const last = ask('متى زار الأسد موسكو؟')
    journal.close()
    journal = openJournal(path)
    const [newest, ...others] = journal.recentQuestions(10)
    expect(newest).toMatchObject({
      id: last,
      text: 'متى زار الأسد موسكو؟',
      citedArticleIds: ['assad-moscow-2024-fa'],
    })
    expect(others).toHaveLength(1)
  })

  it('counts the last judgement of a person on an answer', () => {
    const question = ask('چه کسی برنده شد؟')
    const judgement = { question, judge: 'a1', givenAt: '2024-07-26T09:01:00.000Z' }
    expect(journal.noteFeedback({ ...judgement, helpful: true })).toBe(true)
    expect(journal.noteFeedback({ ...judgement, helpful: false })).toBe(true)
    expect(journal.feedbackOn(question).map(({ helpful }) => helpful)).toEqual([false])
  })

  it('takes no judgement on a question that is not there', () => {
    const judgement = { question: 99, judge: 'a1', givenAt: '2024-07-26T09:01:00.000Z' }
    expect(journal.noteFeedback({ ...judgement, helpful: true })).toBe(false)
  })

  it('forgets a person down to the bytes of the file', () => {
    const words = 'پرسشی که نباید بماند'
    const forgotten = ask(words, 'gone')
    ask('پرسش دیگری', 'stays')
    journal.noteFeedback({ question: forgotten, judge: 'stays', givenAt: '', helpful: true })
    journal.forget('gone')
    expect(journal.recentQuestions(10).map(({ asker }) => asker)).toEqual(['stays'])
    expect(journal.feedbackOn(forgotten)).toEqual([])
    for (const file of [path, `${path}-wal`]) {
      expect(readFileSync(file).includes(Buffer.from(words))).toBe(false)
    }
  })
})
