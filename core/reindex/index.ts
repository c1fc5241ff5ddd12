/** The reindex room's door: from folders of articles to a published generation. */
export { pipelineFingerprint } from './pipeline.ts'
export { reindex, type ReindexOptions } from './reindex.ts'
export type { ReindexProgress, ReindexReport } from './report.ts'
