import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openArchiveProcess } from '../../core/library/index.ts'
import { reindex } from '../../core/reindex/index.ts'
import { openEmbedder } from '../../core/semantic/index.ts'
import { childrenOf, isRunning } from '../../scripts/torture/processes.ts'

const model = { model: 'data/models/rawi-embed', cacheFolder: '', hub: '' }
const question = 'كم عدد القتلى في فيضانات درنة؟'
let folder: string
let database: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rawi-process-'))
  database = join(folder, 'index.db')
  const embedder = await openEmbedder(model)
  await reindex({
    folders: ['data/articles'],
    database,
    embedder,
    now: () => new Date('2026-01-01T00:00:00Z'),
  })
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function gone(pid: number, withinMs: number): Promise<boolean> {
  for (let at = 0; at < withinMs; at += 50) {
    if (!isRunning(pid)) return true
    await pause(50)
  }
  return !isRunning(pid)
}

describe('an archive in a process of its own', { timeout: 60_000 }, () => {
  it('answers with the model again after its process was killed, also what was in work', async () => {
    const problems: unknown[] = []
    const archive = await openArchiveProcess({
      database,
      embedding: model,
      onProblem: (problem) => problems.push(problem),
    })
    const before = await archive.ask({ question })
    const [child] = childrenOf(process.pid)
    const inWork = Array.from({ length: 5 }, () => archive.ask({ question }))
    await pause(5)
    process.kill(child!, 'SIGKILL')
    for (const { verdict } of await Promise.all(inWork)) expect(verdict).toEqual(before.verdict)
    expect(await archive.status()).toMatchObject({ mode: 'hybrid' })
    expect(problems).toMatchObject([{ code: 'ARCHIVE_ENDED' }])
    expect(archive.isAlive()).toBe(true)
    await archive.close()
    expect(childrenOf(process.pid)).toEqual([])
  })

  it('fails what its process ended under twice, with a time to come again, and lives on', async () => {
    const archive = await openArchiveProcess({ database, embedding: model })
    await archive.status()
    const asked = archive.ask({ question: 'Who is the head of ISRO?' })
    asked.catch(() => undefined)
    for (let n = 0; n < 2; n++) {
      const [child] = await until(() => childrenOf(process.pid))
      process.kill(child!, 'SIGKILL')
      await gone(child!, 5_000)
    }
    await expect(asked).rejects.toMatchObject({ code: 'ARCHIVE_ENDED' })
    expect((await archive.ask({ question })).verdict.kind).toBe('answer')
    await archive.close()
  })

  it('says that it is not alive where it cannot be had at all, and refuses the impatient', async () => {
    // Less than loading an archive takes: each start runs out of memory, for real.
    const problems: Error[] = []
    const archive = await openArchiveProcess({
      database,
      embedding: model,
      memoryMB: 16,
      onProblem: (problem) => problems.push(problem as Error),
    })
    await expect(archive.status()).rejects.toMatchObject({ code: 'ARCHIVE_ENDED' })
    await until(() => !archive.isAlive() || null)
    await expect(archive.ask({ question }, { patienceMs: 100 })).rejects.toMatchObject({
      code: 'ARCHIVE_ENDED',
      retryAfterMs: expect.any(Number),
    })
    expect(problems[0]?.message).toMatch(/\(SIGABRT\).*ARCHIVE_MEMORY_MB is 16/u)
    await archive.close()
  })

  it('stops work whose asker has gone', async () => {
    const archive = await openArchiveProcess({ database, embedding: model })
    await archive.ask({ question })
    const leaving = new AbortController()
    const left = Array.from({ length: 50 }, () =>
      archive.ask({ question: longQuestion() }, { caller: 'flood', signal: leaving.signal }),
    )
    const outcome = Promise.allSettled(left)
    await pause(20)
    leaving.abort()
    const asked = performance.now()
    expect((await archive.ask({ question }, { caller: 'reader' })).verdict.kind).toBe('answer')
    expect(performance.now() - asked).toBeLessThan(5_000)
    for (const { status } of await outcome) expect(status).toBe('rejected')
    await archive.close()
  })

  it('ends with its parent, however that ends and whatever it is at', async () => {
    const program = join(folder, 'parent.ts')
    writeFileSync(
      program,
      `import { openArchiveProcess } from ${JSON.stringify(join(process.cwd(), 'core/library/index.ts'))}
       const archive = await openArchiveProcess(${JSON.stringify({ database, embedding: null })})
       await archive.status()
       process.send('open')
       setInterval(() => archive.status(), 1_000)`,
    )
    const parent = fork(program, { execArgv: [], stdio: 'inherit' })
    await once(parent, 'message')
    const [child] = childrenOf(parent.pid!)
    // Stopped, it hears nothing, as one that is busy; woken, only its watch can tell it.
    process.kill(child!, 'SIGSTOP')
    parent.kill('SIGKILL')
    await once(parent, 'exit')
    process.kill(child!, 'SIGCONT')
    expect(await gone(child!, 3_000)).toBe(true)
  })
})

function longQuestion(): string {
  return readFileSync('README.md', 'utf8').replaceAll(/\s+/g, ' ').slice(0, 2_000)
}

async function until<T>(look: () => T | null): Promise<T> {
  for (;;) {
    const seen = look()
    if (seen !== null && !(Array.isArray(seen) && seen.length === 0)) return seen
    await pause(20)
  }
}
