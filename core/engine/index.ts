/** The engine room's door: the port of an index that can be searched, and the one that runs in this process. */
export { checkpoints, type Checkpoint, type OnCheckpoint } from './checkpoints.ts'
export type { IndexWriter, SearchEngine, Snapshot } from './search-engine.ts'
export { openEmbeddedEngine, type EmbeddedEngineOptions } from './embedded-engine.ts'
export { gatherWords, type GatherOptions } from './gather-words.ts'
export {
  createIndexWriter,
  type EmbeddedIndexWriter,
  type IndexWriterOptions,
} from './index-writer.ts'
