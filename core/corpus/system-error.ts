/** Reads what the operating system said: the code of an error, and a sentence for people. */

const sentenceOf: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EIO: 'the disk reported an error',
  ELOOP: 'too many links',
  EMFILE: 'too many open files',
  ENAMETOOLONG: 'its name is too long',
  ENOENT: 'it is not there',
  ENOTDIR: 'not a folder',
  EPERM: 'permission denied',
}

export function systemCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : null
}

export function systemReason(error: unknown): string {
  const code = systemCode(error)
  return code === null ? String(error) : (sentenceOf[code] ?? code)
}
