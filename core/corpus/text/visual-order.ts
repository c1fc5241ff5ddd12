/**
 * Turns Arabic script back that stands in the order in which its letters lie on the page, left to right, as extractors
 * from PDF write it, and gives presentation forms their letters.
 *
 * In:   text with its line breaks.
 * Out:  the text in reading order, or null where its numbers cannot be told or its words stand in no order.
 * Cost: a look at two short samples; all of the text only where they are strange.
 *
 * Told by what no word does: begin with ة or ى, end with the article. Some extractors turn the numbers too; brackets,
 * years, leading noughts and capitals say which, and without them a number is not guessed.
 */

const sampleLength = 300
const wholeSample = 6000

export interface Ordered {
  readonly text: string
  readonly note: string | null
  readonly isTurned: boolean
}

/** @param isKnown - Whether what it belongs to was turned, so that a title needs no proof of its own. */
export function inReadingOrder(raw: string, isKnown = false): Ordered | null {
  const hasForms = forms.test(raw)
  const asItIs = { text: raw, note: null, isTurned: false }
  const isStrange = hasForms || isKnown || beginsWithStop.test(raw.slice(0, 2 * sampleLength))
  if (!isStrange && isPlainlyLogical(raw)) return asItIs
  const { visual, logical } = evidenceOf(withLetters(raw.slice(0, wholeSample)))
  if (isKnown ? visual >= logical : visual >= minEvidence && visual > logical) {
    const turned = turnedBack(raw)
    const note = 'text in visual order turned back'
    return turned === null ? null : { text: turned, note, isTurned: true }
  }
  if (standsOnItsHead(raw)) return null
  if (!hasForms) return asItIs
  return { text: withLetters(raw), note: 'presentation forms replaced', isTurned: false }
}

const minEvidence = 3
const beginsWithStop = /^\s{0,9}[.،؛؟]|\n[.،؛؟]/u
const edge = String.raw`(?<![\p{L}\p{M}])`
const end = String.raw`(?![\p{L}\p{M}])`
const logicalWord = new RegExp(
  `${edge}(?:[وفبكل]?ال\\p{L}{3,}|في|من|على|إلى|أن|إن|عن|مع|که|از|به|این|است|برای|های|شده|در|با|را|می|شد|کرد|بود|گفت|آن|خود)${end}`,
  'gu',
)
const visualWord = new RegExp(
  `${edge}(?:\\p{L}{3,}لا[وفبكل]?|يف|نم|ىلع|ىلإ|نأ|نإ|نع|عم|هک|زا|هب|نیا|تسا|یارب|یاه|هدش|رد|اب|ار|یم|دش|درک|دوب|تفگ|نآ|دوخ|[ةى]\\p{L}{2,})${end}`,
  'gu',
)

interface Evidence {
  readonly visual: number
  readonly logical: number
}

function evidenceOf(text: string): Evidence {
  const plain = text.replaceAll(/[\u064b-\u0652ـ]/gu, '')
  return {
    visual: plain.match(visualWord)?.length ?? 0,
    logical: plain.match(logicalWord)?.length ?? 0,
  }
}

/** Beginnings of words that are hardly ever the ends of others, read from behind. */
const beginnings = /[\s«"(](?:[وبف]?ال|(?:في|من|على|إلى|از|به|در|که|این)\s)/gu

/** True where two samples say so, or there is hardly any Arabic script. */
function isPlainlyLogical(text: string): boolean {
  const middle = Math.max(sampleLength, Math.floor(text.length / 2))
  const samples = [text.slice(0, sampleLength), text.slice(middle, middle + sampleLength)]
  return samples.every((sample) => {
    if (!/[\u0621-\u064a]{2}/u.test(sample)) return true
    if ((sample.match(beginnings)?.length ?? 0) >= 2) return true
    const { visual, logical } = evidenceOf(sample)
    return visual === 0 || logical > 3 * visual
  })
}

function turnedBack(raw: string): string | null {
  const lines = raw.split('\n')
  const isVisual = lines.map((line) => {
    const { visual, logical } = evidenceOf(withLetters(line))
    return /[\u0600-\u06ff\ufb50-\ufdff\ufe70-\ufefc]/u.test(line) && visual + 1 >= logical
  })
  const turning = lines.filter((_, at) => isVisual[at])
  const order = runOrder(turning)
  if (order === null) return null
  const turned = lines.map((line, at) => {
    if (!isVisual[at]) return withLetters(line)
    return withLetters(order === 'turned' ? reversed(line) : reversedButRuns(line))
  })
  const text = turned.join('\n')
  const { visual, logical } = evidenceOf(text)
  return logical >= visual ? text : null
}

function reversed(line: string): string {
  return Array.from(line).toReversed().join('')
}

/** Numbers and Latin words keep their order, and brackets, which are drawn turned, are turned. */
function reversedButRuns(line: string): string {
  return (
    reversed(line)
      .replaceAll(/[A-Za-z\d]+(?:[ .,:/'’&@+_-]{1,2}[A-Za-z\d]+)*%?/gu, (run) =>
        /[A-Za-z]/u.test(run) ? reversed(run) : run.split(' ').map(reversed).join(' '),
      )
      .replaceAll(/[٠-٩۰-۹]+(?:[.,:/٫٬-][٠-٩۰-۹]+)*[%٪]?/gu, reversed)
      .replaceAll(/[()[\]{}«»<>]/gu, (bracket) => mirrored[bracket]!)
      // A mark was drawn over its letter, and may have been written before it.
      .replaceAll(/(?<![\p{L}\p{M}])(\p{M}+)(\p{L})/gu, '$2$1')
  )
}

const mirrored: Readonly<Record<string, string>> = {
  '(': ')',
  ')': '(',
  '[': ']',
  ']': '[',
  '{': '}',
  '}': '{',
  '«': '»',
  '»': '«',
  '<': '>',
  '>': '<',
}

/** Whether numbers and Latin words were turned with the rest; null when there are some and it cannot be told. */
function runOrder(lines: readonly string[]): 'turned' | 'kept' | null {
  let [turned, kept, runs] = [0, 0, 0]
  const year = /^(?:19|20|13|14)\d\d$/u
  for (const line of lines) {
    for (const [run] of line.matchAll(/\p{Nd}+(?:[.,:/٫٬]\p{Nd}+)+|\p{Nd}{2,}|[A-Za-z]{3,}/gu)) {
      const other = reversed(run)
      if (run === other) continue
      runs += 1
      const [digits, turnedDigits] = [westernDigits(run), westernDigits(other)]
      if (/^[A-Za-z]/u.test(run)) {
        if (/^[A-Z][a-z]+$/u.test(run)) kept += 1
        else if (/^[a-z]+[A-Z]$/u.test(run)) turned += 1
      } else if (year.test(digits) !== year.test(turnedDigits)) {
        if (year.test(digits)) kept += 1
        else turned += 1
      } else if (/^0\d/u.test(digits) !== /^0\d/u.test(turnedDigits)) {
        if (/^0\d/u.test(digits)) turned += 1
        else kept += 1
      } else if (
        /^\d{1,3}(?:[,.]\d{3})+$/u.test(digits) !== /^\d{1,3}(?:[,.]\d{3})+$/u.test(turnedDigits)
      ) {
        if (/^\d{1,3}(?:[,.]\d{3})+$/u.test(digits)) kept += 1
        else turned += 1
      }
    }
    kept += line.match(/\([^()]*\)|«[^«»]*»/gu)?.length ?? 0
    turned += line.match(/\)[^()]*\(|»[^«»]*«/gu)?.length ?? 0
  }
  if (turned > 3 * kept) return 'turned'
  if (kept > 3 * turned) return 'kept'
  return runs === 0 ? 'turned' : null
}

function westernDigits(number: string): string {
  return number.replaceAll(/[٠-٩۰-۹]/gu, (digit) => String(digit.codePointAt(0)! % 16))
}

/** Words in their letters' order and in no other: most lines begin with the stop that ends a sentence. */
function standsOnItsHead(text: string): boolean {
  if (!/^\s*[.،؛؟][\p{Script=Arabic}\p{Nd}]/mu.test(text)) return false
  const lines = text
    .split('\n')
    .filter((line) => /\p{Script=Arabic}/u.test(line) && (line.match(/\S+/gu)?.length ?? 0) >= 4)
  const strange = lines.filter((line) => /^\s*[.،؛؟][\p{Script=Arabic}\p{Nd}]/u.test(line))
  return strange.length > lines.length / 2
}

/** Letters as they are drawn in one place of a word, and their ligatures; not the signs that are words. */
const forms = /[\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdcf\ufe70-\ufefc]/u
const allForms = new RegExp(forms.source, 'gu')

function withLetters(text: string): string {
  return forms.test(text)
    ? text.replaceAll(allForms, (form) => form.normalize('NFKC').trimStart())
    : text
}
