import { Checkbox, FileInput, Textarea } from '@mantine/core'
import { readReport } from '@solferino/server/dialogue/contract'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { z } from 'zod'
import { useAddressed } from '#kernel/address.ts'
import { useOperation } from '#kernel/operation.ts'
import { useText } from '#kernel/text.tsx'
import { useChannel } from '#dialogue/places.ts'
import { isPublic, SaidWhere } from '#dialogue/said-where.ts'
import { useCrumbs } from '#shell/crumbs.tsx'
import { FormFields } from '#ui/form-fields.tsx'
import { FormFoot } from '#ui/form-foot.tsx'
import { askedBy, useKeptForm } from '#ui/form.ts'
import { Page, PageHead } from '#ui/page.tsx'
import '#dialogue/dialogue.css'

const { source, address, publishedOn, language } = readReport.input.shape
/** The form: the text itself beside where it comes from. */
const Report = z.object({
  pasted: z.string().max(200_000).nullable(),
  source,
  said: SaidWhere,
  publishedOn,
  textLanguage: language,
  address,
})
const bytesMax = readReport.uploadBytesMax ?? 0

/** Takes in a report, communiqué or minutes, pasted or from a file. What is read in it is only proposed. */
export function ReadReport() {
  const text = useText()
  const navigate = useNavigate()
  const party = useAddressed() ?? ''
  const { called } = useChannel(party)
  const running = useOperation(readReport)
  const { run, trouble } = running
  const form = useKeptForm(`${readReport.name}/${party}`, Report)
  const [file, setFile] = useState<File | null>(null)
  const [isDateUnknown, setDateUnknown] = useState(false)
  const [isSent, setSent] = useState(false)
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
    setSent(true)
    const { pasted: _, said, textLanguage, ...rest } = form.said.value
    const name = file?.name ?? `${text('dialogue.readReport.pastedName')}.txt`
    const shared = { party, name, language: textLanguage, inPublic: isPublic(said), dateUnknown: isDateUnknown }
    const asked = askedBy(form, readReport, { ...rest, ...shared })
    if (!asked || isMissing || isTooLarge) return
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
          error={isMissing && isSent ? text('dialogue.readReport.nothing') : null}
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
        <FormFoot slice="dialogue" form={form} running={running} title={text('dialogue.readReport.read')} />
      </form>
    </Page>
  )
}
