/**
 * The names under which exports keep the parts of an article, each list with the surest name first.
 *
 * Names are compared without case and separators: `articleBody`, `article_body` and `ArticleBody` are one.
 */

const fields = {
  id: 'id _id guid uuid articleId docId postId newsId',
  title:
    'title headline heading subject articleTitle newsTitle postTitle webTitle عنوان العنوان تیتر',
  text: `fullText fullContent text body content articleBody mainText article bodyText contentText articleText
    articleContent newsText newsBody newsContent postContent storyBody storyText story contentHtml bodyHtml htmlContent
    htmlBody content:encoded html contents paragraphs message plainText textContent cleanText cleanedText rawText
    rawContent document passage post bodyMarkdown markdown متن متن_خبر نص النص نص_الخبر محتوا محتوى المحتوى`,
  lead: 'lead leadParagraph summary description excerpt standfirst abstract dek intro trailText لید خلاصه الملخص',
  source: `source outlet publisher sourceHostname sourceName siteName publication newspaper agency provider network
    newsAgency hostname sourceDomain domain website site منبع المصدر`,
  url: 'url link canonicalUrl permalink sourceUrl articleUrl webUrl originalUrl uri href',
  /** Where exports write an address that is known for one by its looks alone. */
  address: 'source guid id',
  publishedAt: `date publishedAt datePublished datePublish publishDate pubDate published publicationDate publishedDate
    publishedTime publishTime dateTime webPublicationDate postDate createdAt dateCreated created timestamp time تاریخ
    التاريخ تاريخ`,
  language: 'lang language inLanguage locale',
} as const satisfies Record<string, string>

/** Known to hold what is no text of an article, however many words it has. */
const others = `author authors creator byline bio authorBio keywords tags categories category section comments comment
  caption imageCaption alt imageAlt credit copyright license rights subtitle aboveTitle kicker images image media related
  highlights metadata meta error categoryName attachments links breadcrumb breadcrumbs seo`

export type FieldName = keyof typeof fields

/** Values of a record by name: as written, and as they compare. */
export interface RecordFields {
  /** What is picked first of the values under the field's names, the surest first. */
  first<Picked>(field: FieldName, pick: (value: unknown) => Picked | null): Picked | null
  /** What stands under names that are not known. */
  unknown(): readonly (readonly [name: string, value: unknown])[]
  /** Whether a text's name is there with nothing under it. */
  hasEmptyText(): boolean
  readonly names: readonly string[]
}

/** The same names come with every record. */
const plainNames = new Map<string, string>()
const maxKept = 1000

function plainName(name: string): string {
  const kept = plainNames.get(name)
  if (kept !== undefined) return kept
  const plain = name
    .slice(0, 100)
    .toLowerCase()
    .replaceAll(/[\s_.:-]+/gu, '')
  if (plainNames.size < maxKept) plainNames.set(name, plain)
  return plain
}

const namesOf = new Map(
  Object.entries(fields).map(([field, names]) => [field, names.split(/\s+/u).map(plainName)]),
)
const known = new Set([...namesOf.values(), others.split(/\s+/u).map(plainName)].flat())

/** For people: the names that a text is read from. */
export const textNames: readonly string[] = fields.text.split(/\s+/u)

/** Only a record's own fields are read, so `__proto__` and `constructor` are names like any other. */
export function fieldsOf(record: object): RecordFields {
  const entries = Object.entries(record)
  const values = new Map<string, unknown>()
  for (const [name, value] of entries) {
    const plain = plainName(name)
    const isNothing = value === null || value === ''
    if (!isNothing && !values.has(plain)) values.set(plain, value)
  }
  return {
    first(field, pick) {
      for (const name of namesOf.get(field)!) {
        const value = values.get(name)
        const picked = value === undefined ? null : pick(value)
        if (picked !== null) return picked
      }
      return null
    },
    unknown: () => entries.filter(([name]) => !known.has(plainName(name))),
    hasEmptyText: () =>
      entries.some(([name, value]) => {
        const isText = namesOf.get('text')!.includes(plainName(name))
        return isText && (typeof value === 'string' || value === null || Array.isArray(value))
      }),
    names: entries.map(([name]) => name),
  }
}
