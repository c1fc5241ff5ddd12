/**
 * The corpus: from folders of files to clean articles and their passages.
 *
 * `listCorpusFiles` (cheap) → `hashFile` (skip what did not change) → `readCorpusFile` → `splitPassages`.
 */
export type { DroppedLine } from './cleaning/clean-lines.ts'
export type { LineStatistics } from './cleaning/line-statistics.ts'
export {
  bodyKey,
  createLineStatistics,
  edgeKeys,
  keyLength,
  recurringAmong,
} from './cleaning/line-statistics.ts'
export type { CorpusFile, CorpusFormat, RefusedReason, Refusal } from './corpus-file.ts'
export { refuse } from './corpus-file.ts'
export { hashFile } from './file-bytes.ts'
export type { ArticlePlace, IdRegister, IdSet } from './id-register.ts'
export { createIdRegister } from './id-register.ts'
export { listCorpusFiles } from './list-files.ts'
export type { PassageOptions } from './passage-splitter.ts'
export { passageSplitterVersion, splitPassages } from './passage-splitter.ts'
export type { ReadArticle, ReadItem, ReadOptions } from './read-file.ts'
export {
  fallbackIdOf,
  mostRefused,
  readCorpusFile,
  readerVersion,
  readRecord,
  recordLines,
  refuseRest,
} from './read-file.ts'
export type { ByteLine } from './read-lines.ts'
export { readSidecar, type SidecarFields } from './sidecar.ts'
export { addressKey, readWithdrawnLists } from './withdrawn-list.ts'
