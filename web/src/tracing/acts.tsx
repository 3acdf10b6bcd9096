import { Checkbox, Select, Textarea, TextInput } from '@mantine/core'
import {
  clearUrgent,
  closeByEnquirer,
  markUrgent,
  openRequest,
  planSearch,
  recordCall,
  referRequest,
  reopenRequest,
  reportOutcome,
  resumeSearch,
  submitRequest,
  suspendRequest,
  takeUp,
  UrgentReason,
} from '@solferino/server/tracing/contract'
import { useState } from 'react'
import { useOperation } from '#kernel/operation.ts'
import { useMay } from '#kernel/session.tsx'
import { useText } from '#kernel/text.tsx'
import { ActForm } from '#tracing/act-form.tsx'
import { CheckEnquirer } from '#tracing/check-enquirer.tsx'
import type { RequestRead } from '#tracing/request.tsx'
import { canReopen, isWorked } from '#tracing/states.ts'

type ActProps = { readonly id: string }

/** What this person may do next with a request in its state; the server decides again. */
export function Acts({ read }: { readonly read: RequestRead }) {
  const text = useText()
  const may = useMay()
  const { id, state, urgent } = read.request
  const [files, writes] = [may('tracing.file'), may('tracing.write')]
  const isOpen = isWorked(state)
  const searches = state === 'open' || state === 'searching'
  const acts = [
    files && state === 'draft' && <Submit key="submit" read={read} />,
    writes && state === 'submitted' && <Plain key="open" id={id} name="openRequest" contract={openRequest} />,
    writes && state === 'submitted' && <Reasoned key="refer" id={id} name="referRequest" contract={referRequest} />,
    writes && searches && <Dated key="plan" id={id} name="planSearch" contract={planSearch} />,
    writes && state === 'searching' && <Dated key="rest" id={id} name="suspendRequest" contract={suspendRequest} />,
    writes && state === 'suspended' && <Reasoned key="resume" id={id} name="resumeSearch" contract={resumeSearch} />,
    writes && state === 'reopened' && <Plain key="takeUp" id={id} name="takeUp" contract={takeUp} />,
    files && (isOpen || state === 'draft' || state === 'submitted') && (
      <CheckEnquirer key={`check-${read.request.enquirerVersion}`} read={read} />
    ),
    files && isOpen && <RecordCall key="call" id={id} />,
    files && isOpen && urgent === null && <MarkUrgent key="urgent" id={id} />,
    writes && urgent !== null && <ClearUrgent key="calm" id={id} />,
    writes && isOpen && <Reasoned key="report" id={id} name="reportOutcome" contract={reportOutcome} />,
    files && isOpen && <Close key="close" id={id} />,
    writes && canReopen(state) && <Reasoned key="reopen" id={id} name="reopenRequest" contract={reopenRequest} />,
  ].filter((one) => one !== false)
  return (
    <section className="sf-stack">
      <h2 className="sf-section-title">{text('tracing.next')}</h2>
      {acts.length === 0 && <p className="sf-dim">{text('tracing.next.none')}</p>}
      {acts}
    </section>
  )
}

const because = (reason: string) => ({ occurred: null, source: null, reason })

type PlainProps = ActProps & { readonly name: string; readonly contract: typeof openRequest | typeof takeUp }

function Plain({ id, name, contract }: PlainProps) {
  const running = useOperation(contract)
  return <ActForm name={name} running={running} isReady act={() => running.run({ id })} />
}

type ReasonContract = typeof referRequest | typeof resumeSearch | typeof reportOutcome | typeof reopenRequest
type ReasonedProps = ActProps & { readonly name: string; readonly contract: ReasonContract }

function Reasoned({ id, name, contract }: ReasonedProps) {
  const running = useOperation(contract)
  const [reason, setReason] = useState('')
  const act = () => running.run({ id, because: because(reason) })
  return (
    <ActForm name={name} running={running} isReady={reason.trim() !== ''} act={act}>
      <Words field="reason" value={reason} change={setReason} />
    </ActForm>
  )
}

type DatedProps = ActProps & { readonly name: string; readonly contract: typeof planSearch | typeof suspendRequest }

function Dated({ id, name, contract }: DatedProps) {
  const running = useOperation(contract)
  const [reason, setReason] = useState('')
  const [reviewOn, setReviewOn] = useState('')
  const act = () => running.run({ id, reviewOn, because: because(reason) })
  return (
    <ActForm name={name} running={running} isReady={reason.trim() !== '' && reviewOn !== ''} act={act}>
      <DayField field="reviewOn" value={reviewOn} change={setReviewOn} />
      <Words field="reason" value={reason} change={setReason} />
    </ActForm>
  )
}

/** Submitting rests on a consent to search: one that stands, or the one that is written down here. */
function Submit({ read }: { readonly read: RequestRead }) {
  const text = useText()
  const running = useOperation(submitRequest)
  const [how, setHow] = useState<'spoken' | 'written'>('spoken')
  const [isReadBack, setReadBack] = useState(false)
  const { id } = read.request
  const stands = read.consents.some((one) => one.purpose === 'search' && one.withdrawnAt === null)
  const consent = {
    purpose: 'search' as const,
    recipient: null,
    basis: 'consent' as const,
    givenBy: read.enquirer.name,
    how,
    scriptVersion: null,
    language: null,
    interpreter: null,
    readBack: isReadBack,
    note: null,
  }
  const act = () => running.run({ id, consent: stands ? null : consent })
  if (stands) return <ActForm name="submitRequest" running={running} isReady act={act} />
  return (
    <ActForm name="submitRequest" running={running} isReady act={act}>
      <p className="sf-caption">{text('tracing.consent.lead')}</p>
      <Select
        label={text('tracing.field.how')}
        data={(['spoken', 'written'] as const).map((one) => ({ value: one, label: text(`tracing.how.${one}`) }))}
        value={how}
        allowDeselect={false}
        onChange={(next) => setHow(next === 'written' ? next : 'spoken')}
      />
      <Checkbox
        label={text('tracing.field.readBack')}
        checked={isReadBack}
        onChange={(event) => setReadBack(event.currentTarget.checked)}
      />
    </ActForm>
  )
}

function RecordCall({ id }: ActProps) {
  const text = useText()
  const running = useOperation(recordCall)
  const [who, setWho] = useState('')
  const [told, setTold] = useState('')
  const [nextCallOn, setNextCallOn] = useState('')
  const [isAnswered, setAnswered] = useState(true)
  const act = () =>
    running.run({
      id,
      direction: 'out',
      answered: isAnswered,
      heldAt: new Date().toISOString(),
      who,
      verifiedHow: null,
      interpreter: null,
      asked: null,
      told: isAnswered && told.trim() !== '' ? told : null,
      nextCallOn: nextCallOn === '' ? null : nextCallOn,
    })
  return (
    <ActForm name="recordCall" running={running} isReady={who.trim() !== ''} act={act}>
      <TextInput
        label={text('tracing.field.who')}
        dir="auto"
        value={who}
        onChange={(event) => setWho(event.currentTarget.value)}
      />
      <Checkbox
        label={text('tracing.call.answered')}
        checked={isAnswered}
        onChange={(event) => setAnswered(event.currentTarget.checked)}
      />
      {isAnswered && <Words field="told" value={told} change={setTold} />}
      <DayField field="nextCallOn" value={nextCallOn} change={setNextCallOn} />
    </ActForm>
  )
}

function MarkUrgent({ id }: ActProps) {
  const text = useText()
  const running = useOperation(markUrgent)
  const [reason, setReason] = useState<(typeof UrgentReason.options)[number]>('child_alone')
  const [reviewOn, setReviewOn] = useState('')
  const act = () => running.run({ id, reason, reviewOn })
  return (
    <ActForm name="markUrgent" running={running} isReady={reviewOn !== ''} act={act}>
      <Select
        label={text('tracing.field.reason')}
        data={UrgentReason.options.map((one) => ({ value: one, label: text(`tracing.urgent.${one}`) }))}
        value={reason}
        allowDeselect={false}
        onChange={(next) => setReason(UrgentReason.options.find((one) => one === next) ?? reason)}
      />
      <DayField field="reviewOn" value={reviewOn} change={setReviewOn} />
    </ActForm>
  )
}

function ClearUrgent({ id }: ActProps) {
  const running = useOperation(clearUrgent)
  return <ActForm name="clearUrgent" running={running} isReady act={() => running.run({ id })} />
}

function Close({ id }: ActProps) {
  const text = useText()
  const running = useOperation(closeByEnquirer)
  const [outcome, setOutcome] = useState<'closed_by_enquirer' | 'enquirer_unreachable'>('closed_by_enquirer')
  const choices = ['closed_by_enquirer', 'enquirer_unreachable'] as const
  return (
    <ActForm name="closeByEnquirer" running={running} isReady act={() => running.run({ id, outcome })}>
      <Select
        label={text('tracing.field.reason')}
        data={choices.map((one) => ({ value: one, label: text(`tracing.outcome.${one}`) }))}
        value={outcome}
        allowDeselect={false}
        onChange={(next) => setOutcome(choices.find((one) => one === next) ?? outcome)}
      />
    </ActForm>
  )
}

type FieldProps = { readonly field: string; readonly value: string; readonly change: (next: string) => void }

function Words({ field, value, change }: FieldProps) {
  const text = useText()
  return (
    <Textarea
      label={text(`tracing.field.${field}`)}
      dir="auto"
      autosize
      minRows={2}
      maxLength={4_000}
      value={value}
      onChange={(event) => change(event.currentTarget.value)}
    />
  )
}

function DayField({ field, value, change }: FieldProps) {
  const text = useText()
  return (
    <TextInput
      type="date"
      label={text(`tracing.field.${field}`)}
      value={value}
      onChange={(event) => change(event.currentTarget.value)}
    />
  )
}
