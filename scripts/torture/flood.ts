/** Flood: one client asks long questions and hangs up, again and again, while another reader asks on. */
import { Agent, request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'

export interface FloodOptions {
  readonly address: string
  readonly questions: readonly string[]
  /** Long questions that are asked and left. */
  readonly abandoned: number
}

export interface FloodResult {
  /** Median of another reader, before and while the flood is on. */
  readonly quietMs: number
  readonly floodedMs: number
  readonly answered: number
  readonly turnedAway: number
  /** Answered with anything else, or cut off. */
  readonly failed: readonly string[]
}

/** How long each is held before it is left, and how long after that the next flood comes. */
const patienceMs = 200
const betweenMs = 800

/** Other questions of the reader before and during. */
const asked = 30

/** An address of its own tells the reader from the flood: both end at this machine. */
const readerAddress = '127.0.0.2'

export async function flood(options: FloodOptions): Promise<FloodResult> {
  const { address, questions, abandoned } = options
  const reader = new Agent({ keepAlive: true, localAddress: readerAddress })
  const crowd = new Agent()
  const failed: string[] = []
  const counts = { answered: 0, turnedAway: 0 }

  async function median(): Promise<number> {
    const times: number[] = []
    for (let n = 0; n < asked; n++) {
      const began = performance.now()
      const status = await ask(address, questions[n % questions.length]!, reader)
      times.push(performance.now() - began)
      if (status === 200) counts.answered += 1
      else if (status === 503) counts.turnedAway += 1
      else failed.push(String(status))
    }
    return Math.round(times.toSorted((a, b) => a - b)[times.length >> 1]!)
  }

  await median()
  const quietMs = await median()
  const over = new AbortController()
  const flooding = (async () => {
    for (let n = 0; !over.signal.aborted; n++) {
      // As many as are open at once, each left soon after.
      const left = Array.from({ length: abandoned }, (_, at) =>
        abandon(address, longQuestion(questions, n * abandoned + at), crowd),
      )
      await Promise.all(left)
      await pause(betweenMs)
    }
  })()
  const floodedMs = await median()
  over.abort()
  await flooding
  reader.destroy()
  return { quietMs, floodedMs, ...counts, failed }
}

/** @returns The status, or why there is none. */
function ask(address: string, question: string, agent: Agent): Promise<number | string> {
  return new Promise((resolve) => {
    const asking = post(address, agent)
    asking.on('response', (response) => {
      response.resume()
      response.on('end', () => resolve(response.statusCode ?? 'no status'))
    })
    asking.on('error', ({ message }) => resolve(message))
    asking.end(JSON.stringify({ question }))
  })
}

async function abandon(address: string, question: string, agent: Agent): Promise<void> {
  const asking = post(address, agent)
  asking.on('error', () => undefined)
  asking.on('response', (response) => void response.resume())
  asking.end(JSON.stringify({ question }))
  await pause(patienceMs)
  asking.destroy()
}

function post(address: string, agent: Agent) {
  const headers = { 'content-type': 'application/json' }
  return request(`${address}/v1/ask`, { method: 'POST', agent, headers })
}

const longest = 2_000

/** Each another one, of words that the archive holds. */
function longQuestion(questions: readonly string[], n: number): string {
  const turned = [...questions.slice(n % questions.length), ...questions]
  return `${n} ${turned.join(' ').repeat(3)}`.slice(0, longest)
}
