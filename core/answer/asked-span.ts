/**
 * Asked-for span: the words of a sentence that are of the kind a question asks for.
 *
 * In:   what is asked, the sentence, and which of its tokens the question already holds.
 * Out:  spans of whole words of the sentence's text, in order; none when it holds nothing of the kind.
 *
 * A number that the question itself states is no answer to it, nor are kilometres to "how much did it cost". A year is
 * a number only when no other is there.
 */
import type { Span } from '../article.ts'
import type { Token } from '../language/index.ts'
import type { Asked, AskedKind } from '../question/asked.ts'
import { dateSpans } from './date-words.ts'
import { isMeasured } from './measure.ts'
import { nameSpans } from './name-words.ts'
import { numberSpans } from './number-words.ts'
import { reasonSpans } from './reason-words.ts'
import { wholeWords } from './whole-words.ts'

export interface SentenceWords {
  readonly text: string
  readonly tokens: readonly Token[]
  /** Whether the token is a word of the question. */
  readonly isAsked: (at: number) => boolean
}

export function askedSpans(
  asked: Pick<Asked, 'kinds' | 'dimension'>,
  sentence: SentenceWords,
): readonly Span[] {
  // Of two things asked at once either will do.
  const spans = asked.kinds.flatMap((kind) =>
    kind === undefined ? [] : spansOf(kind, asked.dimension, sentence),
  )
  return wholeWords(sentence.text, spans)
}

function spansOf(
  kind: AskedKind,
  dimension: Asked['dimension'],
  sentence: SentenceWords,
): readonly Span[] {
  switch (kind) {
    case 'how-many':
    case 'how-much':
    case 'age':
    case 'measure': {
      const spans = numberSpans(sentence)
      return dimension === null
        ? spans
        : spans.filter((span) => isMeasured(dimension, span, sentence))
    }
    case 'when': {
      return dateSpans(sentence)
    }
    case 'who':
    case 'where': {
      return nameSpans(sentence)
    }
    case 'why': {
      return reasonSpans(sentence)
    }
    case 'which':
    case 'what':
    case 'how':
    case 'yes-no':
    case 'topic': {
      return []
    }
    default: {
      return kind satisfies never
    }
  }
}
