import type { ReactNode } from 'react'

export type Fill = 0 | 1 | 2 | 3 | 'done' | 'dashed'

const quarters = [
  '',
  'M8 8V3.500A4.500 4.500 0 0 1 12.500 8Z',
  'M8 3.500A4.500 4.500 0 0 1 8 12.500Z',
  'M8 8V3.500A4.500 4.500 0 1 1 3.500 8Z',
]

/** A state: a ring that fills as a life goes on, and its word. */
export function StateRing({ fill, children }: { readonly fill: Fill; readonly children: ReactNode }) {
  return (
    <span className="sf-row" style={{ gap: 7 }}>
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" style={{ flex: 'none' }}>
        {fill === 'done' ? (
          <>
            <circle cx="8" cy="8" r="7" fill="var(--sf-settled)" />
            <path d="M4.800 8.300l2.200 2.200 4.200-4.600" fill="none" stroke="var(--sf-page)" strokeWidth="1.600" />
          </>
        ) : (
          <>
            <circle
              cx="8"
              cy="8"
              r="6.200"
              fill="none"
              stroke="currentColor"
              strokeWidth="1.500"
              strokeDasharray={fill === 'dashed' ? '2.400 2.400' : undefined}
            />
            {fill !== 'dashed' && fill > 0 && <path d={quarters[fill]} fill="currentColor" />}
          </>
        )}
      </svg>
      <span>{children}</span>
    </span>
  )
}
