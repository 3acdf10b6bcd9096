import { Link } from '@tanstack/react-router'
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'

export type Crumb = { readonly words: string; readonly to?: string }

type CrumbsHeld = { readonly crumbs: readonly Crumb[]; readonly set: (crumbs: readonly Crumb[]) => void }

const CrumbsContext = createContext<CrumbsHeld>({ crumbs: [], set: () => {} })

export function CrumbsProvider({ children }: { children: ReactNode }) {
  const [crumbs, set] = useState<readonly Crumb[]>([])
  const value = useMemo(() => ({ crumbs, set }), [crumbs])
  return <CrumbsContext value={value}>{children}</CrumbsContext>
}

/** Says to the top bar where this screen stands; the last crumb is the screen itself. */
export function useCrumbs(...crumbs: readonly Crumb[]): void {
  const { set } = useContext(CrumbsContext)
  const key = JSON.stringify(crumbs)
  useEffect(() => set(JSON.parse(key)), [key, set])
}

export function Crumbs() {
  const { crumbs } = useContext(CrumbsContext)
  return (
    <nav className="sf-crumbs" aria-label="breadcrumb">
      {crumbs.map((crumb, place) => {
        const isLast = place === crumbs.length - 1
        return (
          <span key={crumb.words} className="sf-row" style={{ minWidth: 0 }}>
            {place > 0 && <span aria-hidden="true">/</span>}
            {isLast || crumb.to === undefined ? (
              <span {...(isLast ? { 'aria-current': 'page' as const } : {})}>{crumb.words}</span>
            ) : (
              <Link to={crumb.to}>{crumb.words}</Link>
            )}
          </span>
        )
      })}
    </nav>
  )
}
