/**
 * Archive in a process of its own: analysing, searching and embedding leave the caller's event loop alone, and what
 * ends that process ends no other.
 *
 * In:   the same options as `openArchive`, as far as they are plain data.
 * Out:  an `Archive` that behaves like one in this process; each call is one message there and one back.
 *
 * Questions go by lanes, one a caller, and one is in work at a time.
 */
import type {
  Archive,
  ArchiveStatus,
  AskOptions,
  AskRequest,
  AskResult,
  SourceSummary,
} from '../archive.ts'
import type { Article } from '../article.ts'
import type { ArticleList, CheckedQuote, PassageOfArticle, SearchResult } from '../lookup.ts'
import { checkQuestion } from '../question/check-question.ts'
import { startArchiveChild, type ArchiveChildOptions } from './archive-child.ts'
import { createLanes } from './lanes.ts'

export interface ArchiveInProcess extends Archive {
  /** False once the process ended so often in a row before it answered that it seems to need help. */
  isAlive(): boolean
}

const mostFailures = 5

/** Where so many wait behind a question its passages are not read: a queue goes down as fast as without a reader. */
const tooManyToRead = 2

/** Resolves once the process is started; whether there is an index, the first call tells. */
export async function openArchiveProcess(options: ArchiveChildOptions): Promise<ArchiveInProcess> {
  const child = startArchiveChild(options)
  const lanes = createLanes()

  const inLane = async <T>(
    method: 'ask' | 'search' | 'verify',
    argumentFor: (waiting: number) => unknown,
    { caller = '', signal, patienceMs }: AskOptions = {},
  ): Promise<T> => {
    const work = async (waiting: number): Promise<T> =>
      (await child.call(method, argumentFor(waiting), signal)) as T
    return lanes.run(work, { caller, signal, patienceMs })
  }

  return {
    async ask(request, how) {
      const question = checked(request)
      const argumentFor = (waiting: number): AskRequest =>
        waiting >= tooManyToRead ? { ...question, reads: false } : question
      return inLane<AskResult>('ask', argumentFor, how)
    },
    async search(request, how) {
      const question = checked(request)
      return inLane<SearchResult>('search', () => question, how)
    },
    verify: async (quotes, how) => inLane<readonly CheckedQuote[]>('verify', () => quotes, how),
    passage: async (id, n) => (await child.call('passage', { id, n })) as PassageOfArticle | null,
    articles: async (request) => (await child.call('articles', request)) as ArticleList,
    article: async (id) => (await child.call('article', id)) as Article | null,
    sources: async () => (await child.call('sources')) as readonly SourceSummary[],
    status: async () => (await child.call('status')) as ArchiveStatus,
    isAlive: () => child.failures() < mostFailures,
    close: () => child.close(),
  }
}

/** Checked here too: what is no text might not survive the crossing. */
function checked<T extends { readonly question: unknown }>(request: T): T {
  return { ...request, question: checkQuestion(request.question) }
}
