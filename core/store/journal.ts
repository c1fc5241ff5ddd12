/**
 * Journal: keeps the questions that were asked and the readers' judgements, apart from the index.
 */
import { desc, eq } from './drizzle.ts'
import { feedback, questions } from './journal-schema.ts'
import { openDatabase } from './open-database.ts'

export type AskedQuestion = Omit<typeof questions.$inferInsert, 'id'>
export type QuestionRow = typeof questions.$inferSelect
export type Judgement = Omit<typeof feedback.$inferInsert, 'id'>

export interface Journal {
  /** @returns The number under which feedback on it can be given. */
  noteQuestion(question: AskedQuestion): number
  /** The last judgement of one person on one answer counts. @returns False for a question that is not there. */
  noteFeedback(judgement: Judgement): boolean
  /** Newest first. */
  recentQuestions(limit: number): readonly QuestionRow[]
  feedbackOn(question: number): readonly Judgement[]
  /** Removes all that one person asked and judged, from the file's free pages too. */
  forget(person: string): void
  close(): void
}

/** @throws {RawiError} As `openDatabase` does. */
export function openJournal(path: string): Journal {
  const connection = openDatabase({ path, schema: 'journal' })
  const { db, sqlite } = connection
  sqlite.pragma('secure_delete = ON')
  return {
    noteQuestion: (question) =>
      db.insert(questions).values(question).returning({ id: questions.id }).get().id,

    noteFeedback: (judgement) =>
      db.transaction((tx) => {
        const known = tx.select().from(questions).where(eq(questions.id, judgement.question)).get()
        if (!known) return false
        tx.insert(feedback)
          .values(judgement)
          .onConflictDoUpdate({ target: [feedback.question, feedback.judge], set: judgement })
          .run()
        return true
      }),

    recentQuestions: (limit) =>
      db.select().from(questions).orderBy(desc(questions.id)).limit(limit).all(),

    feedbackOn: (question) =>
      db.select().from(feedback).where(eq(feedback.question, question)).all(),

    forget(person) {
      db.transaction((tx) => {
        tx.delete(questions).where(eq(questions.asker, person)).run()
        tx.delete(feedback).where(eq(feedback.judge, person)).run()
      })
      sqlite.pragma('wal_checkpoint(TRUNCATE)')
    },

    close: () => connection.close(),
  }
}
