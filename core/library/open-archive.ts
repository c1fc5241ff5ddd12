/**
 * Archive in the calling thread: an index file, an embedder or none, and the answerer over both.
 *
 * In:   where the index lies and which model to embed with; both may appear or change later.
 * Out:  the `Archive` that every edge holds. It opens where no index is yet: each call then says so.
 *
 * A model that cannot run does not keep the archive shut: words alone are matched, and `status` says why.
 */
import type { Archive, AskRequest, AskResult } from '../archive.ts'
import { createAnswerer } from '../answer/answerer.ts'
import { checkQuestion } from '../question/check-question.ts'
import { isDamagedArticle } from '../engine/damaged-article.ts'
import { openEmbeddedEngine } from '../engine/index.ts'
import type { Snapshot } from '../engine/search-engine.ts'
import { isRawiError } from '../errors.ts'
import { identifyLanguage } from '../language/index.ts'
import type { Question } from '../question.ts'
import type { EmbedderOptions } from '../semantic/index.ts'
import { planDocument } from '../question/plan-document.ts'
import { checkQuotes } from './check-quotes.ts'
import { embedderOrTrouble, mismatch, readerOrReason } from './open-models.ts'
import { openWords } from './open-words.ts'
import { readingExplained } from './reading-explained.ts'
import { searchPassages } from './search-passages.ts'

export interface ArchiveOptions {
  readonly database: string
  /** null to match words alone. */
  readonly embedding: EmbedderOptions | null
  /** Folder of the model that reads question and passage together; null for none. @default null */
  readonly reading?: string | null
  /** A folder of lexicon files; null to translate no word. @default the shipped lexicon */
  readonly lexicon?: string | null
  /** Told when a newer generation cannot be loaded, and of each article that turns out damaged. */
  readonly onProblem?: (problem: unknown) => void
}

/** Of generations that go, one after the other, while one question reads them. */
const mostReadings = 4
/** Damaged articles that one question may come upon before the file is taken for lost. */
const mostDamaged = 10

export async function openArchive({
  database,
  embedding,
  reading: readingFolder = null,
  lexicon,
  onProblem,
}: ArchiveOptions): Promise<Archive> {
  const { embedder, trouble } = await embedderOrTrouble(embedding)
  const { reader, readerReason } = await readerOrReason(readingFolder, onProblem)
  const engine = openEmbeddedEngine({
    database,
    ...(onProblem === undefined ? {} : { onProblem }),
  })
  const words = { embedder, translate: openWords(lexicon) }
  const answerer = createAnswerer({ ...words, reader })

  async function answerFrom(
    question: Question,
    { explain = false, reads = true }: Pick<AskRequest, 'explain' | 'reads'>,
    snapshot: Snapshot,
    signal: AbortSignal | undefined,
  ): Promise<Omit<AskResult, 'timings'>> {
    const considered = await answerer.consider(question, snapshot, { signal, reads })
    signal?.throwIfAborted()
    const verdict = await answerer.conclude(question, considered, snapshot)
    return {
      verdict,
      generation: snapshot.info.generation,
      reading: {
        passages: considered.read.passages,
        // Where there is no reader, why that is.
        reason: readerReason ?? considered.read.reason,
        ...(explain && readingExplained(considered)),
      },
      ...(explain && { plan: planDocument(considered.question) }),
    }
  }

  /** The index shows a damaged article no more, so the answer comes from the others. */
  async function answerFromWhole(
    ...asked: Parameters<typeof answerFrom>
  ): ReturnType<typeof answerFrom> {
    for (let damaged = 1; ; damaged += 1) {
      try {
        return await answerFrom(...asked)
      } catch (error) {
        if (!isDamagedArticle(error) || damaged > mostDamaged) throw error
      }
    }
  }

  /** From the newest snapshot when the generation of the one at hand goes while it is read. */
  async function reading<T>(work: (snapshot: Snapshot) => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await work(await (tries === 1 ? engine.snapshot() : engine.newest()))
      } catch (error) {
        const isGone = isRawiError(error) && error.code === 'INDEX_STALE'
        if (!isGone || tries === mostReadings) throw error
      }
    }
  }

  return {
    async ask(request, { signal } = {}) {
      const started = performance.now()
      const question = questionFrom(request)
      const answered = await reading((snapshot) =>
        answerFromWhole(question, request, snapshot, signal),
      )
      return { ...answered, timings: { totalMs: performance.now() - started } }
    },
    async search({ limit, ...request }, { signal } = {}) {
      const question = questionFrom(request)
      return reading((snapshot) => searchPassages(question, snapshot, { ...words, limit, signal }))
    },
    verify: async (quotes, { signal } = {}) =>
      reading((snapshot) => checkQuotes(quotes, snapshot, signal)),
    passage: async (id, n) => reading((snapshot) => snapshot.passage(id, n)),
    articles: async (request) => reading((snapshot) => snapshot.articles(request)),
    article: async (id) => reading((snapshot) => snapshot.article(id)),
    sources: async () => reading((snapshot) => snapshot.sources()),
    async status() {
      await engine.check()
      const { info, damaged } = await engine.snapshot()
      const modeReason = trouble ?? mismatch(info, embedder)
      return {
        generation: info.generation,
        publishedAt: info.publishedAt,
        articles: info.articles,
        passages: info.passages,
        newestArticle: info.newestArticle,
        damaged,
        mode: modeReason === null ? 'hybrid' : 'keyword-only',
        model: modeReason === null ? (embedder?.name ?? null) : null,
        modeReason,
        reader: reader?.name ?? null,
        readerReason,
      }
    },
    async close() {
      await engine.close()
      await embedder?.close()
      await reader?.close()
    },
  }
}

function questionFrom({ question, language, hint, filters, conversation }: AskRequest): Question {
  const text = checkQuestion(question)
  return {
    text,
    language: language ?? identifyLanguage(text, hint),
    ...(filters === undefined ? {} : { filters }),
    ...(conversation === undefined ? {} : { conversation }),
  }
}
