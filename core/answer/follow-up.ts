/**
 * Follow-ups: reads a question that leans on the one before it («ومتى؟», "and who was with him?").
 *
 * In:   a question with its conversation, or without.
 * Out:  the text to search for, what is asked, and an order of evidence that prefers the articles cited before.
 *
 * Only a question that says too little alone leans: a new topic starts clean.
 */
import type { LanguageCode } from '../article.ts'
import { analyse, identifyLanguage, type Token } from '../language/index.ts'
import type { Conversation, Evidence, Question } from '../question.ts'
import { askedBy, askingWords, type Asked } from './asked.ts'
import { maxQuestionCharacters } from './check-question.ts'
import { foldedWords } from './folded-words.ts'
import { isToTheBot } from './to-the-bot.ts'

export interface ResolvedQuestion {
  readonly text: string
  readonly language: LanguageCode
  readonly asked: Asked
  readonly preferred: (evidence: readonly Evidence[]) => readonly Evidence[]
}

/** What an article cited just before is preferred by. */
const preference = 1.25

export function resolveFollowUp({ text, language, conversation }: Question): ResolvedQuestion {
  if (conversation === undefined || !leans(text, language)) {
    return { text, language, asked: askedBy(text), preferred: (evidence) => evidence }
  }
  const own = askedBy(text)
  const topic = topicOfAll(conversation.previousQuestion)
  const cited = new Set(conversation.citedArticleIds)
  return {
    text: `${text} ${topic}`,
    language,
    // "And who was with him?" after "when did he come?" asks for a person; "and in Damascus?" for a day again.
    asked: own.kind === 'thing' ? askedBy(topic) : own,
    preferred: (evidence) =>
      evidence
        .map((item) =>
          cited.has(item.passage.articleId)
            ? { ...item, score: Math.min(1, item.score * preference) }
            : item,
        )
        .toSorted((a, b) => b.score - a.score),
  }
}

/** What the next question may lean on: of a follow-up, its own words with those it leant on itself. */
export function topicOf(text: string, conversation: Conversation | undefined): string {
  const line = text.trim().replaceAll(/\s*\n\s*/gu, ' ')
  return conversation === undefined
    ? line
    : onTopic(line, topicOfAll(conversation.previousQuestion))
}

/** Of questions a line each, the oldest first: each may have leant on the one before. */
function topicOfAll(questions: string): string {
  const [first = '', ...rest] = questions.split('\n')
  return rest.reduce((topic, question) => onTopic(question, topic), first)
}

function onTopic(text: string, topic: string): string {
  if (isToTheBot(text)) return topic
  const language = identifyLanguage(text)
  if (!leans(text, language)) return text
  if (contentOf(text, language).length === 0) return topic
  const both = `${text} ${topic}`
  return both.length > maxQuestionCharacters ? topic : both
}

function contentOf(text: string, language: LanguageCode): readonly Token[] {
  return analyse(text, language).filter(
    ({ stop, surface }) => !stop && !askingWords.has(surface) && !pronouns.has(surface),
  )
}

function leans(text: string, language: LanguageCode): boolean {
  if (isToTheBot(text)) return false
  const content = contentOf(text, language)
  if (content.length === 0) return true
  const words = foldedWords(text)
  return (
    content.length <= 2 && (openers.has(words[0] ?? '') || words.some((word) => pronouns.has(word)))
  )
}

const openers = new Set(
  foldedWords(
    'و وماذا ومتى وأين ومن ولماذا وكم وهل وكيف وفي وعن ومع وإلى وعلى and what about then so ve peki а и et',
  ),
)
const pronouns = new Set(
  foldedWords(
    `معه معها معهم عنه عنها به بها له لها ذلك هذا هذه هناك بعدها قبلها او آن اش آنها آنجا همین این وی
    he she him her his it they them that there this then those onun ona o bunu он она его её их там il elle lui leur cela`,
  ),
)
