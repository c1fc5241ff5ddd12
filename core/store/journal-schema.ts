/**
 * Tables of the journal: what readers asked and how they judged the answers. It lives in a file of its own,
 * so that the index can be thrown away and built anew without losing a word of it.
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
