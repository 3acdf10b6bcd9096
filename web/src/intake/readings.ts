import type { Field, PreviewRow } from '@solferino/server/intake/contract'
import type { z } from 'zod'
import type { SaidDate } from '#ui/dates.ts'

type Content = NonNullable<z.infer<typeof PreviewRow>['content']>
type FieldName = z.infer<typeof Field>

/** What a cell was read as, where that says more than the cell itself. */
export type Reading =
  | { readonly kind: 'date'; readonly date: SaidDate }
  | { readonly kind: 'name'; readonly parts: readonly { readonly part: NamePart; readonly words: string }[] }
  | { readonly kind: 'sex'; readonly sex: 'female' | 'male' }
  | { readonly kind: 'status'; readonly status: NonNullable<Content['legalStatus']>['status'] }
  | { readonly kind: 'text'; readonly words: string }

export type NamePart = 'given' | 'patronymic' | 'father' | 'grandfather' | 'family'
const nameParts: readonly NamePart[] = ['given', 'patronymic', 'father', 'grandfather', 'family']
const events: Partial<Record<FieldName, readonly string[]>> = {
  captured: ['capture'],
  released: ['release', 'exchange', 'repatriation'],
  died: ['death', 'burial'],
  event: ['held', 'hospital', 'transfer', 'seen'],
}

/** How a cell of a column taken for `field` stands in the record; null where it was taken as it is written. */
export function readingOf(content: Content, field: FieldName | null, cell: string): Reading | null {
  const { description } = content
  if (field === 'born') return description.born && { kind: 'date', date: description.born }
  if (field === 'sex') return description.sex && { kind: 'sex', sex: description.sex }
  if (field === 'status') return content.legalStatus && { kind: 'status', status: content.legalStatus.status }
  if (field === 'age') return differing(description.age === null ? '' : String(description.age), cell)
  if (field === 'name') return nameReading(content)
  const kinds = field === null ? undefined : events[field]
  const on = kinds && content.events.find((one) => kinds.includes(one.kind))?.on
  return on ? { kind: 'date', date: on } : null
}

function nameReading({ description }: Content): Reading | null {
  const form = description.names.find((one) => nameParts.some((part) => one[part] !== null))
  if (!form) return null
  const parts = nameParts.flatMap((part) => {
    const words = form[part]
    return words === null ? [] : [{ part, words }]
  })
  return parts.length > 1 ? { kind: 'name', parts } : null
}

function differing(words: string, cell: string): Reading | null {
  return words === '' || words === cell.trim() ? null : { kind: 'text', words }
}
