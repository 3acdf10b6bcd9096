import { Button } from '@mantine/core'
import type { Trouble } from '#kernel/client.ts'
import { useText } from '#kernel/text.tsx'
import type { Form } from '#ui/form.ts'
import { TroubleLine } from '#ui/trouble.tsx'

type FormFootProps = {
  readonly slice: string
  readonly form: Form
  readonly running: { readonly isPending: boolean; readonly trouble: Trouble | null }
  /** What sending it is called. */
  readonly title: string
}

/** Below a form that is kept: what still lacks, what was refused, whether it is kept, and the two ways on. */
export function FormFoot({ slice, form, running, title }: FormFootProps) {
  const text = useText()
  const fields = form.pointed.map((one) => text(`${slice}.field.${one}`)).join(' · ')
  return (
    <>
      {form.pointed.length > 0 && <p role="alert">{text('ui.form.lacking', { fields })}</p>}
      <TroubleLine slice={slice} trouble={running.trouble} kept />
      {form.kept !== null && <output className="sf-caption">{text(`ui.draft.${form.kept}`)}</output>}
      <div className="sf-row">
        <Button type="submit" variant="filled" loading={running.isPending}>
          {title}
        </Button>
        <Button variant="subtle" color="gray" onClick={() => void form.empty()}>
          {text('ui.draft.discard')}
        </Button>
      </div>
    </>
  )
}
