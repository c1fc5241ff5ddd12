/** What every search engine keeps, whatever stands behind it. Run by a test file of each engine. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { searchTerms } from '../question/plans.ts'
import type { Article } from '../../core/article.ts'
import { contentHashOf } from '../../core/content-hash.ts'
import type { IndexWriter, PassageRecord, SearchEngine } from '../../core/engine/search-engine.ts'
import { RawiError } from '../../core/errors.ts'
import { quantise } from '../../core/semantic/index.ts'

export interface EngineUnderTest {
  readonly engine: SearchEngine
  /** A writer over the engine's index; closed by `close`. */
  readonly write: (build: (writer: IndexWriter) => void) => void
  readonly close: () => Promise<void>
}

const unit = (...components: number[]): Float32Array => {
  const norm = Math.hypot(...components)
  return Float32Array.from(components, (component) => component / norm)
}

/** Axes: bridges, elections, football. */
const axes = { bridge: [1, 0, 0.1, 0], vote: [0, 1, 0.1, 0], goal: [0.1, 0, 1, 0] } as const

const article = (id: string, text: string, more: Partial<Article> = {}): Article => ({
  id,
  title: text.split('\n', 1)[0]!,
  text,
  source: null,
  url: null,
  publishedAt: null,
  language: 'en',
  foundBy: { title: 'text', source: null, publishedAt: null, language: 'letters' },
  ...more,
})

const bridge = article('bridge', 'The old bridge over the Karun was opened again on Monday.', {
  source: 'River Post',
  publishedAt: '2021-03-02',
})
const vote = article('vote', 'فتحت مراكز الاقتراع أبوابها صباح اليوم في دمشق.', {
  language: 'ar',
  source: 'بردى',
  publishedAt: '2021-05-26T07:00:00+03:00',
})
const goal = article('goal', 'تیم ملی ایران با یک گل از سد حریف گذشت.', { language: 'fa' })

const whole = ({ text }: Article, axis: readonly number[] | null): readonly PassageRecord[] => [
  {
    ordinal: 0,
    start: 0,
    end: text.length,
    vector: axis === null ? null : quantise(unit(...axis)),
  },
]

const put = (writer: IndexWriter, entry: Article, axis: readonly number[] | null = null) =>
  writer.put(entry, contentHashOf(entry), whole(entry, axis))

const putAll = (writer: IndexWriter) => {
  put(writer, bridge, axes.bridge)
  put(writer, vote, axes.vote)
  put(writer, goal, axes.goal)
}

export function describeSearchEngine(name: string, open: () => EngineUnderTest): void {
  describe(`${name} as a SearchEngine`, () => {
    let tested: EngineUnderTest
    beforeEach(() => {
      tested = open()
    })
    afterEach(() => tested.close())

    const build = (changes: (writer: IndexWriter) => void) =>
      tested.write((writer) => {
        changes(writer)
        writer.publish()
      })

    const generationIs = (generation: number) =>
      vi.waitFor(
        async () => {
          const snapshot = await tested.engine.snapshot()
          expect(snapshot.info.generation).toBe(generation)
          return snapshot
        },
        { timeout: 5_000, interval: 20 },
      )

    const articleIds = async (question: string, languages?: readonly string[]) => {
      const snapshot = await tested.engine.snapshot()
      const filters = languages === undefined ? {} : { languages }
      const found = await snapshot.lexical(searchTerms(question, 'en'), { limit: 10, filters })
      const passages = await snapshot.passages(found.map(({ passageId }) => passageId))
      return passages.map(({ articleId }) => articleId)
    }

    it('says INDEX_MISSING until a generation is published', async () => {
      await expect(tested.engine.snapshot()).rejects.toMatchObject({ code: 'INDEX_MISSING' })
      tested.write(putAll)
      await expect(tested.engine.snapshot()).rejects.toBeInstanceOf(RawiError)
      tested.write((writer) => writer.publish())
      expect((await tested.engine.snapshot()).info).toMatchObject({ articles: 3, passages: 3 })
    })

    it('finds a passage by its words, with its article and exact text', async () => {
      build(putAll)
      const snapshot = await tested.engine.snapshot()
      const [best] = await snapshot.lexical(searchTerms('Karun bridge', 'en'), { limit: 1 })
      const [passage] = await snapshot.passages([best!.passageId])
      expect(best!.coverage).toBe(1)
      expect(passage).toMatchObject({ articleId: 'bridge', source: 'River Post', ordinal: 0 })
      expect(passage!.text).toBe(bridge.text.slice(passage!.start, passage!.end))
      expect(await snapshot.article('bridge')).toEqual(bridge)
      expect(await snapshot.article('no such id')).toBeNull()
    })

    it('finds the nearest passages by vector, best first', async () => {
      build(putAll)
      const snapshot = await tested.engine.snapshot()
      const found = await snapshot.similar(unit(0.2, 1, 0, 0), { limit: 2 })
      const passages = await snapshot.passages(found.map(({ passageId }) => passageId))
      expect(passages.map(({ articleId }) => articleId)).toEqual(['vote', 'bridge'])
      const cosines = await snapshot.cosines(
        unit(0, 1, 0.1, 0),
        found.map(({ passageId }) => passageId),
      )
      expect(cosines.get(found[0]!.passageId)).toBeCloseTo(1, 2)
    })

    it('holds no vectors when none were put', async () => {
      build((writer) => put(writer, bridge))
      const snapshot = await tested.engine.snapshot()
      expect(await snapshot.similar(unit(1, 0, 0, 0), { limit: 5 })).toEqual([])
      expect(await snapshot.cosines(unit(1, 0, 0, 0), [1])).toEqual(new Map())
    })

    it.each([
      ['language', { languages: ['ar'] }, ['vote']],
      ['several languages', { languages: ['ar', 'fa'] }, ['goal', 'vote']],
      ['outlet', { sources: ['River Post'] }, ['bridge']],
      ['first day', { publishedFrom: '2021-05-26' }, ['vote']],
      ['last day', { publishedTo: '2021-03-02' }, ['bridge']],
      ['nothing that fits', { languages: ['tr'] }, []],
    ])('keeps to the filter of %s on both sides', async (_, filters, expected) => {
      build(putAll)
      const snapshot = await tested.engine.snapshot()
      const words = await snapshot.lexical(searchTerms('bridge الاقتراع گل', 'ar'), {
        limit: 10,
        filters,
      })
      const near = await snapshot.similar(unit(1, 1, 1, 0), { limit: 10, filters })
      for (const found of [words, near]) {
        const passages = await snapshot.passages(found.map(({ passageId }) => passageId))
        expect(passages.map(({ articleId }) => articleId).toSorted()).toEqual(expected)
      }
    })

    it('leaves unknown ids out and keeps the order of the others', async () => {
      build(putAll)
      const snapshot = await tested.engine.snapshot()
      const found = await snapshot.similar(unit(1, 1, 1, 0), { limit: 3 })
      const ids = found.map(({ passageId }) => passageId).toReversed()
      const passages = await snapshot.passages([999_999, ...ids, -1])
      expect(passages.map(({ id }) => id)).toEqual(ids)
      const languages = await snapshot.languages([999_999, ...ids, -1])
      expect([...languages]).toEqual(passages.map(({ id, language }) => [id, language]))
    })

    it('shows nothing of what is written until it is published', async () => {
      build((writer) => put(writer, bridge, axes.bridge))
      await tested.engine.snapshot()
      tested.write((writer) => {
        put(writer, goal, axes.goal)
        writer.remove('bridge')
      })
      expect(await articleIds('bridge')).toEqual(['bridge'])
      expect(await (await tested.engine.snapshot()).article('goal')).toBeNull()
    })

    it('forgets what was abandoned', async () => {
      build(putAll)
      tested.write((writer) => {
        writer.remove('vote')
        put(writer, { ...bridge, text: 'A tunnel replaced it.' }, axes.bridge)
        writer.abandon()
      })
      build((writer) => put(writer, { ...goal, title: 'گل' }, axes.goal))
      const { generation } = (await tested.engine.snapshot()).info
      const snapshot = await generationIs(generation)
      expect(snapshot.info.articles).toBe(3)
      expect(await snapshot.article('bridge')).toEqual(bridge)
      expect(await snapshot.article('vote')).toEqual(vote)
    })

    it('swaps to a newer generation while a snapshot of the one before goes on', async () => {
      build(putAll)
      const before = await tested.engine.snapshot()
      const [old] = await before.lexical(searchTerms('Karun bridge', 'en'), { limit: 1 })
      const renewed = { ...bridge, text: 'The Karun bridge is closed for repairs.' }
      build((writer) => {
        put(writer, renewed, axes.bridge)
        writer.remove('goal')
      })
      const after = await generationIs(before.info.generation + 1)

      expect(after.info).toMatchObject({ articles: 2, passages: 2 })
      expect(await after.article('bridge')).toEqual(renewed)
      const [found] = await after.lexical(searchTerms('Karun bridge', 'en'), { limit: 10 })
      expect(found!.passageId).not.toBe(old!.passageId)
      expect(
        (await after.passages([found!.passageId, old!.passageId])).map(({ text }) => text),
      ).toEqual([renewed.text])
      expect(await after.similar(unit(0, 0, 1, 0), { limit: 10 })).toHaveLength(2)

      expect(await before.lexical(searchTerms('Karun bridge', 'en'), { limit: 10 })).toMatchObject([
        { passageId: old!.passageId },
      ])
      expect((await before.passages([old!.passageId]))[0]!.text).toBe(bridge.text)
      expect(await before.similar(unit(0, 0, 1, 0), { limit: 10 })).toHaveLength(3)
      expect(await before.article('goal')).toEqual(goal)
    })

    it('sums up its outlets, most articles first', async () => {
      const second = { ...bridge, id: 'bridge-2', publishedAt: '2022-01-01' }
      build((writer) => {
        putAll(writer)
        put(writer, second, axes.bridge)
      })
      const [first, ...rest] = await (await tested.engine.snapshot()).sources()
      expect(first).toEqual({
        source: 'River Post',
        articles: 2,
        languages: ['en'],
        oldest: '2021-03-02',
        newest: '2022-01-01',
      })
      expect(new Set(rest.map(({ source }) => source))).toEqual(new Set([null, 'بردى']))
    })

    it('lists its articles newest first, and goes on listing them after a swap', async () => {
      build(putAll)
      const before = await tested.engine.snapshot()
      build((writer) => {
        writer.remove('vote')
        put(writer, { ...bridge, title: 'A bridge' }, axes.bridge)
      })
      const after = await generationIs(before.info.generation + 1)
      const listed = async (snapshot: typeof before) =>
        (await snapshot.articles({ limit: 10 })).articles.map(({ title }) => title)
      expect(await listed(after)).toEqual(['A bridge', goal.title])
      expect(await listed(before)).toEqual([vote.title, bridge.title, goal.title])
      expect(await after.passage('vote', 0)).toBeNull()
      expect(await before.passage('vote', 0)).toMatchObject({
        passage: { articleId: 'vote', n: 0, text: vote.text },
        passages: 1,
      })
    })

    it('counts the passages that hold each word of a question', async () => {
      build(putAll)
      const question = 'bridge zeppelin'
      const terms = await (await tested.engine.snapshot()).statistics(searchTerms(question, 'en'))
      expect(terms.map(({ passages }) => passages)).toEqual([1, 0])
    })
  })
}
