import { useDirection } from '@mantine/core'
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { IntlProvider, useIntl } from 'react-intl'
import { type Digits, directionOf, type Language, languageFor, localeOf, type Messages } from '#kernel/languages.ts'

export type Preferences = {
  readonly language: Language
  readonly theme: 'system' | 'light' | 'dark'
  readonly digits: Digits
  readonly keys: boolean
}

type PreferencesHeld = { readonly preferences: Preferences; readonly prefer: (wish: Partial<Preferences>) => void }

const PreferencesContext = createContext<PreferencesHeld>({
  preferences: { language: 'en', theme: 'system', digits: 'latin', keys: true },
  prefer: () => {},
})

export function usePreferences(): PreferencesHeld {
  return useContext(PreferencesContext)
}

/** Holds language, theme, digits and keys: until sign-in as the browser wishes, then as the account says. */
export function PreferencesProvider({ children }: { children: (preferences: Preferences) => ReactNode }) {
  const [preferences, setPreferences] = useState<Preferences>(() => ({
    language: languageFor(navigator.language),
    theme: 'system',
    digits: 'latin',
    keys: true,
  }))
  const value = useMemo(
    () => ({
      preferences,
      prefer: (wish: Partial<Preferences>) => setPreferences((was) => ({ ...was, ...wish })),
    }),
    [preferences],
  )
  return <PreferencesContext value={value}>{children(preferences)}</PreferencesContext>
}

type TextSource = Readonly<Record<Language, () => Promise<{ readonly default: Messages }>>>

/** Loads the texts of every room in the language of the person; what is shown stays until they are there. */
export function TextProvider({ sources, children }: { sources: readonly TextSource[]; children: ReactNode }) {
  const { language, digits } = usePreferences().preferences
  const { setDirection } = useDirection()
  const [loaded, setLoaded] = useState<{ language: Language; messages: Messages } | null>(null)

  useEffect(() => {
    let isWanted = true
    void Promise.all(sources.map((source) => source[language]())).then((files) => {
      if (isWanted) setLoaded({ language, messages: Object.assign({}, ...files.map((file) => file.default)) })
    })
    return () => {
      isWanted = false
    }
  }, [sources, language])
  const shown = loaded?.language
  useEffect(() => {
    if (shown === undefined) return
    document.documentElement.lang = shown
    setDirection(directionOf(shown))
  }, [shown, setDirection])

  if (!loaded) return null
  return (
    <IntlProvider locale={localeOf(loaded.language, digits)} messages={loaded.messages} textComponent="span">
      {children}
    </IntlProvider>
  )
}

export type TextValues = Readonly<Record<string, string | number | null>>

export type Text = {
  (key: string, values?: TextValues): string
  has(key: string): boolean
}

/** The words for a key in the person's language. */
export function useText(): Text {
  const intl = useIntl()
  return useMemo(() => {
    const text = (key: string, values?: TextValues) =>
      intl.formatMessage({ id: key, defaultMessage: key }, values as Record<string, string | number>)
    return Object.assign(text, { has: (key: string) => key in intl.messages })
  }, [intl])
}
