/**
 * Readers: ask a server so many questions a second, and hold every answer against the articles of the generation it
 * names: each quote must be the slice of its article that it says it is.
 */
import type { AnswerDocument } from '../../core/answer/document.ts'
import type { IndexContent } from './index-content.ts'

export interface AskingResult {
  readonly questions: number
  readonly quotes: number
  /** No answer came, or another than 200, but for those turned away. */
  readonly failed: number
  /** Sent back with 503 because more were asked at once than the machine can answer: no fault of the index. */
  readonly turnedAway: number
  /** Answered as if the archive did not know. */
  readonly refused: number
  /** Answers with a quote that is not a slice of the article of their generation. */
  readonly false: number
  /** Generations that answers came from. */
  readonly generations: number
  readonly p50Ms: number
  readonly p99Ms: number
  /** What went wrong first, for people. */
  readonly faults: readonly string[]
}

export interface Asking {
  /** Answers of a generation wait until it is known. */
  learn(generation: number, content: IndexContent): void
  hasAnswered(generation: number): boolean
  stop(): Promise<AskingResult>
}

export interface AskingOptions {
  readonly address: string
  readonly questions: readonly string[]
  readonly perSecond: number
}

/** Faults that are told. */
const told = 10

export function startAsking({ address, questions, perSecond }: AskingOptions): Asking {
  const contents = new Map<number, IndexContent>()
  const waiting = new Map<number, AnswerDocument[]>()
  const answered = new Set<number>()
  const pending = new Set<Promise<void>>()
  const times: number[] = []
  const faults: string[] = []
  const counts = { questions: 0, quotes: 0, failed: 0, turnedAway: 0, refused: 0, false: 0 }
  const started = performance.now()

  function fault(kind: 'failed' | 'refused' | 'false', what: string): void {
    counts[kind] += 1
    if (faults.length < told) faults.push(`${kind}: ${what}`)
  }

  function check({ verdict, generation, citations, nearest }: AnswerDocument): void {
    const { texts } = contents.get(generation)!
    if (verdict !== 'answer') fault('refused', `generation ${generation}`)
    const shown = [...citations, ...nearest]
    counts.quotes += shown.length
    const wrong = shown.find(
      ({ articleId, quote, start, end }) => texts.get(articleId)?.slice(start, end) !== quote,
    )
    if (wrong) fault('false', `generation ${generation}, ${wrong.articleId}: «${wrong.quote}»`)
  }

  async function ask(question: string): Promise<void> {
    const asked = performance.now()
    try {
      const response = await fetch(`${address}/v1/ask`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ question }),
      })
      const body = await response.text()
      times.push(performance.now() - asked)
      if (response.status === 503 && /"OVERLOADED"|"ARCHIVE_ENDED"/u.test(body)) {
        counts.turnedAway += 1
        return
      }
      if (response.status !== 200) return fault('failed', `${response.status} ${body}`)
      const answer = JSON.parse(body) as AnswerDocument
      answered.add(answer.generation)
      if (contents.has(answer.generation)) return check(answer)
      const others = waiting.get(answer.generation) ?? []
      waiting.set(answer.generation, [...others, answer])
    } catch (error) {
      const cause =
        error instanceof Error && error.cause instanceof Error ? error.cause.message : ''
      fault('failed', `${String(error)} ${cause}`)
    }
  }

  // As many as are due by now: a timer that came late is made up for.
  const timer = setInterval(() => {
    const due = ((performance.now() - started) / 1000) * perSecond
    while (counts.questions < due) {
      const question = questions[counts.questions % questions.length]!
      counts.questions += 1
      const asking = ask(question).finally(() => pending.delete(asking))
      pending.add(asking)
    }
  }, 5)

  return {
    learn(generation, content) {
      contents.set(generation, content)
      for (const answer of waiting.get(generation) ?? []) check(answer)
      waiting.delete(generation)
    },
    hasAnswered: (generation) => answered.has(generation),
    async stop() {
      clearInterval(timer)
      await Promise.all(pending)
      for (const [generation, answers] of waiting) {
        for (const _ of answers) fault('false', `generation ${generation} was never published`)
      }
      const sorted = times.toSorted((a, b) => a - b)
      const at = (share: number): number =>
        Math.round(sorted[Math.floor(share * (sorted.length - 1))] ?? 0)
      return { ...counts, generations: answered.size, p50Ms: at(0.5), p99Ms: at(0.99), faults }
    },
  }
}
