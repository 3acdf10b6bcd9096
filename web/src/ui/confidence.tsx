import { useText } from '#kernel/text.tsx'

const bars = [1, 2, 3] as const

/** How sure a guess is, one to three bars. */
export function Confidence({ level }: { readonly level: number }) {
  const text = useText()
  return (
    <svg width="20" height="14" viewBox="0 0 20 14" role="img" aria-label={text('ui.confidence', { level })}>
      {bars.map((bar) => (
        <rect
          key={bar}
          x={(bar - 1) * 7}
          y={12 - bar * 4}
          width="5"
          height={2 + bar * 4}
          rx="1"
          fill={bar <= level ? 'var(--sf-ink)' : 'var(--sf-line)'}
        />
      ))}
    </svg>
  )
}
