/** In hand: which record a reader process reads just now, in memory that a thread beside may look at. */

export interface WatchOptions {
  readonly memory: SharedArrayBuffer
  /** Id of the process for which it reads. */
  readonly parent: number
  /** Of processor, that one article may take. */
  readonly articleMs: number
  /** Resident memory that the process may take. */
  readonly processMB: number
  /** File descriptor on which is told what is in hand. */
  readonly pipe: number
}

/** Signals by which a process ends that took too much. */
export const endedFor = { time: 'SIGXCPU', memory: 'SIGUSR2' } as const

/** Position of a record: of its file in the job, and of its line or -1. */
export interface JobPlace {
  readonly job: number
  readonly file: number
  readonly line: number
}

/** Cells of the memory; the turn is odd while something is in hand. */
export const inHand = { turn: 0, job: 1, file: 2, line: 3 } as const

export function createInHand() {
  const memory = new SharedArrayBuffer(Object.keys(inHand).length * Int32Array.BYTES_PER_ELEMENT)
  const cells = new Int32Array(memory)
  const isHeld = (): boolean => cells[inHand.turn]! % 2 === 1
  return {
    memory,
    take({ job, file, line }: JobPlace) {
      cells[inHand.job] = job
      cells[inHand.file] = file
      cells[inHand.line] = line
      Atomics.add(cells, inHand.turn, isHeld() ? 2 : 1)
    },
    letGo: () => void (isHeld() && Atomics.add(cells, inHand.turn, 1)),
  }
}

export function placeAt(cells: Int32Array): JobPlace {
  return { job: cells[inHand.job]!, file: cells[inHand.file]!, line: cells[inHand.line]! }
}
