/** Runs as a process of its own: one archive, opened as the first message says, answering the messages that follow. */
// What a process of its own hears and says goes by `process`; it takes nothing else of it.
import process from 'node:process'
import { Worker } from 'node:worker_threads'
import type { Archive, AskRequest } from '../archive.ts'
import { openArchive } from './open-archive.ts'
import type { ListRequest, QuoteToCheck, SearchRequest } from '../lookup.ts'
import type { ArchiveCall, ArchiveMessage, ArchiveReply } from './process-messages.ts'
import { sentError } from './sent-error.ts'

/** In a thread of its own, since the main one may be busy when the parent is killed. */
const watch = new Worker(new URL('parent-watch.ts', import.meta.url), { execArgv: [] })
watch.unref()

let opening: Promise<Archive> | null = null
const asked = new Map<number, AbortController>()

process.on('message', (message: ArchiveMessage) => {
  if ('open' in message) {
    opening = openArchive({
      ...message.open,
      onProblem: (problem) => send({ problem: sentError(problem) }),
    })
    // Each call tells of a failure.
    opening.catch(() => undefined)
  } else if ('cancel' in message) asked.get(message.cancel)?.abort()
  else void answer(message)
})
// A terminal and a supervisor signal every process; the server decides what becomes of this one.
process.on('SIGINT', () => undefined)
process.on('SIGTERM', () => undefined)
process.on('disconnect', () => process.exit())

async function answer(call: ArchiveCall): Promise<void> {
  const { id, method } = call
  const leaving = new AbortController()
  asked.set(id, leaving)
  try {
    send({ id, value: await perform(await opening!, call, leaving.signal) })
  } catch (error) {
    send({ id, failure: sentError(error) })
  } finally {
    asked.delete(id)
    if (method === 'close') process.disconnect()
  }
}

async function perform(
  archive: Archive,
  { method, argument }: ArchiveCall,
  signal: AbortSignal,
): Promise<unknown> {
  switch (method) {
    case 'ask': {
      return archive.ask(argument as AskRequest, { signal })
    }
    case 'search': {
      return archive.search(argument as SearchRequest, { signal })
    }
    case 'verify': {
      return archive.verify(argument as readonly QuoteToCheck[], { signal })
    }
    case 'passage': {
      const { id, n } = argument as { readonly id: string; readonly n: number }
      return archive.passage(id, n)
    }
    case 'articles': {
      return archive.articles(argument as ListRequest)
    }
    case 'article': {
      return archive.article(String(argument))
    }
    case 'sources': {
      return archive.sources()
    }
    case 'status': {
      return archive.status()
    }
    case 'close': {
      return archive.close()
    }
    default: {
      return method satisfies never
    }
  }
}

function send(reply: ArchiveReply): void {
  // Nobody is left to answer to when the other process ended meanwhile.
  if (process.connected) process.send!(reply)
}
