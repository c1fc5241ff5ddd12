/** Bodies made a slice at a time, no faster than their readers take them; the event loop turns between slices. */
import { setImmediate } from 'node:timers/promises'

/** Characters: some ten milliseconds of work. */
const sliceLength = 32 * 1024

/** @param pieces - Each short, or cheap to make; no more of them are made once the reader has left. */
export function inSlices(pieces: AsyncIterable<string>): ReadableStream<Uint8Array> {
  const rest = pieces[Symbol.asyncIterator]()
  const encoder = new TextEncoder()
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        await nextTurn()
        let slice = ''
        let isOver = false
        while (!isOver && slice.length < sliceLength) {
          const next = await rest.next()
          isOver = next.done === true
          if (next.done !== true) slice += next.value
        }
        if (slice !== '') controller.enqueue(encoder.encode(slice))
        if (isOver) controller.close()
      },
      async cancel() {
        await rest.return?.()
      },
    },
    { highWaterMark: 0 },
  )
}

let lastTurn: Promise<unknown> = Promise.resolve()

/** A turn of the event loop for each slice of all bodies: those of many readers do not add up to a long one. */
async function nextTurn(): Promise<void> {
  lastTurn = lastTurn.then(() => setImmediate())
  await lastTurn
}
