/** Waits until a file, or the entries of a folder, are on the disk and outlive a loss of power. */
import { open } from 'node:fs/promises'

export async function syncToDisk(path: string): Promise<void> {
  const file = await open(path)
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}
