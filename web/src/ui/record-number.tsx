import { UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import { useText } from '#kernel/text.tsx'
import '#ui/record-number.css'

/** A record number, always left to right. In a head it is a tag, and a click copies it. */
export function RecordNumber({ number, isTag = false }: { readonly number: string; readonly isTag?: boolean }) {
  const text = useText()
  const [isCopied, setCopied] = useState(false)
  if (!isTag)
    return (
      <bdi dir="ltr" className="sf-number">
        {number}
      </bdi>
    )
  const copy = async () => {
    await navigator.clipboard.writeText(number)
    setCopied(true)
    setTimeout(() => setCopied(false), 1_500)
  }
  return (
    <UnstyledButton
      className="sf-number sf-number-tag"
      title={text('ui.number.copy')}
      onClick={() => void copy().catch(() => setCopied(false))}
    >
      <bdi dir="ltr">{number}</bdi>
      <span aria-live="polite">{isCopied ? text('ui.number.copied') : ''}</span>
    </UnstyledButton>
  )
}
