/**
 * In order: does several things at a time, and hands on what came of them in the order in which they were begun.
 *
 * Nothing new is begun while as many as `width` says are under way or wait to be taken, so memory stays bounded however slow the taker.
 */

export async function* inOrder<Item, Result>(
  items: AsyncIterable<Item>,
  width: () => number,
  begin: (item: Item) => Promise<Result>,
): AsyncIterable<Result> {
  const begun: Promise<Result>[] = []
  for await (const item of items) {
    const result = begin(item)
    // It is awaited in its turn; until then its failure is nobody's.
    result.catch(() => undefined)
    begun.push(result)
    if (begun.length >= width()) yield await begun.shift()!
  }
  while (begun.length > 0) yield await begun.shift()!
}
