import { Select, Textarea, TextInput } from '@mantine/core'
import { useText } from '#kernel/text.tsx'
import { readTyped } from '#ui/dates.ts'
import { oneOf } from '#ui/filter.ts'

type LineProps = {
  readonly label: string
  readonly hint?: string
  readonly value: string
  readonly change: (next: string) => void
  readonly isRequired?: boolean
}

/** One line of words in any script. */
export function Line({ label, hint, value, change, isRequired = false }: LineProps) {
  return (
    <TextInput
      label={label}
      description={hint}
      dir="auto"
      maxLength={300}
      autoComplete="off"
      withAsterisk={isRequired}
      value={value}
      onChange={(event) => change(event.currentTarget.value)}
    />
  )
}

/** Several lines of words. */
export function Words({ label, hint, value, change, isRequired = false }: LineProps) {
  return (
    <Textarea
      label={label}
      description={hint}
      dir="auto"
      autosize
      minRows={2}
      maxLength={2_000}
      withAsterisk={isRequired}
      value={value}
      onChange={(event) => change(event.currentTarget.value)}
    />
  )
}

/** A date as far as it is known, with the error at the field. */
export function PartialDateLine({ label, value, change, isRequired = false }: LineProps) {
  const text = useText()
  return (
    <TextInput
      label={label}
      description={text('ui.date.hint')}
      error={readTyped(value) === 'wrong' ? text('ui.date.wrong') : null}
      dir="ltr"
      maxLength={40}
      autoComplete="off"
      withAsterisk={isRequired}
      value={value}
      onChange={(event) => change(event.currentTarget.value)}
    />
  )
}

/** A day of our own calendar. */
export function DayLine({ label, hint, value, change, isRequired = false }: LineProps) {
  return (
    <TextInput
      type="date"
      label={label}
      description={hint}
      withAsterisk={isRequired}
      value={value}
      onChange={(event) => change(event.currentTarget.value)}
    />
  )
}

type ChoiceProps<Word extends string> = {
  readonly label: string
  readonly hint?: string
  readonly options: readonly Word[]
  readonly words: (option: Word) => string
  readonly value: Word | null
  readonly change: (next: Word | null) => void
  /** What stands there while nothing is chosen: a filter says "any". */
  readonly none?: string
  readonly isRequired?: boolean
}

/** One of several. Nothing is chosen beforehand; with `none` the choice can be taken back. */
export function Choice<Word extends string>(props: ChoiceProps<Word>) {
  const { label, hint, options, words, value, change, none, isRequired = false } = props
  return (
    <Select
      label={label}
      description={hint}
      {...(none === undefined ? {} : { placeholder: none, clearButtonProps: { 'aria-label': none } })}
      data={options.map((one) => ({ value: one, label: words(one) }))}
      value={value}
      clearable={none !== undefined}
      allowDeselect={false}
      withAsterisk={isRequired}
      onChange={(next) => change(oneOf(options, next ?? undefined) ?? null)}
    />
  )
}
