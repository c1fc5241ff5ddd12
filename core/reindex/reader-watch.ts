/**
 * Reader watch: a thread of a reader process that looks on while it reads.
 *
 * In:   shared memory in which the reader says what it has in hand.
 * Out:  what has been in hand for more than a moment, as a line on a pipe; a signal for the process once an
 *       article took all the processor time or memory it may; `SIGKILL` when whoever started the process is gone.
 * Cost: a look twenty times a second.
 *
 * A thread and no timer: a timer waits until the code that it is to end lets go.
 */
import { writeSync } from 'node:fs'
import process from 'node:process'
import { workerData } from 'node:worker_threads'
import { endedFor, inHand, placeAt, type WatchOptions } from './in-hand.ts'

const everyMs = 50

const { memory, parent, articleMs, processMB, pipe } = workerData as WatchOptions
const cells = new Int32Array(memory)
let seen = 0
let isTold = false
let sinceMs = 0

setInterval(() => {
  if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL')
  const turn = Atomics.load(cells, inHand.turn)
  const { user, system } = process.cpuUsage()
  const spentMs = (user + system) / 1000
  if (turn !== seen) {
    seen = turn
    isTold = false
    sinceMs = spentMs
  } else if (turn % 2 === 1) {
    if (!isTold) writeSync(pipe, `${JSON.stringify(placeAt(cells))}\n`)
    isTold = true
    if (spentMs - sinceMs > articleMs) process.kill(process.pid, endedFor.time)
    // The heap's own limit is not looked at while one long value is parsed.
    if (process.memoryUsage.rss() > processMB * 1024 * 1024)
      process.kill(process.pid, endedFor.memory)
  }
}, everyMs)
