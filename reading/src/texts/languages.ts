import type { LanguageTable } from './language.ts'
import { english } from './languages/en.ts'

/** The languages that are read, one table each. */
export const tables: readonly LanguageTable[] = [english]
