import type { ReactNode } from 'react'

export type Tone = 'plain' | 'dashed' | 'attention' | 'serious' | 'settled' | 'accent'

export function Tag({ tone = 'plain', children }: { readonly tone?: Tone; readonly children: ReactNode }) {
  return (
    <span className="sf-tag" data-tone={tone}>
      {children}
    </span>
  )
}
