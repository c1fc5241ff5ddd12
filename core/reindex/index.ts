/** The reindex room's door: from folders of articles to a published generation. */
export { readGoldenQuestions, type GoldenQuestion } from './golden-questions.ts'
export type { ReindexOptions } from './options.ts'
export { pipelineFingerprint } from './pipeline.ts'
export { reindex } from './reindex.ts'
export { rollBack } from './roll-back.ts'
export type { ReindexProgress, ReindexReport } from './report.ts'
export { refusedSoFar } from './refused-so-far.ts'
