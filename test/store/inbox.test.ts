import Database from 'better-sqlite3'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase, openInbox, openJournal, type Inbox } from '../../core/store/index.ts'
import { inboxStanding } from '../../core/store/inbox.ts'

const dayMs = 24 * 60 * 60_000

let folder: string
let path: string
let inbox: Inbox<string>
let now: number
const open = () => openInbox<string>(path, { clock: () => now, mostWaiting: 3 })
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rawi-inbox-'))
  path = join(folder, 'journal.db')
  now = Date.parse('2024-07-26T09:00:00Z')
  inbox = open()
})
afterEach(() => {
  inbox.close()
  rmSync(folder, { recursive: true })
})

const from = (person: number, updateId: number, update = 'چه کسی برنده شد؟', chat = person) => ({
  updateId,
  chat,
  person,
  update,
})

function standing() {
  const connection = openDatabase({ path, schema: 'journal', readonly: true })
  try {
    return inboxStanding(connection)
  } finally {
    connection.close()
  }
}

function drain(chat: number): number[] {
  const ids: number[] = []
  for (let at = inbox.next(chat); at !== null; at = inbox.next(chat)) {
    ids.push(at.updateId)
    inbox.end(at.updateId, null)
  }
  return ids
}

describe('openInbox', () => {
  it('keeps what waits across a restart, a chat in the order of its numbers', () => {
    inbox.take([from(7, 103), from(8, 104), from(7, 101, 'متى وصل القطار؟')])
    inbox.take([from(7, 102)])
    inbox.close()
    inbox = open()
    expect(inbox.chats()).toEqual([7, 8])
    expect(inbox.next(7)).toMatchObject({ update: 'متى وصل القطار؟', sent: 0, isSurplus: false })
    expect(drain(7)).toEqual([101, 102, 103])
    expect(inbox.chats()).toEqual([8])
  })

  it('takes a number once, while it waits and for two days after', () => {
    inbox.take([from(7, 101), from(7, 101)])
    inbox.take([from(7, 101)])
    expect(drain(7)).toEqual([101])
    now += dayMs
    inbox.take([from(7, 101)])
    expect(inbox.waiting()).toBe(0)
    now += 2 * dayMs
    inbox.take([from(7, 101, 'A week later Telegram counts anew.')])
    expect(drain(7)).toEqual([101])
  })

  it('takes a batch whole or not at all', () => {
    const broken = { ...from(7, 102), chat: {} as never }
    expect(() => inbox.take([from(7, 101), broken])).toThrow('parameter')
    expect(inbox.waiting()).toBe(0)
  })

  it('lets so many of one person wait, tells of the next, and passes over the rest', () => {
    inbox.take([1, 2, 3, 4, 5, 6].map((id) => from(7, id)))
    inbox.take([from(8, 7), from(7, 8, 'elsewhere', 99)])
    expect(inbox.next(7)).toMatchObject({ updateId: 4, isSurplus: true })
    expect(drain(7)).toEqual([4, 1, 2, 3])
    expect(drain(8)).toEqual([7])
    expect(inbox.next(99)).toBeNull()
  })

  it('tells a person of a surplus anew only when nothing of theirs waits any more', () => {
    inbox.take([1, 2, 3, 4].map((id) => from(7, id)))
    inbox.end(4, null)
    inbox.end(1, null)
    inbox.take([from(7, 5), from(7, 6)])
    expect(drain(7)).toEqual([2, 3, 5])
    inbox.take([11, 12, 13, 14].map((id) => from(7, id)))
    expect(drain(7)).toEqual([14, 11, 12, 13])
  })

  it('remembers how far an answer came, and when it may be tried', () => {
    inbox.take([from(7, 101)])
    inbox.noteSent(101, 2)
    inbox.postpone(101, now + 90_000)
    inbox.close()
    inbox = open()
    expect(inbox.next(7)).toMatchObject({ sent: 2, notBefore: now + 90_000 })
  })

  it('moves what waits in a group that became a supergroup', () => {
    inbox.take([from(1, 101, 'a', -5), from(2, 102, 'b', -5), from(2, 103, 'c', -9)])
    inbox.postpone(101, now + 90_000)
    inbox.move(-5, -100_5, (update) => `${update} moved`)
    expect(inbox.next(-100_5)).toMatchObject({ update: 'a moved', notBefore: 0 })
    expect(new Set(inbox.chats())).toEqual(new Set([-9, -100_5]))
  })

  it('counts what waits and what was given up, and forgets dead letters after a week', () => {
    inbox.take([from(7, 101), from(8, 102), from(9, 103)])
    inbox.end(101, 'Bad Request: TOPIC_CLOSED')
    now += 1_000
    inbox.end(102, 'Forbidden: bot was blocked by the user')
    expect(standing()).toEqual({
      waiting: 1,
      waitingSince: now - 1_000,
      dead: 2,
      newestReason: 'Forbidden: bot was blocked by the user',
    })
    now += 8 * dayMs
    inbox.take([from(8, 110)])
    expect(standing()).toMatchObject({ waiting: 2, dead: 0, newestReason: null })
  })

  it('keeps of what has ended neither words nor people', () => {
    const words = 'پرسشی که نباید بماند'
    inbox.take([from(770_077, 101, words), from(770_077, 102, words)])
    inbox.end(101, null)
    inbox.end(102, 'Bad Request: TOPIC_CLOSED')
    const rows = new Database(path, { readonly: true }).prepare('select * from inbox').all()
    expect(JSON.stringify(rows)).not.toMatch(/770077|نباید/)
  })

  it.each(['person', 'chat'])('forgets a %s down to the bytes of the file', (kind) => {
    const words = 'پرسشی که نباید بماند'
    inbox.take([kind === 'person' ? from(7, 101, words, -5) : from(1, 101, words, 7), from(8, 102)])
    inbox.forget(7)
    expect(inbox.chats()).toEqual([8])
    for (const file of [path, `${path}-wal`])
      expect(readFileSync(file).includes(Buffer.from(words))).toBe(false)
  })

  it('says so when another process holds the file, and soon', () => {
    const other = new Database(path)
    other.exec('begin immediate')
    const start = performance.now()
    expect(() => inbox.take([from(7, 101)])).toThrow(
      expect.objectContaining({ code: 'INDEX_BUSY' }),
    )
    expect(performance.now() - start).toBeLessThan(1_000)
    other.exec('commit')
    other.close()
    inbox.take([from(7, 101)])
    expect(drain(7)).toEqual([101])
  })

  it('says so when the disk is full, and takes it once there is room', ({ skip }) => {
    const disk = mkdtempSync(join(tmpdir(), 'rawi-small-disk-'))
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=512k', 'tmpfs', disk], { stdio: 'pipe' })
    } catch {
      skip('A small disk may not be mounted here.')
    }
    try {
      const small = openInbox<string>(join(disk, 'journal.db'), {
        clock: () => now,
        mostWaiting: 3,
      })
      const ballast = join(disk, 'ballast')
      expect(() => writeFileSync(ballast, Buffer.alloc(512 * 1024))).toThrow('ENOSPC')
      const large = from(7, 101, 'سؤال '.repeat(2_000))
      expect(() => small.take([large])).toThrow(expect.objectContaining({ code: 'STORAGE_FAILED' }))
      rmSync(ballast)
      small.take([large])
      expect(small.next(7)).toMatchObject({ updateId: 101 })
      small.close()
    } finally {
      execFileSync('umount', [disk])
      rmSync(disk, { recursive: true })
    }
  })

  it('lies beside the journal without a word of it', () => {
    const journal = openJournal(path)
    inbox.take([from(7, 101)])
    expect(journal.recentQuestions(10)).toEqual([])
    journal.close()
  })
})
