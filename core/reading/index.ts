export { openReader } from './open-reader.ts'
export type { Reader, Reading, ReadOptions, ReadSpan } from './reader.ts'
