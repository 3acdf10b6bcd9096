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
  /** What is wrong with it, said at the field. */
  readonly error?: string | null
}

/** One line of words in any script. */
export function Line({ label, hint, value, change, isRequired = false, error = null }: LineProps) {
  return (
    <TextInput
      label={label}
      description={hint}
      error={error}
      dir="auto"
      maxLength={300}
      autoComplete="off"
      withAsterisk={isRequired}
      value={value}
      onChange={(event) => change(event.currentTarget.value)}
    />
  )
}

type WordsProps = LineProps & { readonly lengthMax?: number }

/** Several lines of words. */
export function Words(props: WordsProps) {
  const { label, hint, value, change, isRequired = false, error = null, lengthMax = 2_000 } = props
  return (
    <Textarea
      label={label}
      description={hint}
      error={error}
      dir="auto"
      autosize
      minRows={2}
      maxLength={lengthMax}
      withAsterisk={isRequired}
      value={value}
      onChange={(event) => change(event.currentTarget.value)}
    />
  )
}

/** A date as far as it is known, with the error at the field. */
export function PartialDateLine({ label, value, change, isRequired = false, error = null }: LineProps) {
  const text = useText()
  return (
    <TextInput
      label={label}
      description={text('ui.date.hint')}
      error={readTyped(value) === 'wrong' ? text('ui.date.wrong') : error}
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
export function DayLine({ label, hint, value, change, isRequired = false, error = null }: LineProps) {
  return (
    <TextInput
      type="date"
      label={label}
      description={hint}
      error={error}
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
  readonly error?: string | null
}

/** One of several. Nothing is chosen beforehand; with `none` the choice can be taken back. */
export function Choice<Word extends string>(props: ChoiceProps<Word>) {
  const { label, hint, options, words, value, change, none, isRequired = false, error = null } = props
  return (
    <Select
      label={label}
      description={hint}
      error={error}
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
