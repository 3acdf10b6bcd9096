import { IconSignature } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useText } from '#kernel/text.tsx'
import { useWaiting } from '#shell/waiting.ts'

export function Signatures() {
  const text = useText()
  const { toSign, mine } = useWaiting()
  if (toSign.length + mine.length === 0) return null
  return (
    <Link
      to="/signatures"
      className="sf-top-link"
      aria-label={text('kernel.signatures.count', { count: toSign.length })}
    >
      <IconSignature size={18} stroke={1.5} aria-hidden="true" />
      {toSign.length > 0 && <span className="sf-figures">{toSign.length}</span>}
    </Link>
  )
}
