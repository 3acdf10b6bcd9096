import { Button, FileInput } from '@mantine/core'
import { receiveList } from '@solferino/server/intake/contract'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useIntl } from 'react-intl'
import { useDraft } from '#kernel/draft.ts'
import { useOperation } from '#kernel/operation.ts'
import { useSelf } from '#kernel/session.tsx'
import { useText } from '#kernel/text.tsx'
import { EnvelopeFields } from '#intake/envelope-fields.tsx'
import { emptyForm, envelopeOf, Form, missing } from '#intake/envelope-form.ts'
import { useCrumbs } from '#shell/crumbs.tsx'
import { Page, PageHead } from '#ui/page.tsx'
import { usePlaces } from '#ui/places.ts'
import { TroubleLine } from '#ui/trouble.tsx'
import '#intake/intake.css'

const parse = (content: unknown): Form | null => Form.safeParse(content).data ?? null
const bytesMax = receiveList.uploadBytesMax ?? 0

/** Takes a list in: the file, and all that is asked about it before anyone reads its rows. Nothing of it is guessed. */
export function ReceiveList() {
  const text = useText()
  const navigate = useNavigate()
  const draft = useDraft('intake.receiveList', emptyForm, parse)
  const { run, isPending, trouble } = useOperation(receiveList)
  const [file, setFile] = useState<File | null>(null)
  const [isAsked, setAsked] = useState(false)
  const where = useWhere(draft.content)
  const problem = problemOf(file)
  const lacking = [...(file === null || problem !== null ? ['file'] : []), ...missing(draft.content, where)]
  useCrumbs({ words: text('intake.nav'), to: '/intake' }, { words: text('intake.receiveList.title') })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    const envelope = file && envelopeOf(draft.content, where, file.name)
    if (!envelope || lacking.length > 0) return
    const reply = await run(envelope, file)
    if (!reply.ok) return
    await draft.discard()
    await navigate({ to: `/intake/${reply.output.id}` })
  }
  return (
    <Page title={text('intake.receiveList.title')} width="form">
      <PageHead title={text('intake.receiveList.title')} facts={[text('intake.receiveList.lead')]} />
      <form className="sf-stack-wide" noValidate onSubmit={(event) => void submit(event)}>
        <FilePart file={file} problem={problem} choose={setFile} />
        <EnvelopeFields draft={draft} where={where} />
        {isAsked && lacking.length > 0 && (
          <div role="alert" className="intake-lacking">
            {text('intake.receiveList.lacking', {
              fields: lacking.map((one) => text(`intake.field.${one}`)).join(' · '),
            })}
          </div>
        )}
        <TroubleLine slice="intake" trouble={trouble} kept />
        <output className="sf-caption">{text(`ui.draft.${draft.state}`)}</output>
        <div className="sf-row">
          <Button type="submit" variant="filled" loading={isPending}>
            {text('intake.receiveList.take')}
          </Button>
          <Button variant="subtle" color="gray" onClick={() => void draft.discard()}>
            {text('ui.draft.discard')}
          </Button>
        </div>
      </form>
    </Page>
  )
}

/** The channel chosen. Where a person works for one channel only, it is that one and no guess. */
function useWhere({ context, channel }: Form): { context: string; channel: string } {
  const { memberships } = useSelf()
  const places = usePlaces()
  const own = memberships.filter(({ role }) => role === 'nib_liaison')
  const one = own.length === 1 ? own[0] : undefined
  if (channel === '' && one?.context && one.channel) return { context: one.context, channel: one.channel }
  return { context: context === '' ? (places.contexts[0]?.id ?? '') : context, channel }
}

function problemOf(file: File | null): 'file_empty' | 'too_large' | null {
  if (file?.size === 0) return 'file_empty'
  return file && file.size > bytesMax ? 'too_large' : null
}

type FilePartProps = {
  readonly file: File | null
  readonly problem: string | null
  readonly choose: (file: File | null) => void
}

function FilePart({ file, problem, choose }: FilePartProps) {
  const text = useText()
  const intl = useIntl()
  const size = file && intl.formatNumber(file.size / 1_000, { maximumFractionDigits: 1 })
  return (
    <section className="sf-stack">
      <FileInput
        label={text('intake.field.file')}
        description={text('intake.receiveList.fileHint')}
        placeholder={text('intake.receiveList.choose')}
        accept=".xlsx,.csv,.tsv,.txt,.ndjson,.jsonl"
        withAsterisk
        clearable
        clearButtonProps={{ 'aria-label': text('intake.receiveList.noFile') }}
        error={problem && text(`intake.refusal.${problem}`)}
        value={file}
        onChange={choose}
      />
      {size !== null && <span className="sf-caption">{text('intake.receiveList.size', { size })}</span>}
    </section>
  )
}
