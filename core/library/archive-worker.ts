/** Runs inside the worker thread: one archive, opened from the thread's data, answering one message at a time or many. */
import { parentPort, workerData } from 'node:worker_threads'
import type { Archive, AskRequest } from '../archive.ts'
import { openArchive } from './open-archive.ts'
import type { ThreadOptions } from './open-archive-thread.ts'
import { sentError } from './sent-error.ts'
import type { ArchiveCall, ArchiveReply } from './thread-messages.ts'

const port = parentPort
if (port === null) throw new Error('archive-worker.ts runs only as a worker thread')

const send = (reply: ArchiveReply): void => port.postMessage(reply)
const opening = openArchive({
  // The thread's own `openArchiveThread` put it there.
  ...(workerData as ThreadOptions),
  onProblem: (problem) => send({ problem: sentError(problem) }),
})

port.on('message', (call: ArchiveCall) => {
  opening
    .then(async (archive) => perform(archive, call))
    .then(
      (value) => send({ id: call.id, value }),
      (error: unknown) => send({ id: call.id, failure: sentError(error) }),
    )
    .finally(() => {
      if (call.method === 'close') port.close()
    })
})

async function perform(archive: Archive, { method, argument }: ArchiveCall): Promise<unknown> {
  switch (method) {
    case 'ask': {
      return archive.ask(argument as AskRequest)
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
