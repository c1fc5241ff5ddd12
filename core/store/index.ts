export { createFileLedger, type FileLedger, type FileRecord } from './file-ledger.ts'
export { openJournal, type Journal } from './journal.ts'
export { openDatabase, schemaVersion, type Connection } from './open-database.ts'
export { acquireRunLock, type RunLock } from './run-lock.ts'
