import { Button, Select, Textarea, TextInput } from '@mantine/core'
import { fileRequest, relations, WayToCall } from '@solferino/server/tracing/contract'
import { useNavigate } from '@tanstack/react-router'
import type { FormEvent } from 'react'
import { type Draft, useDraft } from '#kernel/draft.ts'
import { useOperation } from '#kernel/operation.ts'
import { useSelf } from '#kernel/session.tsx'
import { usePreferences, useText } from '#kernel/text.tsx'
import { useCrumbs } from '#shell/crumbs.tsx'
import { emptyForm, Form, isEnough, isPartialDate, requestOf } from '#tracing/form.ts'
import { Silence } from '#tracing/silence.tsx'
import { Page, PageHead } from '#ui/page.tsx'
import { TroubleLine } from '#ui/trouble.tsx'

const parse = (content: unknown): Form | null => Form.safeParse(content).data ?? null

/** Files a request: who asks, who is sought. What is typed is kept sealed on the server until it is filed. */
export function FileRequest() {
  const text = useText()
  const navigate = useNavigate()
  const { contexts } = useSelf()
  const draft = useDraft('tracing.fileRequest', emptyForm, parse)
  const { run, isPending, trouble } = useOperation(fileRequest)
  const form = draft.content
  const context = form.context === '' ? (contexts[0]?.id ?? '') : form.context
  useCrumbs({ words: text('tracing.nav'), to: '/tracing' }, { words: text('tracing.fileRequest.title') })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const reply = await run(requestOf(form, context))
    if (!reply.ok) return
    await draft.discard()
    await navigate({ to: `/tracing/${reply.output.id}` })
  }
  return (
    <Page title={text('tracing.fileRequest.title')} width="form">
      <PageHead title={text('tracing.fileRequest.title')} facts={[text('tracing.fileRequest.lead')]} />
      <form className="sf-stack-wide" onSubmit={(event) => void submit(event)}>
        <ContextOfWork value={context} change={draft.change} />
        <EnquirerPart draft={draft} />
        <SoughtPart draft={draft} />
        <LastPart draft={draft} />
        <TroubleLine slice="tracing" trouble={trouble} kept />
        <output className="sf-caption">{text(`tracing.draft.${draft.state}`)}</output>
        <div className="sf-row">
          <Button type="submit" variant="filled" loading={isPending} disabled={!isEnough(form) || context === ''}>
            {text('tracing.fileRequest.file')}
          </Button>
          <Button variant="subtle" color="gray" onClick={() => void draft.discard()}>
            {text('tracing.draft.discard')}
          </Button>
        </div>
      </form>
    </Page>
  )
}

type PartProps = { readonly draft: Draft<Form> }

function ContextOfWork({ value, change }: { readonly value: string; readonly change: Draft<Form>['change'] }) {
  const text = useText()
  const { contexts } = useSelf()
  const { language } = usePreferences().preferences
  return (
    <Select
      label={text('tracing.field.context')}
      data={contexts.map(({ id, labels }) => ({ value: id, label: labels[language] ?? labels.en }))}
      value={value}
      allowDeselect={false}
      onChange={(next) => next !== null && change({ context: next })}
    />
  )
}

function EnquirerPart({ draft }: PartProps) {
  const text = useText()
  const { content: form, change } = draft
  return (
    <section className="sf-stack">
      <h2 className="sf-section-title">{text('tracing.enquirer')}</h2>
      <Line draft={draft} field="enquirer" />
      <Select
        label={text('tracing.field.way')}
        data={WayToCall.shape.way.options.map((one) => ({ value: one, label: text(`tracing.way.${one}`) }))}
        value={form.way}
        allowDeselect={false}
        onChange={(next) => change({ way: WayToCall.shape.way.options.find((one) => one === next) ?? form.way })}
      />
      <Line draft={draft} field="reach" />
      <Words draft={draft} field="safeContact" />
      <Select
        label={text('tracing.field.relation')}
        data={relations.map((one) => ({ value: one, label: text(`tracing.relation.${one}`) }))}
        value={form.relation}
        clearable
        clearButtonProps={{ 'aria-label': text('tracing.field.clear') }}
        onChange={(next) => change({ relation: relations.find((one) => one === next) ?? null })}
      />
      <Silence draft={draft} field="relation" />
    </section>
  )
}

const sexes = ['female', 'male'] as const

function SoughtPart({ draft }: PartProps) {
  const text = useText()
  return (
    <section className="sf-stack">
      <h2 className="sf-section-title">{text('tracing.sought')}</h2>
      <Line draft={draft} field="name" />
      <Line draft={draft} field="given" />
      <Line draft={draft} field="father" />
      <Line draft={draft} field="family" />
      <Select
        label={text('tracing.field.sex')}
        data={sexes.map((one) => ({ value: one, label: text(`tracing.sex.${one}`) }))}
        value={draft.content.sex}
        clearable
        clearButtonProps={{ 'aria-label': text('tracing.field.clear') }}
        onChange={(next) => draft.change({ sex: sexes.find((one) => one === next) ?? null })}
      />
      <Silence draft={draft} field="sex" />
      <Line draft={draft} field="born" isDate isSilent />
      <Line draft={draft} field="birthPlace" isSilent />
      <Line draft={draft} field="mother" isSilent />
      <Line draft={draft} field="unit" isSilent />
    </section>
  )
}

function LastPart({ draft }: PartProps) {
  const text = useText()
  return (
    <section className="sf-stack">
      <h2 className="sf-section-title">{text('tracing.last')}</h2>
      <Line draft={draft} field="lastOn" isDate isSilent />
      <Line draft={draft} field="lastFrom" isSilent />
      <Words draft={draft} field="circumstances" />
      <Words draft={draft} field="placesAlleged" />
    </section>
  )
}

type WordField = Exclude<keyof Form, 'context' | 'way' | 'relation' | 'sex' | 'silence'>
type LineProps = PartProps & { readonly field: WordField; readonly isDate?: boolean; readonly isSilent?: boolean }

function Line({ draft, field, isDate = false, isSilent = false }: LineProps) {
  const text = useText()
  const value = draft.content[field]
  return (
    <>
      <TextInput
        label={text(`tracing.field.${field}`)}
        {...(isDate ? { description: text('tracing.field.dateHint') } : {})}
        error={isDate && !isPartialDate(value) ? text('tracing.field.dateWrong') : null}
        dir="auto"
        maxLength={300}
        autoComplete="off"
        value={value}
        onChange={(event) => draft.change({ [field]: event.currentTarget.value })}
      />
      {isSilent && <Silence draft={draft} field={field} />}
    </>
  )
}

function Words({ draft, field }: PartProps & { readonly field: WordField }) {
  const text = useText()
  return (
    <>
      <Textarea
        label={text(`tracing.field.${field}`)}
        dir="auto"
        autosize
        minRows={2}
        maxLength={4_000}
        value={draft.content[field]}
        onChange={(event) => draft.change({ [field]: event.currentTarget.value })}
      />
      <Silence draft={draft} field={field} />
    </>
  )
}
