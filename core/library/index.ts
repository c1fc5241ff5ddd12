/** The library's door: an archive opened in this thread, or in a thread of its own. */
export { openArchive, type ArchiveOptions } from './open-archive.ts'
export { openArchiveThread, type ArchiveThreadOptions } from './open-archive-thread.ts'
export { openWords } from './open-words.ts'
