import { Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { previewAnswer, proposeAnswer, readBasis } from '@solferino/server/disclosure/contract'
import { useNavigate } from '@tanstack/react-router'
import type { FormEvent } from 'react'
import type { Basis } from '#disclosure/basis.tsx'
import { askedOf, dayAhead, emptyForm, Form } from '#disclosure/form.ts'
import { Gate } from '#disclosure/gate.tsx'
import { ConsentPart, FactPart, HarmPart, ItemsPart, LastPart } from '#disclosure/propose-parts.tsx'
import { ToldWords } from '#disclosure/told-words.tsx'
import { useAddressed } from '#kernel/address.ts'
import { type Draft, useDraft } from '#kernel/draft.ts'
import { useNow } from '#kernel/now.ts'
import { useAnswer, useOperation } from '#kernel/operation.ts'
import { useText } from '#kernel/text.tsx'
import { useCrumbs } from '#shell/crumbs.tsx'
import { Inspector, Page, PageHead } from '#ui/page.tsx'
import { RecordNumber } from '#ui/record-number.tsx'
import { Name } from '#ui/name.tsx'
import { Answered, TroubleLine } from '#ui/trouble.tsx'
import '#disclosure/disclosure.css'

const parse = (content: unknown): Form | null => Form.safeParse(content).data ?? null

/** Proposes an answer: how it is known, what of it is told, who may be harmed; beside it the words and the gate. */
export function ProposeAnswer() {
  const text = useText()
  const id = useAddressed() ?? ''
  const basis = useAnswer(readBasis, { id })
  const draft = useDraft(`disclosure.proposeAnswer.${id}`, emptyForm, parse)
  const form = useFilled(draft.content, basis.output)
  useCrumbs(
    { words: text('disclosure.nav'), to: '/answers' },
    { words: id, to: `/answers/of/${id}` },
    { words: text('disclosure.proposeAnswer.title') },
  )
  return (
    <Page title={text('disclosure.proposeAnswer.title')} width="form" inspector={<Preview request={id} form={form} />}>
      <PageHead
        title={text('disclosure.proposeAnswer.title')}
        facts={[
          <RecordNumber key="id" number={id} />,
          ...(basis.output ? [<Name key="sought" written={basis.output.sought} size="inline" />] : []),
        ]}
      />
      <Answered slice="disclosure" answer={basis}>
        {(found) => <ProposeForm request={id} basis={found} draft={{ ...draft, content: form }} />}
      </Answered>
    </Page>
  )
}

/** What needs no question: the one pair there is, and a last day two weeks ahead. */
function useFilled(form: Form, basis: Basis | undefined): Form {
  const now = useNow()
  const established = basis?.pairs.filter((one) => one.grade === 'established') ?? []
  const only = established.length === 1 ? (established[0]?.pair ?? '') : ''
  return {
    ...form,
    pair: form.pair === '' ? only : form.pair,
    until: form.until === '' ? dayAhead(now, 14) : form.until,
  }
}

type ProposeFormProps = { readonly request: string; readonly basis: Basis; readonly draft: Draft<Form> }

function ProposeForm({ request, basis, draft }: ProposeFormProps) {
  const text = useText()
  const navigate = useNavigate()
  const { run, isPending, trouble } = useOperation(proposeAnswer)
  const asked = askedOf(draft.content, { request, isPreview: false })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!asked) return
    const reply = await run(asked)
    if (!reply.ok) return
    await draft.discard()
    await navigate({ to: `/answers/${reply.output.id}` })
  }
  return (
    <form className="sf-stack-wide" noValidate onSubmit={(event) => void submit(event)}>
      <FactPart draft={draft} basis={basis} />
      {draft.content.known !== null && (
        <>
          <ItemsPart draft={draft} known={draft.content.known} />
          <ConsentPart draft={draft} known={draft.content.known} />
        </>
      )}
      <HarmPart draft={draft} />
      <LastPart draft={draft} />
      <TroubleLine slice="disclosure" trouble={trouble} kept />
      <output className="sf-caption">{text(`ui.draft.${draft.state}`)}</output>
      <div className="sf-row sf-wrap">
        <Button type="submit" variant="filled" loading={isPending} disabled={asked === null}>
          {text('disclosure.proposeAnswer.propose')}
        </Button>
        <Button variant="subtle" color="gray" onClick={() => void draft.discard()}>
          {text('ui.draft.discard')}
        </Button>
      </div>
      <p className="sf-caption">{text('disclosure.proposeAnswer.effect')}</p>
    </form>
  )
}

const pauseMs = 400

/** The words as the enquirer would hear them, and what the gate still lacks; asked again when typing rests. */
function Preview({ request, form }: { readonly request: string; readonly form: Form }) {
  const text = useText()
  const [rested] = useDebouncedValue(form, pauseMs)
  const asked = askedOf(rested, { request, isPreview: true })
  if (asked) return <Previewed asked={asked} />
  return (
    <Inspector>
      <section className="sf-stack">
        <h2 className="sf-section-title">{text('disclosure.words')}</h2>
        <p className="sf-dim">{text('disclosure.words.notYet')}</p>
      </section>
    </Inspector>
  )
}

function Previewed({ asked }: { readonly asked: NonNullable<ReturnType<typeof askedOf>> }) {
  const text = useText()
  const answer = useAnswer(previewAnswer, asked)
  return (
    <Inspector>
      <Answered slice="disclosure" answer={answer}>
        {({ words, missing }) => (
          <>
            <section className="sf-stack">
              <ToldWords words={words} language={asked.language} />
              <p className="sf-caption">{text('disclosure.words.fixed')}</p>
            </section>
            <Gate missing={missing} signature="waits" />
          </>
        )}
      </Answered>
    </Inspector>
  )
}
