/**
 * Tables of the journal: what readers asked, how they judged the answers, and what waits for one. It lives in a file of
 * its own, so that the index can be thrown away and built anew without losing a word of it.
 */
import { index, integer, sqliteTable, text, uniqueIndex } from './drizzle.ts'

export const questions = sqliteTable(
  'questions',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    /** ISO 8601 UTC. */
    askedAt: text('asked_at').notNull(),
    channel: text({ enum: ['telegram', 'http', 'command'] }).notNull(),
    /** Keyed hash of who asked, never an id that leads back to a person; null when not known. */
    asker: text(),
    text: text().notNull(),
    language: text().notNull(),
    verdict: text({ enum: ['answer', 'refusal'] }).notNull(),
    citedArticleIds: text('cited_article_ids', { mode: 'json' })
      .$type<readonly string[]>()
      .notNull(),
    generation: integer().notNull(),
    totalMs: integer('total_ms').notNull(),
  },
  (table) => [
    index('questions_by_time').on(table.askedAt),
    index('questions_by_asker').on(table.asker),
  ],
)

export const feedback = sqliteTable(
  'feedback',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    question: integer()
      .notNull()
      .references(() => questions.id, { onDelete: 'cascade' }),
    givenAt: text('given_at').notNull(),
    /** Keyed hash of who judged. */
    judge: text().notNull(),
    helpful: integer({ mode: 'boolean' }).notNull(),
  },
  (table) => [uniqueIndex('feedback_once').on(table.question, table.judge)],
)

/**
 * Updates of Telegram that wait for their answers. What has ended keeps its number, so that it is known when it comes
 * again, and nothing that was said or by whom.
 */
export const inbox = sqliteTable(
  'inbox',
  {
    updateId: integer('update_id').primaryKey(),
    /** The chat, whose updates are answered one after the other; null once ended. */
    chat: integer(),
    /** Who is to be served fairly; null once ended, but for a note while others of theirs wait. */
    person: integer(),
    /** Milliseconds since 1970, like the others. */
    receivedAt: integer('received_at').notNull(),
    state: text({ enum: ['waiting', 'done', 'dead'] }).notNull(),
    /** One too many of a person: a note is all the answer. */
    isSurplus: integer('is_surplus', { mode: 'boolean' }).notNull(),
    /** As it came; null once ended. */
    update: text({ mode: 'json' }),
    /** Messages of its answer that were accepted. */
    sent: integer().notNull().default(0),
    /** Not to be tried before. */
    notBefore: integer('not_before').notNull().default(0),
    /** Why it is dead. */
    reason: text(),
    endedAt: integer('ended_at'),
  },
  (table) => [
    index('inbox_by_chat').on(table.chat),
    index('inbox_by_person').on(table.person),
    index('inbox_by_end').on(table.endedAt),
  ],
)
