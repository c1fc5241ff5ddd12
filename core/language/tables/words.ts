/** Words of a table, written as writers spell them, blanks or line ends between them. */
export function words(list: TemplateStringsArray): readonly string[] {
  return (list[0] ?? '').trim().split(/\s+/u)
}
