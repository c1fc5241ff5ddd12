/** The library's door: an archive opened in this process, or in one of its own. */
export { openArchive, type ArchiveOptions } from './open-archive.ts'
export { openArchiveProcess } from './open-archive-process.ts'
export { openWords } from './open-words.ts'
