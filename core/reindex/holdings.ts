/**
 * Holdings: what the index holds of each article while a run writes to it, so that nothing is written that stands there
 * already.
 */
import { entryHashLength, type ArticleEntry } from './file-outcome.ts'
import type { FreshArticle } from './read-job.ts'
import type { Target } from './target.ts'

export interface Holdings {
  /** Whether an article need not be read into passages again. */
  isHeld(id: string, contentHash: string): boolean
  /** Content hashes of all such, for those who cannot ask. */
  heldHashes(): ReadonlySet<string>
  holds(entry: Pick<ArticleEntry, 'id' | 'hash'>): boolean
  /** @returns False when the content is wanted and was left out. */
  take(fresh: FreshArticle): boolean
  /** How many articles are new, or another version of what was there before the run. */
  changes(): { readonly added: number; readonly changed: number }
}

export interface HoldingsOptions {
  readonly pipeline: string
  /** Ids of articles to be written anew, whatever is noted of them. */
  readonly damaged: ReadonlySet<string>
  readonly full: boolean
  readonly dryRun: boolean
}

export function createHoldings(
  target: Target,
  { pipeline, damaged, full, dryRun }: HoldingsOptions,
): Holdings {
  const written = new Map<string, string>()
  const upToDate = (id: string): string | null => {
    const state = target.articles.get(id)
    return state?.pipeline === pipeline && !full && !damaged.has(id) ? state.contentHash : null
  }
  const current = (id: string): string | null => written.get(id) ?? upToDate(id)

  return {
    isHeld: (id, contentHash) => upToDate(id) === contentHash,
    heldHashes() {
      const hashes = new Set<string>()
      for (const id of target.articles.keys()) {
        const hash = upToDate(id)
        if (hash !== null) hashes.add(hash)
      }
      return hashes
    },
    holds: ({ id, hash }) => current(id)?.slice(0, entryHashLength) === hash,
    take({ entry: { id }, contentHash, content }) {
      if (current(id) === contentHash) return true
      if (content === null) return false
      written.set(id, contentHash)
      if (!dryRun) target.put(content.article, contentHash, content.passages)
      return true
    },
    changes() {
      let added = 0
      let changed = 0
      for (const [id, contentHash] of written) {
        if (!target.articles.has(id)) added += 1
        else if (upToDate(id) !== contentHash) changed += 1
      }
      return { added, changed }
    },
  }
}
