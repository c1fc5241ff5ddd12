export type { Embedder } from './embedder.ts'
export { defaultHub, openEmbedder, type EmbedderOptions } from './open-embedder.ts'
export { quantise } from './quantise.ts'
export { createVectorIndex, type VectorIndex } from './vector-index.ts'
