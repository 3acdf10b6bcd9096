import { useLocation, useNavigate, useSearch } from '@tanstack/react-router'

export type Filter = Readonly<Record<string, string>>

/**
 * The filter of a list, kept in the address so that it can be passed on and gone back to. Only ids and words of the
 * house stand there, never what somebody typed of a person.
 */
export function useFilter(): readonly [Filter, (change: Readonly<Record<string, string | null>>) => void] {
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  const filter: Filter = Object.fromEntries(
    Object.entries(search).flatMap(([key, value]) => (typeof value === 'string' ? [[key, value] as const] : [])),
  )
  const change = (next: Readonly<Record<string, string | null>>) => {
    const kept = Object.entries({ ...filter, ...next }).filter(([, value]) => value !== null && value !== '')
    void navigate({ to: pathname, search: Object.fromEntries(kept), replace: true })
  }
  return [filter, change]
}

/** What of a filter is one of these words; undefined for anything else that may stand in an address. */
export function oneOf<Word extends string>(words: readonly Word[], value: string | undefined): Word | undefined {
  return words.find((one) => one === value)
}
