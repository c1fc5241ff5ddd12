/** English. */
import type { LanguageTable } from '../language-table.ts'
import { words } from '../words.ts'
import { asking, order } from './asking.ts'
import { measures, numbers } from './numbers.ts'
import { courtesies, followUps, leaning, reasons, requests } from './talk.ts'
import { times } from './times.ts'

export const en = {
  script: 'latin',
  quotationMarks: ['“', '”'],
  stopwords: words`
    a an the and or but if then else of in on at by for with about against between into through during before after above below
    to from up down out off over under again further once here there all any both each few more most other some such no nor not
    only own same so than too very can will just should now is am are was were be been being have has had having do does did doing
    i me my we our ours you your yours he him his she her hers it its they them their theirs this that these those as until while
    because would could may might must shall also s t d m re ve ll said says`,
  smallWords: {
    weight: 2,
    words: words`the of and is are was were did does do what who when where why how which in to for with by from has have that a an at on as
      not its it his her he she they we you i after over against under more than new says said will be been their this these about into no s`,
  },
  asking,
  order,
  numbers,
  measures,
  times,
  reasons,
  followUps,
  leaning,
  courtesies,
  requests,
} as const satisfies LanguageTable
