/** The plan of a question as people read it: a line a term. */
import type { PlanDocument } from '../../core/question/plan-document.ts'

const mostForms = 8

export function planTable({
  text,
  language,
  asked,
  topic,
  preferred,
  terms,
}: PlanDocument): string {
  const { kinds, order, dimension, several } = asked
  const wishes = [...kinds, order, dimension, several ? 'several' : null].filter(Boolean)
  return [
    `read as     ${text}`,
    `language    ${language}`,
    `asks        ${wishes.join(', ')}`,
    `carried     ${topic === null ? 'nothing' : topic.previous}`,
    ...(preferred.length > 0 ? [`prefers     ${preferred.join(', ')}`] : []),
    ...terms.map(({ written, kind: own, weight, df, marks, forms, synonyms }) => {
      const shown = [...forms.slice(0, mostForms), ...(forms.length > mostForms ? ['…'] : [])]
      const same = synonyms.length === 0 ? '' : `  synonyms: ${synonyms.join(', ')}`
      const roles = [own, ...marks].join(', ')
      return `${written}  [${roles}]  weight ${weight}  df ${df}  ${shown.join(' · ')}${same}`
    }),
  ].join('\n')
}
