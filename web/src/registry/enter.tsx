import { Button } from '@mantine/core'
import { enterRecord } from '@solferino/server/registry/contract'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useDraft } from '#kernel/draft.ts'
import { useOperation } from '#kernel/operation.ts'
import { useText } from '#kernel/text.tsx'
import { EventsPart, PersonPart, SourcePart } from '#registry/entry-fields.tsx'
import { emptyForm, Form, missing, recordOf } from '#registry/entry-form.ts'
import { useCrumbs } from '#shell/crumbs.tsx'
import { Page, PageHead } from '#ui/page.tsx'
import { usePlaces } from '#ui/places.ts'
import { TroubleLine } from '#ui/trouble.tsx'
import '#registry/registry.css'

const parse = (content: unknown): Form | null => Form.safeParse(content).data ?? null

/** One record typed by a person of the house: who said it and in which words is asked, never guessed. */
export function EnterRecord() {
  const text = useText()
  const navigate = useNavigate()
  const places = usePlaces()
  const draft = useDraft('registry.enterRecord', emptyForm, parse)
  const { run, isPending, trouble } = useOperation(enterRecord)
  const [isAsked, setAsked] = useState(false)
  const form = draft.content
  const context = form.context === '' ? (places.contexts[0]?.id ?? '') : form.context
  const lacking = missing(form, context)
  useCrumbs({ words: text('registry.nav'), to: '/registry' }, { words: text('registry.enterRecord.title') })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    const record = recordOf(form, context)
    if (!record) return
    const reply = await run(record)
    if (!reply.ok) return
    await draft.discard()
    await navigate({ to: `/registry/records/${reply.output.id}` })
  }
  return (
    <Page title={text('registry.enterRecord.title')} width="form">
      <PageHead title={text('registry.enterRecord.title')} facts={[text('registry.enterRecord.lead')]} />
      <form className="sf-stack-wide" noValidate onSubmit={(event) => void submit(event)}>
        <SourcePart draft={draft} context={context} />
        <PersonPart draft={draft} context={context} />
        <EventsPart draft={draft} context={context} />
        {isAsked && lacking.length > 0 && (
          <div role="alert" className="registry-warning" data-tone="serious">
            {text('registry.enterRecord.lacking', {
              fields: lacking.map((one) => text(`registry.field.${one}`)).join(' · '),
            })}
          </div>
        )}
        <TroubleLine slice="registry" trouble={trouble} kept />
        <output className="sf-caption">{text(`ui.draft.${draft.state}`)}</output>
        <div className="sf-row">
          <Button type="submit" variant="filled" loading={isPending}>
            {text('registry.enterRecord.enter')}
          </Button>
          <Button variant="subtle" color="gray" onClick={() => void draft.discard()}>
            {text('ui.draft.discard')}
          </Button>
        </div>
      </form>
    </Page>
  )
}
