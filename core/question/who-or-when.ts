/**
 * Who or when: Persian writes «کی» for both; what stands beside it tells which.
 *
 * In:   folded words, the index of one of them, the table's entry or none.
 * Out:  both where either may be meant, the likelier first: «کی مراکش پرتغال را برد»; none where the word is another one.
 */
import { foldedWords } from '../language/folded-words.ts'
import type { WhoOrWhen } from '../language/tables/language-table.ts'

export function whoOrWhen(
  words: readonly string[],
  at: number,
  entry: WhoOrWhen | undefined,
): readonly ('who' | 'when')[] {
  if (entry === undefined || words[at] !== foldedWords(entry.word)[0]) return []
  const [before = '', behind = ''] = [words[at - 1], words[at + 1]]
  const holds = (list: readonly string[]): boolean => words.some((word) => has(list, word))
  const hasObject = holds(entry.objectMarks)
  // «از کی» is a giver where something is taken, else a beginning.
  if (has(entry.whenBehind, before)) return hasObject && holds(entry.deeds) ? ['who'] : ['when']
  if (has(entry.whoBehind, before) || has(entry.whoBefore, behind)) return ['who']
  if (hasObject && holds(entry.deeds)) {
    const mark = words.findIndex((word) => has(entry.objectMarks, word))
    // Of two words before the mark one may be who did it.
    return at === 0 && mark > 2 ? ['who', 'when'] : ['who']
  }
  return holds(entry.persons) ? ['who'] : ['when']
}

function has(list: readonly string[], word: string): boolean {
  return list.flatMap(foldedWords).includes(word)
}
