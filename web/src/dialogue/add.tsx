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
import { z } from 'zod'
import { useAddressed } from '#kernel/address.ts'
import type { Operation, OutputOf } from '#kernel/client.ts'
import { useOperation } from '#kernel/operation.ts'
import { useText } from '#kernel/text.tsx'
import { toOptions, useChannel, useEntries } from '#dialogue/places.ts'
import { isPublic, SaidWhere } from '#dialogue/said-where.ts'
import { useCrumbs } from '#shell/crumbs.tsx'
import { Chips } from '#ui/chips.tsx'
import { oneOf, useFilter } from '#ui/filter.ts'
import { FormFields, type Options } from '#ui/form-fields.tsx'
import { FormFoot } from '#ui/form-foot.tsx'
import { askedBy, useKeptForm } from '#ui/form.ts'
import { Page, PageHead } from '#ui/page.tsx'
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
      return <StatementForm party={party} />
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

const { inPublic: _, ...asked } = addStatement.input.shape
const StatementShape = z.object({ ...asked, said: SaidWhere })

function StatementForm({ party }: { readonly party: string }) {
  return (
    <AddForm
      contract={addStatement}
      fixed={{ party, text: null, span: null }}
      schema={StatementShape}
      askedOf={({ said, ...rest }) => ({ ...rest, inPublic: isPublic(said) })}
      entryOf={({ id }) => id}
    />
  )
}

function LetterForm({ party }: { readonly party: string }) {
  const letters = useEntries(party, 'letter')
  const options = { answers: toOptions(letters.filter((one) => one.state !== 'answered')) }
  return <AddForm contract={recordLetter} fixed={{ party }} options={options} entryOf={({ id }) => id} />
}

type AddFormProps<Contract extends Operation> = {
  readonly contract: Contract
  readonly fixed: Readonly<Record<string, unknown>> & { readonly party: string }
  /** What the fields are, and how what is said becomes what is asked, where that is not simply the input. */
  readonly schema?: z.ZodObject
  readonly askedOf?: (said: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>
  readonly options?: Options
  readonly entryOf: (output: OutputOf<Contract>) => string
}

function AddForm<Contract extends Operation>(props: AddFormProps<Contract>) {
  const { contract, fixed, schema = contract.input, askedOf = (said) => said, options = {}, entryOf } = props
  const text = useText()
  const navigate = useNavigate()
  const running = useOperation(contract)
  const form = useKeptForm(`${contract.name}/${fixed.party}`, schema, { leftOut: Object.keys(fixed) })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const asked = askedBy(form, contract, { ...askedOf(form.said.value), ...fixed })
    if (!asked) return
    const reply = await running.run(asked)
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
      <FormFoot slice="dialogue" form={form} running={running} title={text(`${contract.name}.title`)} />
    </form>
  )
}
