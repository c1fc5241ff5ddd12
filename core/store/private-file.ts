/** Private files: what holds articles or readers' words is its owner's alone; folders that are there stay as they are. */
import { chmodSync, closeSync, mkdirSync, openSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

export const privateFile = 0o600
export const privateFolder = 0o700
const others = 0o007

/** Makes the folder of a file, where it is missing. */
export function makeFolderOf(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: privateFolder })
}

/** Makes an empty file where none is; one that every user of the machine may read is closed to them. */
export function makePrivate(path: string): void {
  closeSync(openSync(path, 'a', privateFile))
  const { mode } = statSync(path)
  if ((mode & others) === 0) return
  try {
    chmodSync(path, mode & 0o777 & ~others)
  } catch {
    // Only its owner may, and who else may write to it may go on.
  }
}
