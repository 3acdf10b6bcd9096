import { SegmentedControl } from '@mantine/core'
import type { Draft } from '#kernel/draft.ts'
import { useText } from '#kernel/text.tsx'
import type { Form } from '#tracing/form.ts'

type SilenceProps = { readonly draft: Draft<Form>; readonly field: keyof Form }

const kinds = ['unknown', 'not_asked'] as const

/** Why a field is empty: the enquirer does not know, or nobody asked. They are not the same (domain/03). */
export function Silence({ draft, field }: SilenceProps) {
  const text = useText()
  const { content, change } = draft
  if (content[field] !== '' && content[field] !== null) return null
  const choose = (next: string) => {
    const kind = kinds.find((one) => one === next)
    const others = Object.fromEntries(Object.entries(content.silence).filter(([name]) => name !== field))
    change({ silence: kind ? { ...others, [field]: kind } : others })
  }
  return (
    <SegmentedControl
      size="xs"
      aria-label={text('tracing.silence.of', { field: text(`tracing.field.${field}`) })}
      value={content.silence[field] ?? ''}
      onChange={choose}
      data={[
        { value: '', label: text('tracing.silence.none') },
        ...kinds.map((one) => ({ value: one, label: text(`tracing.silence.${one}`) })),
      ]}
    />
  )
}
