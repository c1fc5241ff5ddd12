/**
 * Finds the outlet where a text states it as such: a source line, a credit beside "agencies", an agency in the
 * dateline, or «به گزارش …» at its very beginning. A name that is merely mentioned is no statement.
 *
 * Out: the name, and the line when it says nothing else, so that the line need not stand in the text too.
 */
import type { KeptLine } from '../cleaning/clean-lines.ts'

export interface StatedOutlet {
  readonly name: string
  /** The line, when the whole of it is the statement. */
  readonly line: KeptLine | null
}

interface Statement {
  /** With a group `name`. */
  readonly pattern: RegExp
  readonly where: 'anywhere' | 'edge' | 'head'
  readonly wholeLine: boolean
}

const agencies = '(?:ال)?وكالات(?: الأنباء)?|متابعات|خاص|agencies|wires|خبرگزاری‌?\\s?ها'

const statements: readonly Statement[] = [
  {
    // المصدر: RT
    pattern:
      /^\s*[[(«]?(?:المصدر|مصدر الخبر|منبع|منبع خبر|source)\s*[:：]\s*(?<name>[^.؛;!?؟]{2,60}?)[\])»]?\s*\.?$/iu,
    where: 'edge',
    wholeLine: true,
  },
  {
    // ليفانت نيوز_ وكالات
    pattern: new RegExp(
      String.raw`^\s*[(\[]?(?<name>[^.،,:؛;!?؟_/|+–—-]{2,40}?)\s*[_/|+–—-]\s*(?:${agencies})\s*[)\]]?\s*$`,
      'iu',
    ),
    where: 'edge',
    wholeLine: true,
  },
  {
    // دمشق (رويترز) - قال …
    pattern:
      /^[\p{L}\p{M}\s]{2,30}[،,]?\s?(?:\d{1,2} \p{L}{3,12}\s?)?\((?<name>[\p{L}][\p{L}\p{M}\s.'-]{1,30})\)\s?[-–—:]\s/u,
    where: 'head',
    wholeLine: false,
  },
  {
    // به گزارش جام جم آنلاین ، سخنگوی …
    pattern:
      /^به گزارش\s+(?!این\s|آن\s|همین\s|روابط\s|رسانه|منابع|برخی|وی\s)(?:خبرنگار\s+(?=\S))?(?<name>(?:[^\s،,:؛;.«»"()]+\s+){0,4}?[^\s،,:؛;.«»"()]+)\s*(?:[،,:؛;]|\s(?:و\s)?به نقل از\s)/u,
    where: 'head',
    wholeLine: false,
  },
]

const generic =
  /^(?:(?:ال)?وكالات(?: الأنباء)?|وكالة|agencies|agency|خبرگزاری(?:‌?\s?ها)?|خبرنگار|متابعات|خاص|صحف|مواقع|الإنترنت|اینترنت|internet|web|various|https?:.*|www\..*|\d+)$/iu

const edgeLines = 3

/** @param lines - Of the cleaned text. */
export function findOutlet(lines: readonly KeptLine[]): StatedOutlet | null {
  for (const { pattern, where, wholeLine } of statements) {
    const positions = [...lines.keys()].filter(
      (at) => at === 0 || (where === 'edge' && (at < edgeLines || at >= lines.length - edgeLines)),
    )
    // The later of two credits stands under the text it speaks of.
    for (const at of positions.toReversed()) {
      const line = lines[at]!
      const name = nameIn(pattern.exec(line.text.slice(0, 200)))
      if (name !== null && (!wholeLine || line.text.length <= 100))
        return { name, line: wholeLine ? line : null }
    }
  }
  return null
}

function nameIn(match: RegExpExecArray | null): string | null {
  const name = match?.groups?.['name']
    ?.trim()
    .replace(/^["'«“]+|["'»”]+$/gu, '')
    .trim()
  if (name === undefined || name.length < 2 || generic.test(name) || !/\p{L}/u.test(name))
    return null
  return name
}
