import { Button } from '@mantine/core'
import {
  IconAlertCircle,
  IconArrowBackUp,
  IconChecks,
  IconFileSearch,
  IconPlayerPlay,
  IconTableColumn,
  IconTool,
} from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useMay } from '#kernel/session.tsx'
import { useText } from '#kernel/text.tsx'
import { Counts } from '#intake/counts.tsx'
import { ListActs } from '#intake/list-acts.tsx'
import { ListHead, useList } from '#intake/list-head.tsx'
import { useFileProblem } from '#intake/problems.ts'
import { RunList } from '#intake/run-list.tsx'
import { type ListRead, nextStep, type Step } from '#intake/states.ts'
import { Day } from '#ui/elapsed.tsx'
import { type Fact, Facts } from '#ui/facts.tsx'
import { JobBar } from '#ui/job-bar.tsx'
import { NextStep } from '#ui/next-step.tsx'
import { Inspector, Page } from '#ui/page.tsx'
import { PartialDate } from '#ui/partial-date.tsx'
import { RecordNumber } from '#ui/record-number.tsx'
import { Answered } from '#ui/trouble.tsx'

/** One list: what was said of it when it came, how far it has come, what is next. */
export function ListPage() {
  const { id, answer, job } = useList()
  const list = answer.output
  return (
    <Page
      title={id}
      {...(list
        ? {
            inspector: (
              <Inspector>
                <Counts list={list} />
                <ListActs list={list} />
              </Inspector>
            ),
          }
        : {})}
    >
      <Answered slice="intake" answer={answer}>
        {(found) => (
          <>
            <ListHead list={found} />
            <div className="sf-stack-wide">
              {job ? <JobBar job={job} /> : <Next list={found} />}
              <EnvelopePart list={found} />
            </div>
          </>
        )}
      </Answered>
    </Page>
  )
}

const icons = {
  looking: IconFileSearch,
  unreadable: IconAlertCircle,
  returned: IconArrowBackUp,
  map: IconTableColumn,
  run: IconPlayerPlay,
  mend: IconTool,
  settled: IconChecks,
} satisfies Record<Step, unknown>

const targets: Partial<Record<Step, string>> = { map: 'columns', mend: 'mend', settled: 'receipt' }

function Next({ list }: { readonly list: ListRead }) {
  const text = useText()
  const may = useMay()
  const problem = useFileProblem()
  const step = nextStep(list)
  const isMine = step === 'settled' || may('intake.register')
  const target = targets[step]
  const tone = step === 'unreadable' ? 'serious' : target === undefined && step !== 'run' ? 'calm' : 'next'
  const why = {
    count: list.counts.quarantined,
    reason: list.returnedReason === null ? '' : text(`intake.returned.${list.returnedReason}`),
  }
  return (
    <NextStep
      icon={icons[step]}
      tone={step === 'settled' ? 'calm' : tone}
      title={text(`intake.next.${step}`, why)}
      why={list.problem ? problem(list.problem) : text(`intake.next.${step}.why`, why)}
    >
      {isMine && target !== undefined && (
        <Button
          component={Link}
          to={`/intake/${list.id}/${target}`}
          variant={step === 'settled' ? 'default' : 'filled'}
        >
          {text(`intake.next.${step}.go`)}
        </Button>
      )}
      {isMine && step === 'run' && <RunList id={list.id} />}
    </NextStep>
  )
}

function EnvelopePart({ list }: { readonly list: ListRead }) {
  const text = useText()
  const { envelope } = list
  const { authenticity, legalStatus } = envelope
  const field = (name: string, value: Fact['value']): Fact => ({ label: text(`intake.field.${name}`), value })
  return (
    <section className="sf-stack">
      <h2 className="sf-section-title">{text('intake.envelope')}</h2>
      <Facts
        facts={[
          field('kind', text(`intake.kind.${envelope.kind}`)),
          field('number', envelope.number ?? <span className="sf-dim">{text('intake.envelope.noNumber')}</span>),
          field(
            'date',
            envelope.date ? (
              <PartialDate date={envelope.date} />
            ) : (
              <span className="sf-dim">{text('intake.envelope.noDate')}</span>
            ),
          ),
          field(
            'legalStatus',
            legalStatus &&
              [text(`registry.status.${legalStatus.status}`), legalStatus.written].filter(Boolean).join(' · '),
          ),
          field('receivedOn', <Day at={envelope.receivedOn} />),
          field('way', text(`intake.way.${envelope.way}`)),
          field('handedOverBy', envelope.handedOverBy),
          field('receivedBy', envelope.receivedBy),
          field('authenticity', text(`intake.authenticity.${authenticity.state}`)),
          field('how', authenticity.state === 'confirmed' && text(`intake.how.${authenticity.how}`)),
          field('by', authenticity.state === 'confirmed' && authenticity.by),
          field('why', authenticity.state === 'doubtful' && authenticity.why),
          field(
            'replaces',
            envelope.replaces ? <ListLink id={envelope.replaces} /> : text('intake.field.replacesNone'),
          ),
          field('fileName', envelope.fileName),
          field('sameFileAs', list.sameFileAs !== null && <ListLink id={list.sameFileAs} />),
          field('fileDestroyedAt', list.fileDestroyedAt !== null && <Day at={list.fileDestroyedAt} />),
        ]}
      />
      <p className="sf-caption">{text(`intake.kind.${envelope.kind}.means`)}</p>
    </section>
  )
}

function ListLink({ id }: { readonly id: string }) {
  return (
    <Link to={`/intake/${id}`}>
      <RecordNumber number={id} />
    </Link>
  )
}
