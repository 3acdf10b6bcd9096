import type { ReactNode } from 'react'
import { useIntl } from 'react-intl'
import type { z } from 'zod'
import { PartialDate as SaidDateShape } from '@solferino/server/registry/contract'
import { useText } from '#kernel/text.tsx'
import { Facts } from '#ui/facts.tsx'
import { useWordOf } from '#ui/form-fields.tsx'
import { listOf, type Part, partsOf, recordOf } from '#ui/form-shape.ts'
import { PartialDate } from '#ui/partial-date.tsx'

type ShapeFactsProps = {
  readonly slice: string
  readonly schema: z.ZodObject
  readonly value: unknown
  readonly leftOut?: readonly string[]
}

/** A value by its schema, in the words of its form: what the form asked is what is shown. */
export function ShapeFacts({ slice, schema, value, leftOut = [] }: ShapeFactsProps) {
  return <PartsFacts slice={slice} parts={partsOf(schema, leftOut)} value={value} />
}

type PartsProps = { readonly slice: string; readonly parts: readonly Part[]; readonly value: unknown }

function PartsFacts({ slice, parts, value }: PartsProps) {
  const text = useText()
  const held = recordOf(value)
  return (
    <Facts
      facts={parts.map((part) => ({
        label: text(`${slice}.field.${part.name}`),
        value: <Value slice={slice} part={part} value={held[part.name]} />,
        isSilent: isSilent(held[part.name]),
      }))}
    />
  )
}

/** What nobody spoke of. */
function isSilent(value: unknown): boolean {
  return value === null || value === undefined || value === '' || value === false || isBlank(value)
}

function isBlank(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0
}

function Value({
  slice,
  part,
  value,
}: {
  readonly slice: string
  readonly part: Part
  readonly value: unknown
}): ReactNode {
  const text = useText()
  const intl = useIntl()
  const wordOf = useWordOf(slice)
  const { name, kind, parts } = part
  if (kind === 'group') return <PartsFacts slice={slice} parts={parts} value={value} />
  if (kind === 'groups')
    return (
      <ul className="sf-plain-list">
        {listOf(value).map((row, at) => (
          // eslint-disable-next-line react/no-array-index-key -- a row has its place and nothing else
          <li key={at}>
            <PartsFacts slice={slice} parts={parts} value={row} />
          </li>
        ))}
      </ul>
    )
  if (kind === 'lines' || kind === 'choices')
    return (
      <ul className="sf-plain-list">
        {listOf(value).map((one) => (
          <li key={String(one)}>
            <bdi dir="auto">{kind === 'choices' ? wordOf(name, String(one)) : String(one)}</bdi>
          </li>
        ))}
      </ul>
    )
  if (kind === 'date') {
    const date = SaidDateShape.safeParse(value).data
    return date ? <PartialDate date={date} /> : null
  }
  if (kind === 'yes') return text('ui.form.yes')
  const words = typeof value === 'string' ? value : ''
  if (kind === 'choice') return wordOf(name, words)
  if (kind === 'day') return intl.formatDate(`${words}T00:00:00Z`, { timeZone: 'UTC', dateStyle: 'medium' })
  return (
    <bdi dir="auto" className={kind === 'words' ? 'sf-said' : ''}>
      {words}
    </bdi>
  )
}
