/** What the doctor asks of the archive: the model, the index file, and whether it still fits the articles. */
import { createBreath, type Breath } from '../../core/breath.ts'
import { reindex, pipelineFingerprint, type ReindexReport } from '../../core/reindex/index.ts'
import type { GenerationInfo } from '../../core/engine/search-engine.ts'
import { openReader } from '../../core/reading/index.ts'
import type { Embedder } from '../../core/semantic/index.ts'
import { articleStates } from '../../core/store/article-rows.ts'
import { publishedGeneration, unfinishedGeneration } from '../../core/store/generations.ts'
import { openDatabase, schemaVersion, type Connection } from '../../core/store/index.ts'
import { damagedArticles } from '../../core/store/whole-articles.ts'
import { failureOf } from '../../core/store/sqlite-failure.ts'
import type { CommandContext } from '../command/command.ts'
import { openModel } from '../command/open-model.ts'
import { note, ok, problem, problemFrom, type Finding } from './finding.ts'

export interface ModelCheck {
  readonly finding: Finding
  /** Open when it is sound; undefined when it cannot be told what the index should fit. */
  readonly embedder: Embedder | null | undefined
}

export async function checkModel(context: CommandContext): Promise<ModelCheck> {
  try {
    const embedder = await openModel(context, () => undefined)
    const finding =
      embedder === null
        ? note(
            'model',
            'None: questions are matched by their words alone. EMBEDDING_MODEL names one.',
          )
        : ok('model', `${embedder.name}, ${embedder.dimensions} dimensions, its files are whole`)
    return { finding, embedder }
  } catch (error) {
    return { finding: problemFrom('model', error), embedder: undefined }
  }
}

export async function checkReader({ config }: CommandContext): Promise<Finding> {
  if (config.reading === null)
    return note(
      'reader',
      'None: passages are not read together with the question. READING_MODEL names one.',
    )
  try {
    const reader = await openReader(config.reading)
    await reader?.close()
    return ok('reader', `${reader?.name ?? 'none'}, its files are whole`)
  } catch (error) {
    return problemFrom('reader', error)
  }
}

export interface IndexCheck {
  readonly findings: readonly Finding[]
  /** What is served, when that could be read. */
  readonly info: GenerationInfo | null
}

export async function checkIndex(
  database: string,
  embedder: Embedder | null | undefined,
  signal: AbortSignal,
): Promise<IndexCheck> {
  let connection: Connection | null = null
  try {
    connection = openDatabase({ path: database, schema: 'index', readonly: true })
    const info = publishedGeneration(connection)
    const findings = [
      integrity(connection),
      await wholeness(connection, createBreath(signal)),
      generation(connection, info, database),
    ]
    if (info !== null && embedder !== undefined) {
      findings.push(fingerprint(connection, info, embedder, database))
    }
    return { findings, info }
  } catch (error) {
    return { findings: [problemFrom('index', failureOf(database, error))], info: null }
  } finally {
    connection?.close()
  }
}

function integrity(connection: Connection): Finding {
  const { sqlite, path } = connection
  const said = sqlite.pragma('integrity_check(1)', { simple: true }) as string
  const strays = sqlite.pragma('foreign_key_check') as unknown[]
  const { applied, known } = schemaVersion(connection, 'index')
  if (said === 'ok' && strays.length === 0) {
    return ok('index', `${path} is whole, schema ${applied} of ${known}`)
  }
  const fault = said === 'ok' ? `${strays.length} rows without their articles` : said
  return problem(
    'index',
    `${path} is damaged (${fault}). Build it anew: mv "${path}" "${path}.damaged" && npm run reindex -- --db "${path}"`,
  )
}

async function wholeness(connection: Connection, breathe: Breath): Promise<Finding> {
  const damaged = [...(await damagedArticles(connection, breathe))]
  if (damaged.length === 0)
    return ok('texts', 'Every article is what was read from its file, by its hash')
  const named = damaged.slice(0, 3).map((id) => `"${id}"`)
  const more = damaged.length > named.length ? ` and ${damaged.length - named.length} more` : ''
  return problem(
    'texts',
    `Damaged: ${named.join(', ')}${more}. Nothing of them is said. Read them anew and check the disk: npm run reindex -- --db "${connection.path}"`,
  )
}

function generation(
  connection: Connection,
  info: GenerationInfo | null,
  database: string,
): Finding {
  const command = `npm run reindex -- --db "${database}"`
  if (info === null) return problem('generation', `Nothing was published yet. Run ${command}`)
  const said = `Generation ${info.generation} of ${info.publishedAt}: ${info.articles} articles, ${info.passages} passages, the newest of ${info.newestArticle ?? 'an unknown date'}`
  return unfinishedGeneration(connection) === null
    ? ok('generation', said)
    : note('generation', `${said}. A later run did not end; go on with it: ${command}`)
}

function fingerprint(
  connection: Connection,
  info: GenerationInfo,
  embedder: Embedder | null,
  database: string,
): Finding {
  const command = `npm run reindex -- --db "${database}"`
  if (info.embedder !== (embedder?.fingerprint ?? null)) {
    return problem(
      'fingerprint',
      `The index holds ${info.embedder === null ? 'no vectors' : `vectors of ${info.embedder}`}, this process uses ${embedder === null ? 'no model' : embedder.fingerprint}. Run ${command}`,
    )
  }
  const pipeline = pipelineFingerprint(embedder)
  const states = [...articleStates(connection).values()]
  const stale = states.filter((state) => state.pipeline !== pipeline).length
  return stale === 0
    ? ok('fingerprint', 'The index was made by this version and this model')
    : problem(
        'fingerprint',
        `${stale} of ${states.length} articles were indexed by another version of Rawi. Run ${command}`,
      )
}

/** Compares the folders with the index, without writing. */
export async function checkArticles(
  folders: readonly string[],
  database: string,
  embedder: Embedder | null,
  signal: AbortSignal,
): Promise<readonly Finding[]> {
  try {
    const report = await reindex({
      folders,
      database,
      embedder,
      dryRun: true,
      now: () => new Date(),
      signal,
    })
    return [freshness(report, database), refusals(report)]
  } catch (error) {
    return [problemFrom('articles', error)]
  }
}

function freshness({ articles }: ReindexReport, database: string): Finding {
  const { total, added, changed, removed } = articles
  if (total === 0) return problem('articles', 'No article lies in the folders. Put some there.')
  return added + changed + removed === 0
    ? ok('articles', `The index holds all ${total} articles as they are in the folders`)
    : problem(
        'articles',
        `${added} articles are new, ${changed} changed, ${removed} gone since the last run. Run npm run reindex -- --db "${database}"`,
      )
}

function refusals({ refused }: ReindexReport): Finding {
  return refused.length === 0
    ? ok('refused', 'Every file could be taken in')
    : note(
        'refused',
        `${refused.length} inputs are not indexed; npm run reindex -- --dry-run names them with the reasons`,
      )
}
