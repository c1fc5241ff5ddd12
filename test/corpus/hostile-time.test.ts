import { describe, expect, it } from 'vitest'
import { assembleArticle } from '../../core/corpus/assemble-article.ts'
import { emptyDraft } from '../../core/corpus/draft.ts'
import { draftFromHtml } from '../../core/corpus/formats/html.ts'
import { draftsFromJson } from '../../core/corpus/formats/json.ts'
import { draftFromMarkdown } from '../../core/corpus/formats/markdown.ts'
import { draftFromPlainText } from '../../core/corpus/formats/plain-text.ts'
import { splitPassages } from '../../core/corpus/index.ts'
import { analyse, identifyLanguage, sentences } from '../../core/language/index.ts'

const readers: Readonly<Record<string, (text: string) => unknown>> = {
  'plain text': draftFromPlainText,
  Markdown: draftFromMarkdown,
  'front matter': (text) => draftFromMarkdown(`---\n${text}\n---\nx`),
  HTML: draftFromHtml,
  JSON: (text) => draftsFromJson(JSON.stringify({ text, lead: text, title: text, date: text })),
  'the cleaner and the finders': (text) => {
    const found = { value: text, by: 'field' } as const
    const draft = {
      ...emptyDraft,
      text,
      lead: text,
      title: found,
      publishedAt: found,
      language: found,
    }
    return assembleArticle(draft, { sidecar: {}, fallbackId: 'x' })
  },
  'the sentence splitter': (text) => sentences(text, 'ar'),
  'the passage splitter': (text) => splitPassages({ text, language: 'en' }),
  'the analyser': (text) => analyse(text, 'fa'),
  'the language finder': identifyLanguage,
}

const units = [
  ...`a| |\n|\t|.|…|"|“|«|[|](|![|-|#|*|_|\`|~|>|<|&|&#|1|1,|1.|\\|م.|ـ|\u064e|\u0301|\u200c|\ufffd|?|ط§|Ø|Ã`.split(
    '|',
  ),
  ...'- a\n|---x\n|# # |> > |<b x="|</|<!--|<svg a="|<p>a|<a href=x>|<s>|«a». |"a". |. a|A. |U.S. |1.1.'.split(
    '|',
  ),
  ...'12:30 |www.a |می |ها |وال|ةا |التالي\n|اقرأ أيضاً\n|Read also: |[1|5 مارس |به گزارش '.split(
    '|',
  ),
  '|',
  '| - ',
  `${'-'.repeat(1900)}x\n`,
  `# ${' '.repeat(1900)}x\n`,
  `a${' '.repeat(1900)}`,
]

/** Parsers of pages take ten times as long for each character as the rest does. */
const lengthFor = (name: string): number => (name === 'HTML' ? 6_000 : 50_000)

function repeated(unit: string, length: number): string {
  return `${unit.repeat(Math.ceil(length / unit.length)).slice(0, length)}x`
}

/** Of the processor, on this thread, in milliseconds. */
function timeOf(read: (text: string) => unknown, text: string): number {
  const before = process.threadCpuUsage()
  read(text)
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / 1000
}

/** What is done sooner says nothing of how it grows. */
const negligibleMs = 60
/** A hundred thousand characters that take so long hold a reader up, in proportion or not. */
const unbearableMs = 5_000
/** A busy machine only ever adds to a time: the least of some counts. */
const maxRuns = 8

function isInProportion(read: (text: string) => unknown, unit: string, length: number): boolean {
  let [less, more] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (let run = 0; run < maxRuns; run += 1) {
    more = Math.min(more, timeOf(read, repeated(unit, 2 * length)))
    if (more < negligibleMs) return true
    if (more > unbearableMs) return false
    less = Math.min(less, timeOf(read, repeated(unit, length / 2)))
    // Of four times the text; with its square it would be 16 times.
    if (more < 9 * less) return true
  }
  return false
}

describe('text that was made to take long', () => {
  it.each(Object.entries(readers))(
    'takes %s at most in proportion to its length',
    { timeout: 240_000 },
    (name, read) => {
      const slow = units.filter((unit) => !isInProportion(read, unit, lengthFor(name)))
      expect(slow).toEqual([])
    },
  )
})
