/**
 * Language tables: one typed table of words for each language that is read, and those of some of them folded.
 *
 * A seventh language is its table, one file or a folder, and a line here.
 */
import type { LanguageCode } from '../../article.ts'
import { ar } from './ar/index.ts'
import { en } from './en/index.ts'
import { fa } from './fa/index.ts'
import { fr } from './fr/index.ts'
import type { LanguageTable } from './language-table.ts'
import { ru } from './ru/index.ts'
import { tr } from './tr/index.ts'

export const languageTables = { ar, fa, en, tr, ru, fr } satisfies Readonly<
  Record<string, LanguageTable>
>

export type TableLanguage = keyof typeof languageTables

export const allTables: readonly LanguageTable[] = Object.values(languageTables)

export function tableOf(language: LanguageCode): LanguageTable | null {
  return Object.hasOwn(languageTables, language) ? languageTables[language as TableLanguage] : null
}
