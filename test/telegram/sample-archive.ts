/** An archive that answers by a table, for what a real one cannot be made to do: be slow, fail, hold 70 outlets. */
import type { Archive, ArchiveStatus, AskRequest, SourceSummary } from '../../core/archive.ts'
import type { Verdict } from '../../core/question.ts'
import { lookupsOf } from '../http/shelf-lookups.ts'
import { refusalOf } from './sample-verdicts.ts'

const nothingRead = { passages: 0, reason: 'No reading model is set.' }

export interface SampleArchive extends Archive {
  readonly asked: readonly AskRequest[]
}

export interface SampleAnswers {
  /** By a word of the question; what is not found is refused. */
  readonly verdicts?: Readonly<Record<string, Verdict | Error | (() => Promise<Verdict>)>>
  readonly sources?: readonly SourceSummary[]
  readonly status?: Partial<ArchiveStatus>
}

export function sampleArchive({
  verdicts = {},
  sources = [],
  status,
}: SampleAnswers = {}): SampleArchive {
  const asked: AskRequest[] = []
  return {
    asked,
    async ask(request) {
      asked.push(request)
      const key = Object.keys(verdicts).find((word) => String(request.question).includes(word))
      const found = key === undefined ? undefined : verdicts[key]
      if (found instanceof Error) throw found
      const verdict =
        typeof found === 'function'
          ? await found()
          : (found ?? refusalOf('en', 'The archive does not answer this question.'))
      const before = request.conversation?.previousQuestion
      const readAs = before === undefined ? null : `${String(request.question)} ${before}`
      return {
        verdict: { ...verdict, readAs },
        timings: { totalMs: 1 },
        generation: 1,
        reading: nothingRead,
      }
    },
    ...lookupsOf([]),
    article: () => Promise.resolve(null),
    sources: () => Promise.resolve(sources),
    status: () =>
      Promise.resolve({
        generation: 1,
        publishedAt: '2024-12-20T08:05:00Z',
        articles: 34,
        passages: 120,
        mode: 'hybrid',
        model: 'test-model',
        modeReason: null,
        damaged: 0,
        reader: null,
        readerReason: 'No reading model is set.',
        newestArticle: '2024-12-19',
        ...status,
      }),
    close: () => Promise.resolve(),
  }
}
