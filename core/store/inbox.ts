/**
 * Inbox: keeps updates from before they are acknowledged until their answers were accepted, whatever ends meanwhile.
 *
 * In:   updates, each with its number, its chat and its person.
 * Out:  a chat's updates in their order; of one person so many wait at most, the next is a surplus, further ones are no
 *       more than looked at.
 * Cost: a transaction a call; `take` waits for the disk, for what it returns from is acknowledged.
 *
 * Numbers are remembered for two days: Telegram gives them anew only after a week without any.
 */
import { and, asc, count, desc, eq, isNotNull, lt, min, sql } from './drizzle.ts'
import { inbox } from './journal-schema.ts'
import { openDatabase, type Connection } from './open-database.ts'
import { guarded } from './sqlite-failure.ts'

export interface Arrival<Update> {
  readonly updateId: number
  readonly chat: number
  readonly person: number
  readonly update: Update
}

export interface Letter<Update> {
  readonly updateId: number
  readonly update: Update
  /** Milliseconds since 1970. */
  readonly receivedAt: number
  readonly notBefore: number
  /** Messages of its answer that were accepted already. */
  readonly sent: number
  readonly isSurplus: boolean
}

/** All throw `INDEX_BUSY` when another process holds the file too long, `STORAGE_FAILED` when it cannot be written. */
export interface Inbox<Update> {
  /** Keeps what is new of a batch, all or nothing. */
  take(arrivals: readonly Arrival<Update>[]): void
  /** Chats with something that waits, the longest wait first. */
  chats(): readonly number[]
  /** What is to be answered next in a chat; null when nothing waits there. */
  next(chat: number): Letter<Update> | null
  noteSent(updateId: number, sent: number): void
  postpone(updateId: number, notBefore: number): void
  /** @param reason - null: answered. Otherwise why it never will be, without chats, names and words. */
  end(updateId: number, reason: string | null): void
  /** All that waits in a chat is moved to another. */
  move(from: number, to: number, rewrite: (update: Update) => Update): void
  waiting(): number
  /** Removes all of one person and of one chat, from the file's free pages too. */
  forget(personOrChat: number): void
  close(): void
}

export interface InboxOptions {
  /** Milliseconds since 1970. */
  readonly clock: () => number
  /** How many of one person wait at most. */
  readonly mostWaiting: number
}

const dayMs = 24 * 60 * 60_000
const keptMs = { done: 2 * dayMs, dead: 7 * dayMs } as const

/** The driver waits for a lock without giving the thread away. */
const busyTimeoutMs = 100

/** @throws {RawiError} As `openDatabase` does. */
export function openInbox<Update>(
  path: string,
  { clock, mostWaiting }: InboxOptions,
): Inbox<Update> {
  const connection = openDatabase({ path, schema: 'journal', busyTimeoutMs })
  const { db, sqlite } = connection
  sqlite.pragma('secure_delete = ON')

  const write = (work: () => void): void =>
    guarded(path, () => db.transaction(work, { behavior: 'immediate' }), 'journal')

  function forgetOld(): void {
    for (const [state, ms] of Object.entries(keptMs) as [keyof typeof keptMs, number][])
      db.delete(inbox)
        .where(and(lt(inbox.endedAt, clock() - ms), eq(inbox.state, state)))
        .run()
  }

  const known = db
    .select({ state: inbox.state })
    .from(inbox)
    .where(eq(inbox.updateId, sql.placeholder('updateId')))
    .prepare()
  const rowsOf = db
    .select({ isSurplus: inbox.isSurplus })
    .from(inbox)
    .where(eq(inbox.person, sql.placeholder('person')))
    .prepare()

  function takeOne({ updateId, chat, person, update }: Arrival<Update>): void {
    if (known.get({ updateId })) return
    const ofPerson = rowsOf.all({ person })
    const isSurplus = ofPerson.filter((row) => !row.isSurplus).length >= mostWaiting
    // Who floods has been told: not even the number is written.
    if (isSurplus && ofPerson.some((row) => row.isSurplus)) return
    db.insert(inbox)
      .values({ updateId, receivedAt: clock(), state: 'waiting', isSurplus, chat, person, update })
      .run()
  }

  return {
    take(arrivals) {
      sqlite.pragma('synchronous = FULL')
      try {
        write(() => {
          forgetOld()
          arrivals.forEach(takeOne)
        })
      } finally {
        sqlite.pragma('synchronous = NORMAL')
      }
    },

    chats: () =>
      guarded(
        path,
        () =>
          db
            .select({ chat: inbox.chat })
            .from(inbox)
            .where(isNotNull(inbox.chat))
            .groupBy(inbox.chat)
            .orderBy(min(inbox.receivedAt), min(inbox.updateId))
            .all()
            .flatMap(({ chat }) => chat ?? []),
        'journal',
      ),

    next(chat) {
      const row = guarded(
        path,
        () =>
          db
            .select()
            .from(inbox)
            .where(eq(inbox.chat, chat))
            .orderBy(desc(inbox.isSurplus), asc(inbox.updateId))
            .get(),
        'journal',
      )
      return row === undefined ? null : { ...row, update: row.update as Update }
    },

    noteSent: (updateId, sent) =>
      write(() => db.update(inbox).set({ sent }).where(eq(inbox.updateId, updateId)).run()),

    postpone: (updateId, notBefore) =>
      write(() => db.update(inbox).set({ notBefore }).where(eq(inbox.updateId, updateId)).run()),

    end: (updateId, reason) =>
      write(() => {
        const row = db.select().from(inbox).where(eq(inbox.updateId, updateId)).get()
        if (row === undefined) return
        db.update(inbox)
          .set({
            state: reason === null ? 'done' : 'dead',
            reason,
            endedAt: clock(),
            chat: null,
            update: null,
            person: row.isSurplus ? row.person : null,
          })
          .where(eq(inbox.updateId, updateId))
          .run()
        if (row.person === null) return
        const ofPerson = eq(inbox.person, row.person)
        const waits = db
          .select()
          .from(inbox)
          .where(and(ofPerson, eq(inbox.state, 'waiting')))
          .get()
        // With nothing of theirs left, their next surplus is told anew.
        if (!waits) db.update(inbox).set({ person: null }).where(ofPerson).run()
      }),

    move: (from, to, rewrite) =>
      write(() => {
        for (const row of db.select().from(inbox).where(eq(inbox.chat, from)).all())
          db.update(inbox)
            .set({ chat: to, notBefore: 0, update: rewrite(row.update as Update) })
            .where(eq(inbox.updateId, row.updateId))
            .run()
      }),

    waiting: () => guarded(path, () => inboxStanding(connection).waiting, 'journal'),

    forget(personOrChat) {
      write(() => {
        db.delete(inbox).where(eq(inbox.person, personOrChat)).run()
        db.delete(inbox).where(eq(inbox.chat, personOrChat)).run()
      })
      guarded(path, () => sqlite.pragma('wal_checkpoint(TRUNCATE)'), 'journal')
    },

    close: () => connection.close(),
  }
}

export interface InboxStanding {
  readonly waiting: number
  /** When the oldest that waits came, milliseconds since 1970. */
  readonly waitingSince: number | null
  /** Dead letters of the last week. */
  readonly dead: number
  readonly newestReason: string | null
}

/** For the doctor. */
export function inboxStanding({ db }: Connection): InboxStanding {
  const waiting = db
    .select({ count: count(), since: min(inbox.receivedAt) })
    .from(inbox)
    .where(eq(inbox.state, 'waiting'))
    .get()
  const dead = db.select({ count: count() }).from(inbox).where(eq(inbox.state, 'dead')).get()
  const newest = db
    .select({ reason: inbox.reason })
    .from(inbox)
    .where(eq(inbox.state, 'dead'))
    .orderBy(desc(inbox.endedAt), desc(inbox.updateId))
    .get()
  return {
    waiting: waiting?.count ?? 0,
    waitingSince: waiting?.since ?? null,
    dead: dead?.count ?? 0,
    newestReason: newest?.reason ?? null,
  }
}
