import { Button, Checkbox, MultiSelect, Select, Textarea } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useText } from '#kernel/text.tsx'
import { Choice, DayLine, Line, PartialDateLine, Words } from '#ui/fields.tsx'
import { emptyParts, groupOf, linesOf, type Part, type Typed, type TypedGroup } from '#ui/form-shape.ts'
import '#ui/form-fields.css'

/** What can be chosen where a schema only knows the form of an id: the entries of this room, each by its words. */
export type Options = Readonly<Record<string, readonly { readonly value: string; readonly label: string }[]>>

type FormFieldsProps = {
  readonly slice: string
  readonly parts: readonly Part[]
  readonly typed: TypedGroup
  readonly change: (name: string, next: Typed) => void
  readonly options?: Options
  /** Fields at which something is missing or wrong, once it was asked for. */
  readonly lacking?: readonly string[]
}

/** The word of a choice: `<slice>.word.<field>.<word>` where a field has its own, else `<slice>.word.<word>`. */
export function useWordOf(slice: string): (field: string, word: string) => string {
  const text = useText()
  return (field, word) => {
    const own = `${slice}.word.${field}.${word}`
    return text(text.has(own) ? own : `${slice}.word.${word}`)
  }
}

/** The fields of a form in the order of its schema: `<slice>.field.<name>`, with `<slice>.hint.<name>` below where there is one. */
export function FormFields({ slice, parts, typed, change, options = {}, lacking = [] }: FormFieldsProps) {
  return (
    <div className="sf-form">
      {parts.map((part) => (
        <Field
          key={part.name}
          slice={slice}
          part={part}
          typed={typed[part.name] ?? ''}
          change={(next) => change(part.name, next)}
          options={options}
          lacking={lacking}
        />
      ))}
    </div>
  )
}

type FieldProps = {
  readonly slice: string
  readonly part: Part
  readonly typed: Typed
  readonly change: (next: Typed) => void
  readonly options: Options
  readonly lacking: readonly string[]
}

function Field(props: FieldProps) {
  const { part } = props
  if (part.kind === 'group') return <GroupField {...props} />
  if (part.kind === 'groups') return <RowsField {...props} />
  if (props.options[part.name] !== undefined || part.kind === 'choices') return <ChosenField {...props} />
  return <PlainField {...props} />
}

function PlainField({ slice, part, typed, change, lacking }: FieldProps) {
  const text = useText()
  const wordOf = useWordOf(slice)
  const value = typeof typed === 'string' ? typed : ''
  const { name, kind, isRequired, lengthMax, options } = part
  const label = text(`${slice}.field.${name}`)
  const hint = text.has(`${slice}.hint.${name}`) ? { hint: text(`${slice}.hint.${name}`) } : {}
  const error = lacking.includes(name) ? text('ui.form.missing') : null
  const shared = { label, value, change, isRequired, error, ...hint }
  if (kind === 'day') return <DayLine {...shared} />
  if (kind === 'date') return <PartialDateLine {...shared} />
  if (kind === 'words') return <Words {...shared} lengthMax={lengthMax} />
  if (kind === 'yes')
    return (
      <Checkbox
        label={label}
        description={hint.hint}
        checked={value === 'yes'}
        onChange={(event) => change(event.currentTarget.checked ? 'yes' : '')}
      />
    )
  if (kind === 'choice')
    return (
      <Choice
        {...shared}
        options={options}
        words={(word) => wordOf(name, word)}
        value={value === '' ? null : value}
        change={(next) => change(next ?? '')}
        {...(isRequired ? {} : { none: text('ui.form.none') })}
      />
    )
  if (kind === 'lines')
    return (
      <Textarea
        label={label}
        description={hint.hint ?? text('ui.form.lines')}
        dir="auto"
        autosize
        minRows={1}
        maxLength={lengthMax}
        withAsterisk={isRequired}
        error={error}
        value={value}
        onChange={(event) => change(event.currentTarget.value)}
      />
    )
  return <Line {...shared} />
}

/** One or several of what is there already, or of a few words; `<slice>.field.<name>.chosen` where choosing has its own word. */
function ChosenField({ slice, part, typed, change, options, lacking }: FieldProps) {
  const text = useText()
  const wordOf = useWordOf(slice)
  const { name, kind, isRequired } = part
  const data = options[name] ?? part.options.map((value) => ({ value, label: wordOf(name, value) }))
  const value = typeof typed === 'string' ? typed : ''
  const shared = {
    label: text(text.has(`${slice}.field.${name}.chosen`) ? `${slice}.field.${name}.chosen` : `${slice}.field.${name}`),
    data: [...data],
    withAsterisk: isRequired,
    error: lacking.includes(name) ? text('ui.form.missing') : null,
    nothingFoundMessage: text('ui.form.nothing'),
    placeholder: text('ui.form.none'),
    clearable: !isRequired,
    clearButtonProps: { 'aria-label': text('ui.form.none') },
    ...(text.has(`${slice}.hint.${name}`) ? { description: text(`${slice}.hint.${name}`) } : {}),
  }
  if (kind === 'lines' || kind === 'choices')
    return <MultiSelect {...shared} value={linesOf(value)} onChange={(next) => change(next.join('\n'))} />
  return <Select {...shared} value={value === '' ? null : value} onChange={(next) => change(next ?? '')} />
}

function GroupField({ slice, part, typed, change, options, lacking }: FieldProps) {
  const text = useText()
  const group = { ...emptyParts(part.parts), ...groupOf(typed) }
  return (
    <fieldset className="sf-form-group">
      <legend>{text(`${slice}.field.${part.name}`)}</legend>
      <FormFields
        slice={slice}
        parts={part.parts}
        typed={group}
        change={(name, next) => change({ ...group, [name]: next })}
        options={options}
        lacking={lacking}
      />
    </fieldset>
  )
}

function RowsField({ slice, part, typed, change, options, lacking }: FieldProps) {
  const text = useText()
  const rows = Array.isArray(typed) ? typed.map((row: TypedGroup) => row) : []
  const label = text(`${slice}.field.${part.name}`)
  const put = (at: number, row: TypedGroup) => change(rows.map((was, place) => (place === at ? row : was)))
  return (
    <fieldset className="sf-form-group">
      <legend>{label}</legend>
      {rows.map((row, at) => (
        // eslint-disable-next-line react/no-array-index-key -- a row has its place and nothing else
        <div key={at} className="sf-form-row">
          <FormFields
            slice={slice}
            parts={part.parts}
            typed={row}
            change={(name, next) => put(at, { ...row, [name]: next })}
            options={options}
            lacking={lacking}
          />
          <Button variant="subtle" color="gray" onClick={() => change(rows.filter((_, place) => place !== at))}>
            {text('ui.form.remove', { what: label, number: at + 1 })}
          </Button>
        </div>
      ))}
      {lacking.includes(part.name) && <p role="alert">{text('ui.form.missing')}</p>}
      <div>
        <Button
          variant="subtle"
          leftSection={<IconPlus size={16} stroke={1.5} aria-hidden="true" />}
          onClick={() => change([...rows, emptyParts(part.parts)])}
        >
          {text('ui.form.add', { what: label })}
        </Button>
      </div>
    </fieldset>
  )
}
