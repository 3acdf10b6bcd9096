import { Button, Checkbox, FileInput, Textarea } from '@mantine/core'
import { readReport } from '@solferino/server/dialogue/contract'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { z } from 'zod'
import { useAddressed } from '#kernel/address.ts'
import { askedFrom } from '#kernel/client.ts'
import { useOperation } from '#kernel/operation.ts'
import { useText } from '#kernel/text.tsx'
import { useChannel } from '#dialogue/places.ts'
import { useCrumbs } from '#shell/crumbs.tsx'
import { FormFields } from '#ui/form-fields.tsx'
import { useKeptForm } from '#ui/form.ts'
import { Page, PageHead } from '#ui/page.tsx'
import { TroubleLine } from '#ui/trouble.tsx'
import '#dialogue/dialogue.css'

const { source, address, publishedOn, inPublic, language } = readReport.input.shape
/** The form: the text itself beside where it comes from. */
const Report = z.object({
  pasted: z.string().max(200_000).nullable(),
  source,
  publishedOn,
  language,
  address,
  inPublic,
})
const bytesMax = readReport.uploadBytesMax ?? 0

/** Takes in a report, communiqué or minutes, pasted or from a file. What is read in it is only proposed. */
export function ReadReport() {
  const text = useText()
  const navigate = useNavigate()
  const party = useAddressed() ?? ''
  const { called } = useChannel(party)
  const { run, isPending, trouble } = useOperation(readReport)
  const form = useKeptForm(`${readReport.name}/${party}`, Report)
  const [file, setFile] = useState<File | null>(null)
  const [isDateUnknown, setDateUnknown] = useState(false)
  useCrumbs(
    { words: text('dialogue.nav'), to: '/dialogue' },
    { words: called, to: `/dialogue/${party}` },
    { words: text('dialogue.readReport.title') },
  )
  const isTooLarge = file !== null && file.size > bytesMax
  const pasted = typeof form.typed['pasted'] === 'string' ? form.typed['pasted'] : ''
  const isMissing = file === null && pasted.trim() === ''
  const asksDate = trouble?.code === 'date_needed'
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    form.point()
    if (isMissing || isTooLarge || form.said.lacking.length > 0) return
    const { pasted: _, ...said } = form.said.value
    const name = file?.name ?? `${text('dialogue.readReport.pastedName')}.txt`
    const asked = askedFrom(readReport, { ...said, party, name, dateUnknown: isDateUnknown })
    if (!asked) return
    const reply = await run(asked, file ?? new Blob([pasted], { type: 'text/plain;charset=utf-8' }))
    if (!reply.ok) return
    await form.empty()
    await navigate({ to: `/dialogue/texts/${reply.output.id}` })
  }
  return (
    <Page title={text('dialogue.readReport.title')} width="form">
      <PageHead
        title={text('dialogue.readReport.title')}
        facts={[<bdi key="party">{called}</bdi>, text('dialogue.readReport.lead')]}
      />
      <form className="sf-stack-wide" noValidate onSubmit={(event) => void submit(event)}>
        <Textarea
          label={text('dialogue.field.pasted')}
          dir="auto"
          autosize
          minRows={6}
          maxRows={18}
          maxLength={200_000}
          disabled={file !== null}
          error={isMissing && form.pointed.length + (trouble ? 1 : 0) > 0 ? text('dialogue.readReport.nothing') : null}
          value={pasted}
          onChange={(event) => form.change('pasted', event.currentTarget.value)}
        />
        <FileInput
          label={text('dialogue.field.file')}
          description={text('dialogue.readReport.fileHint')}
          placeholder={text('dialogue.readReport.choose')}
          accept=".txt,.html,.htm,.docx,.pdf"
          clearable
          clearButtonProps={{ 'aria-label': text('dialogue.readReport.noFile') }}
          error={isTooLarge ? text('kernel.code.too_large') : null}
          value={file}
          onChange={setFile}
        />
        <FormFields
          slice="dialogue"
          parts={form.parts.filter(({ name }) => name !== 'pasted')}
          typed={form.typed}
          change={form.change}
          lacking={[...form.pointed, ...(asksDate ? ['publishedOn'] : [])]}
        />
        {asksDate && (
          <Checkbox
            label={text('dialogue.readReport.dateUnknown')}
            checked={isDateUnknown}
            onChange={(event) => setDateUnknown(event.currentTarget.checked)}
          />
        )}
        <TroubleLine slice="dialogue" trouble={trouble} kept />
        {form.kept !== null && <output className="sf-caption">{text(`ui.draft.${form.kept}`)}</output>}
        <div className="sf-row">
          <Button type="submit" variant="filled" loading={isPending}>
            {text('dialogue.readReport.read')}
          </Button>
          <Button variant="subtle" color="gray" onClick={() => void form.empty()}>
            {text('ui.draft.discard')}
          </Button>
        </div>
      </form>
    </Page>
  )
}
