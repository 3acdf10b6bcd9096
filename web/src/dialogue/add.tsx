import { Button } from '@mantine/core'
import {
  addInterlocutor,
  addStatement,
  openMatter,
  planAccess,
  recordLetter,
  recordMeeting,
  stateCommitment,
} from '@solferino/server/dialogue/contract'
import { useNavigate } from '@tanstack/react-router'
import type { FormEvent, ReactElement } from 'react'
import { useAddressed } from '#kernel/address.ts'
import { askedFrom, type Operation, type OutputOf } from '#kernel/client.ts'
import { useOperation } from '#kernel/operation.ts'
import { useText } from '#kernel/text.tsx'
import { toOptions, useChannel, useEntries } from '#dialogue/places.ts'
import { useCrumbs } from '#shell/crumbs.tsx'
import { Chips } from '#ui/chips.tsx'
import { oneOf, useFilter } from '#ui/filter.ts'
import { FormFields, type Options } from '#ui/form-fields.tsx'
import { useKeptForm } from '#ui/form.ts'
import { Page, PageHead } from '#ui/page.tsx'
import { TroubleLine } from '#ui/trouble.tsx'
import '#dialogue/dialogue.css'

const addable = ['meeting', 'letter', 'access', 'commitment', 'statement', 'matter', 'interlocutor'] as const

/** Adds something to a channel: what, then its form. What is typed is kept in the channel as it is typed. */
export function AddEntry() {
  const text = useText()
  const party = useAddressed() ?? ''
  const { called } = useChannel(party)
  const [filter, setFilter] = useFilter()
  const kind = oneOf(addable, filter['kind']) ?? 'meeting'
  useCrumbs(
    { words: text('dialogue.nav'), to: '/dialogue' },
    { words: called, to: `/dialogue/${party}` },
    { words: text('dialogue.add.title') },
  )
  return (
    <Page title={text('dialogue.add.title')} width="form">
      <PageHead
        title={text('dialogue.add.title')}
        facts={[<bdi key="party">{called}</bdi>, text('dialogue.add.lead')]}
      />
      <div className="sf-stack-wide">
        <Chips
          label={text('dialogue.add.what')}
          chips={addable.map((word) => ({ word, label: text(`dialogue.kind.${word}`) }))}
          chosen={kind}
          choose={(word) => setFilter({ kind: word })}
        />
        <KindForm key={kind} kind={kind} party={party} />
      </div>
    </Page>
  )
}

type KindFormProps = { readonly kind: (typeof addable)[number]; readonly party: string }

function KindForm({ kind, party }: KindFormProps): ReactElement {
  switch (kind) {
    case 'meeting':
      return <MeetingForm party={party} />
    case 'letter':
      return <LetterForm party={party} />
    case 'access':
      return <AddForm contract={planAccess} fixed={{ party }} entryOf={({ id }) => id} />
    case 'commitment':
      return <AddForm contract={stateCommitment} fixed={{ party }} entryOf={({ id }) => id} />
    case 'statement':
      return <AddForm contract={addStatement} fixed={{ party, text: null, span: null }} entryOf={({ id }) => id} />
    case 'matter':
      return <AddForm contract={openMatter} fixed={{ party }} entryOf={({ id }) => id} />
    case 'interlocutor':
    default:
      return <AddForm contract={addInterlocutor} fixed={{ party }} entryOf={({ id }) => id} />
  }
}

function MeetingForm({ party }: { readonly party: string }) {
  const interlocutors = useEntries(party, 'interlocutor')
  const options = { interlocutor: toOptions(interlocutors) }
  return <AddForm contract={recordMeeting} fixed={{ party }} options={options} entryOf={({ id }) => id} />
}

function LetterForm({ party }: { readonly party: string }) {
  const letters = useEntries(party, 'letter')
  const options = { answers: toOptions(letters.filter((one) => one.state !== 'answered')) }
  return <AddForm contract={recordLetter} fixed={{ party }} options={options} entryOf={({ id }) => id} />
}

type AddFormProps<Contract extends Operation> = {
  readonly contract: Contract
  readonly fixed: Readonly<Record<string, unknown>> & { readonly party: string }
  readonly options?: Options
  readonly entryOf: (output: OutputOf<Contract>) => string
}

function AddForm<Contract extends Operation>({ contract, fixed, options = {}, entryOf }: AddFormProps<Contract>) {
  const text = useText()
  const navigate = useNavigate()
  const { run, isPending, trouble } = useOperation(contract)
  const form = useKeptForm(`${contract.name}/${fixed.party}`, contract.input, { leftOut: Object.keys(fixed) })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    form.point()
    const asked = form.said.lacking.length === 0 ? askedFrom(contract, { ...form.said.value, ...fixed }) : null
    if (!asked) return
    const reply = await run(asked)
    if (!reply.ok) return
    await form.empty()
    await navigate({ to: `/dialogue/entries/${entryOf(reply.output)}` })
  }
  return (
    <form className="sf-stack-wide" noValidate onSubmit={(event) => void submit(event)}>
      {text.has(`${contract.name}.lead`) && <p className="sf-second">{text(`${contract.name}.lead`)}</p>}
      <FormFields
        slice="dialogue"
        parts={form.parts}
        typed={form.typed}
        change={form.change}
        options={options}
        lacking={form.pointed}
      />
      {form.pointed.length > 0 && (
        <p role="alert">
          {text('ui.form.lacking', { fields: form.pointed.map((one) => text(`dialogue.field.${one}`)).join(' · ') })}
        </p>
      )}
      <TroubleLine slice="dialogue" trouble={trouble} kept />
      {form.kept !== null && <output className="sf-caption">{text(`ui.draft.${form.kept}`)}</output>}
      <div className="sf-row">
        <Button type="submit" variant="filled" loading={isPending}>
          {text(`${contract.name}.title`)}
        </Button>
        <Button variant="subtle" color="gray" onClick={() => void form.empty()}>
          {text('ui.draft.discard')}
        </Button>
      </div>
    </form>
  )
}
