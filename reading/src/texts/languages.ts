import { arabic } from './languages/ar.ts'
import { english } from './languages/en.ts'
import { french } from './languages/fr.ts'
import type { LanguageTable } from './languages/language.ts'
import { russian } from './languages/ru.ts'
import { ukrainian } from './languages/uk.ts'

/** The languages that are read, one table each. */
export const tables: readonly LanguageTable[] = [english, french, russian, ukrainian, arabic]
