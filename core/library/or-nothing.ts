/** What is read of an article; null for one that is withdrawn or damaged: nothing of it is shown. */
import { isDamagedArticle } from '../engine/damaged-article.ts'
import { isRawiError } from '../errors.ts'

export async function orNothing<T>(reading: Promise<T | null>): Promise<T | null> {
  try {
    return await reading
  } catch (error) {
    if (isDamagedArticle(error)) return null
    if (isRawiError(error) && error.code === 'ARTICLE_WITHDRAWN') return null
    throw error
  }
}
