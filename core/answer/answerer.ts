/**
 * Answerer: from a question to a verdict, over one snapshot of an index.
 *
 * In:   a checked question, a snapshot, an embedder or none.
 * Out:  an answer whose every quote was checked against its stored article, or a refusal that says what is missing.
 * Cost: two searches, then about a hundred sentences weighed; their analysis is kept from question to question.
 *
 * The way: plan the question, retrieve, diversify, weigh sentences, choose quotes, believe them or not, cite, compose.
 */
import type { ReadingReport } from '../archive.ts'
import { createBreath, type Breath } from '../breath.ts'
import { asksFor } from '../question/asked.ts'
import { generationGone } from '../engine/generation-gone.ts'
import type { Snapshot } from '../engine/search-engine.ts'
import type { Translate } from '../language/lexicon/index.ts'
import type {
  Citation,
  ClaimGroup,
  Question,
  RefusalReason,
  SearchMode,
  Verdict,
} from '../question.ts'
import { preferCited } from '../question/follow-up.ts'
import { completePlan, draftPlan, type QuestionPlan } from '../question/plan.ts'
import type { Term } from '../question/term.ts'
import { diversify } from '../rank/diversify.ts'
import { beginComparing } from '../rank/compared.ts'
import { canCompare } from '../rank/question-vector.ts'
import { retrieve } from '../rank/retrieve.ts'
import { retrievalLimits } from '../rank/weights.ts'
import type { Reader } from '../reading/index.ts'
import type { Embedder } from '../semantic/embedder.ts'
import { boundedQuestion } from '../question/bounded-question.ts'
import { isMissing, missingWords } from './missing-words.ts'
import { believe, type Belief } from './belief.ts'
import { chooseQuotes, type QuoteDraft, type ScoredSentence } from './choose-quotes.ts'
import { cite } from './citation.ts'
import { answerText, refusalText } from './compose.ts'
import { findEvents } from './events/find-events.ts'
import { groupClaims, type DraftGroup } from './events/group-claims.ts'
import { dayOf } from './events/sentence-day.ts'
import { logit, type LinearModel } from './linear-model.ts'
import { createMeeting } from './meeting.ts'
import { byReading, nothingRead, readPassages, surestOf } from './read-sentences.ts'
import { amongRivals } from './sentence-pool.ts'
import { createSentenceReader } from './sentence.ts'
import { createSentenceCosines } from './sentence-vectors.ts'
import { weighSentence, withCosine, type Weighed } from './sentence-features.ts'
import { createWordLikeness } from './word-likeness.ts'
import { inTime } from './in-time.ts'
import sentenceWeights from './sentence-weights.json' with { type: 'json' }

export interface AnswererDeps {
  readonly embedder: Embedder | null
  /** null where no passage is read together with the question. @default null */
  readonly reader?: Reader | null
  /** null where words are not translated. @default null */
  readonly translate?: Translate | null
  /** What "today" is to who asks. @default the machine's clock */
  readonly now?: () => Date
}

export interface Answerer {
  answer(question: Question, snapshot: Snapshot): Promise<Verdict>
  /**
   * Everything an answer rests on, for measuring, fitting and explaining.
   */
  consider(question: Question, snapshot: Snapshot, options?: ConsiderOptions): Promise<Considered>
  /** The verdict on what was considered; `answer` is one after the other. */
  conclude(question: Question, considered: Considered, snapshot: Snapshot): Promise<Verdict>
}

export interface ConsiderOptions {
  /** Aborting it stops the work at the next stage, with its reason. */
  readonly signal?: AbortSignal | undefined
  /** Whether passages are read together with the question. @default true */
  readonly reads?: boolean
}

export interface Considered {
  readonly question: QuestionPlan
  readonly mode: SearchMode
  /** Best first. */
  readonly scored: readonly ScoredSentence[]
  readonly quotes: readonly QuoteDraft[]
  /** Several events or figures, side by side; null when all tells of one. */
  readonly groups: readonly DraftGroup[] | null
  /** null when there is nothing to believe. */
  readonly belief: Belief | null
  readonly read: ReadingReport
}

export const choice = {
  quotes: { limit: 3, reach: 4, complement: 4 },
  nearest: 3,
  /** Sentences whose own vector is worth making. */
  embedded: 24,
  /** The same for those that name a day, where one is asked for. */
  embeddedDated: 80,
} as const

const noneFound: ReadingReport = { passages: 0, reason: 'No passage was found.' }

export function createAnswerer({
  embedder,
  reader = null,
  translate = null,
  now = () => new Date(),
}: AnswererDeps): Answerer {
  const sentenceReader = createSentenceReader()
  const sentenceCosines = embedder === null ? null : createSentenceCosines(embedder)
  const wordLikeness = embedder === null ? null : createWordLikeness(embedder)

  /** The best by their words, ordered anew with what their vectors say; the rest is not worth embedding. */
  const byMeaning = async (
    question: QuestionPlan,
    byWords: readonly ScoredSentence[],
    vector: Float32Array,
    best: { readonly score: number },
    breathe: Breath,
  ): Promise<readonly ScoredSentence[]> => {
    const isOfTime = asksFor(question.asked, 'when')
    const worthIt = byWords.filter(
      ({ sentence }, at) =>
        at < choice.embedded || (isOfTime && at < choice.embeddedDated && dayOf(sentence) !== null),
    )
    const sentences = worthIt.map(({ sentence }) => sentence)
    const cosines = (await sentenceCosines?.(vector, sentences)) ?? []
    await breathe()
    const highest = Math.max(...cosines)
    const words = new Set<string>()
    for (const { tokens } of new Set(sentences.map(({ surroundings }) => surroundings)))
      for (const { stop, surface } of tokens) if (!stop) words.add(surface)
    const terms = question.content.map(({ surface }) => surface)
    const likeness = (await wordLikeness?.(terms, words)) ?? null
    await breathe()
    const meeting = createMeeting(question.content, question.language, likeness)
    const weighed = sentences.map((sentence, at) =>
      withCosine(
        question,
        weighSentence(question, sentence, best, meeting),
        cosines[at] ?? 0,
        highest,
      ),
    )
    return amongRivals(question, weighed)
      .map((one) => scoredBy(one, sentenceWeights.meaning))
      .toSorted((a, b) => b.score - a.score)
  }

  const consider = async (
    whole: Question,
    snapshot: Snapshot,
    { signal, reads = true }: ConsiderOptions = {},
  ): Promise<Considered> => {
    // Between stages, so that word of an asker who has gone comes through.
    const breathe = createBreath(signal)
    const question = await boundedQuestion(whole, snapshot)
    const today = now().toISOString().slice(0, 10)
    const mode = canCompare({ snapshot, embedder }) ? 'hybrid' : 'keyword-only'
    const wanted = {
      limit: retrievalLimits.candidates,
      ...(question.filters === undefined ? {} : { filters: question.filters }),
    }
    // Vectors first: where there are many they are compared in a thread beside, while this one reads and looks up words.
    const draft = draftPlan(question, { translate, today })
    // A text without a word has no vector.
    const compared =
      draft.terms.length === 0 ? null : await beginComparing({ snapshot, embedder }, draft, wanted)
    await breathe()
    const plan = await completePlan(draft, snapshot)
    if (plan.content.length === 0) {
      return {
        question: plan,
        mode,
        scored: [],
        quotes: [],
        groups: null,
        belief: null,
        read: noneFound,
      }
    }
    const evidence = await retrieve(snapshot, plan, compared, {
      ...wanted,
      most: retrievalLimits.read,
    })
    await breathe()
    const isOfDays = asksFor(plan.asked, 'when')
    const varied = diversify(
      preferCited(evidence, plan.preferred),
      (item) => sentenceReader.shinglesOf(item),
      {
        limit: retrievalLimits[isOfDays ? 'evidenceOfDays' : 'evidence'],
        passagesPerArticle:
          retrievalLimits[isOfDays ? 'passagesPerArticleOfDays' : 'passagesPerArticle'],
      },
    )
    const best = { score: varied[0]?.score ?? 0 }
    const meeting = createMeeting(plan.content, plan.language)
    const weighed = sentenceReader
      .sentencesOf(varied)
      .map((sentence) => weighSentence(plan, sentence, best, meeting))
    await breathe()
    const byWords = amongRivals(plan, weighed)
      .map((one) => scoredBy(one, sentenceWeights.words))
      .toSorted((a, b) => b.score - a.score)
    const weighedSentences =
      compared === null ? byWords : await byMeaning(plan, byWords, compared.vector, best, breathe)
    await breathe()
    const reading = reads
      ? await readPassages(reader, plan, weighedSentences, signal)
      : nothingRead('Too many questions waited for passages to be read.')
    const scored = weighedSentences.map((one) => ({
      ...one,
      read: reading.words.get(one.sentence) ?? null,
    }))
    await breathe()
    const known = new Set(scored.map(({ sentence }) => sentence))
    const rest = byWords.filter(({ sentence }) => !known.has(sentence))
    const events = findEvents(plan, [...scored, ...rest])
    const timed = inTime(plan, events, scored)
    const ordered = timed === scored ? byReading(scored) : timed
    return {
      question: plan,
      mode,
      scored: ordered,
      quotes: chooseQuotes(plan, ordered, choice.quotes),
      groups: groupClaims(plan, events, scored),
      // The right day may stand in a sentence of few words of the question: whether the archive knows is another matter.
      belief: believe(plan, chooseQuotes(plan, scored, choice.quotes), surestOf(scored)),
      read: { passages: reading.count, reason: reading.reason },
    }
  }

  return {
    consider,
    conclude,
    answer: async (question, snapshot) =>
      conclude(question, await consider(question, snapshot), snapshot),
  }
}

async function conclude(
  question: Question,
  considered: Considered,
  snapshot: Snapshot,
): Promise<Verdict> {
  const { belief } = considered
  return belief?.believed === true
    ? answerFrom(question, considered, belief, snapshot)
    : refusalFrom(question, considered, snapshot)
}

function scoredBy(weighed: Weighed, model: LinearModel): ScoredSentence {
  return { ...weighed, score: logit(model, weighed.features), read: null }
}

async function answerFrom(
  { language }: Question,
  { question, quotes, groups, mode }: Considered,
  belief: Belief,
  snapshot: Snapshot,
): Promise<Verdict> {
  const drafts = groups === null ? quotes : groups.flatMap((group) => group.drafts)
  const citations = await citeAll(drafts, belief.probability, snapshot)
  const disagreement = groups === null ? null : claimGroups(groups, citations)
  const text = answerText(citations, language, {
    groups: disagreement,
    isLatest: question.asked.order === 'latest',
  })
  const readAs = question.topic?.readAs ?? null
  return { kind: 'answer', language, mode, citations, disagreement, text, readAs }
}

/** Citations stand in the order of the drafts; one whose article is gone is missing. */
function claimGroups(
  groups: readonly DraftGroup[],
  citations: readonly Citation[],
): readonly ClaimGroup[] {
  return groups.flatMap(({ claim, eventDate, drafts }) => {
    const own = citations.filter(({ articleId, start }) =>
      drafts.some(
        (draft) => draft.evidence.passage.articleId === articleId && draft.start === start,
      ),
    )
    return own.length === 0 ? [] : [{ claim, eventDate, citations: own }]
  })
}

async function refusalFrom(
  { language }: Question,
  { question, quotes, belief, mode }: Considered,
  snapshot: Snapshot,
): Promise<Verdict> {
  const missing = missingWords(question, quotes)
  const reason = refusalReason(question, quotes)
  const nearest = await citeAll(quotes.slice(0, choice.nearest), belief?.probability ?? 0, snapshot)
  const key =
    reason === 'empty-question'
      ? 'refuse-empty'
      : reason === 'nothing-found'
        ? 'refuse-nothing'
        : 'refuse-weak'
  return {
    kind: 'refusal',
    language,
    mode,
    reason,
    missing,
    nearest,
    archive: snapshot.days,
    readAs: question.topic?.readAs ?? null,
    text: refusalText(language, { key, missing, archive: snapshot.days }),
  }
}

/** @throws {RawiError} `INDEX_STALE` when an article went with its generation, `INDEX_CORRUPT` when a passage and its article disagree. */
async function citeAll(
  quotes: readonly QuoteDraft[],
  belief: number,
  snapshot: Snapshot,
): Promise<readonly Citation[]> {
  const best = Math.max(...quotes.map(({ chosen }) => chosen.score))
  const articles = await Promise.all(
    quotes.map(({ evidence }) => snapshot.article(evidence.passage.articleId)),
  )
  return quotes.map((draft, at) => {
    const article = articles[at]
    if (!article) throw generationGone(snapshot.info.generation)
    // The best quote carries the belief itself; the others what their lower odds leave of it.
    const score = belief * Math.exp(Math.min(0, draft.chosen.score - best) / 2)
    return cite(article, { ...draft, score }, at + 1)
  })
}

function refusalReason({ content }: QuestionPlan, quotes: readonly QuoteDraft[]): RefusalReason {
  if (content.length === 0) return 'empty-question'
  if (quotes.length === 0) return 'nothing-found'
  const isKey = ({ kind, weight }: Term): boolean =>
    kind === 'name' || kind === 'number' || weight >= 1 / content.length
  return content.some((term, at) => isKey(term) && isMissing(at, quotes))
    ? 'entity-missing'
    : 'too-weak'
}
