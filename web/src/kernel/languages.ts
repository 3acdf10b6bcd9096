export type Messages = Readonly<Record<string, string>>
export type Language = 'en' | 'ar'
export type Digits = 'latin' | 'arabic'

/** The languages whose texts are complete, each called as its readers call it. */
export const languages: readonly { readonly code: Language; readonly called: string }[] = [
  { code: 'en', called: 'English' },
  { code: 'ar', called: 'العربية' },
]

/** The language a wish can be met in: itself when its texts are complete, else English. */
export function languageFor(wished: string): Language {
  return languages.find((one) => one.code === wished.slice(0, 2))?.code ?? 'en'
}

export function directionOf(language: Language): 'ltr' | 'rtl' {
  return language === 'ar' ? 'rtl' : 'ltr'
}

/** The locale for dates and numbers. Latin digits are the default in Arabic, Arabic-Indic by choice. */
export function localeOf(language: Language, digits: Digits): string {
  if (language !== 'ar') return 'en-GB'
  return digits === 'arabic' ? 'ar-u-nu-arab' : 'ar-u-nu-latn'
}
