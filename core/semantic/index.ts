export type { Embedder } from './embedder.ts'
export { defaultHub, openEmbedder, type EmbedderOptions } from './open-embedder.ts'
export { createVectorIndex, quantise, type VectorIndex } from './vector-index.ts'
