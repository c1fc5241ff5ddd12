/** Runs inside a thread: ends its process, however busy, once the process that started it is gone. */
import process from 'node:process'

const parent = process.ppid
setInterval(() => {
  if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL')
}, 500)
