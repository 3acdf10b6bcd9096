import { Link, useLocation } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { type Fill, StateRing } from '#ui/state-ring.tsx'
import '#ui/tabs.css'

export type StepTab = {
  readonly to: string
  readonly words: string
  readonly count?: number
  /** How far this step has come; without it the tab is no step. */
  readonly fill?: Fill
}

/** Parts of one matter, each under an address of its own. */
export function StepTabs({ label, tabs }: { readonly label: string; readonly tabs: readonly StepTab[] }) {
  const line = useRef<HTMLElement>(null)
  const { pathname } = useLocation()
  useEffect(() => {
    // On a phone the tabs are a line that scrolls: where one is must be seen.
    const here = [...(line.current?.querySelectorAll('a') ?? [])].find((link) => link.pathname === pathname)
    here?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [pathname])
  return (
    <nav ref={line} className="sf-tabline" aria-label={label}>
      {tabs.map(({ to, words, count, fill }) => (
        <Link key={to} to={to} activeOptions={{ exact: true, includeSearch: false }}>
          {fill === undefined ? words : <StateRing fill={fill}>{words}</StateRing>}
          {count !== undefined && <span className="sf-tab-count sf-figures">{count}</span>}
        </Link>
      ))}
    </nav>
  )
}
