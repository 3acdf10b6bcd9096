import { Button } from '@mantine/core'
import { listAnswers, readBasis } from '@solferino/server/disclosure/contract'
import { IconPencil } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { AnswerRows } from '#disclosure/answers.tsx'
import { DecideOrder, ReportChange, Sentence } from '#disclosure/basis-acts.tsx'
import { useAddressed } from '#kernel/address.ts'
import type { OutputOf } from '#kernel/client.ts'
import { useAnswer } from '#kernel/operation.ts'
import { useMay } from '#kernel/session.tsx'
import { useText } from '#kernel/text.tsx'
import { useCrumbs } from '#shell/crumbs.tsx'
import { Day } from '#ui/elapsed.tsx'
import { Name } from '#ui/name.tsx'
import { NextStep } from '#ui/next-step.tsx'
import { Inspector, Page, PageHead } from '#ui/page.tsx'
import { RecordNumber } from '#ui/record-number.tsx'
import { Tag } from '#ui/tag.tsx'
import { Answered, Empty } from '#ui/trouble.tsx'
import '#disclosure/disclosure.css'

export type Basis = OutputOf<typeof readBasis>

/** What may be told to who asks: the accepted pairs, the answers so far, and what is next. */
export function BasisPage() {
  const text = useText()
  const id = useAddressed() ?? ''
  const answer = useAnswer(readBasis, { id })
  const basis = answer.output
  useCrumbs({ words: text('disclosure.nav'), to: '/answers' }, { words: id })
  return (
    <Page title={id} {...(basis ? { inspector: <BasisInspector id={id} basis={basis} /> } : {})}>
      <Answered slice="disclosure" answer={answer}>
        {(found) => (
          <>
            <PageHead
              title={
                <>
                  <Name written={found.sought} size="head" />
                  <RecordNumber number={id} isTag />
                </>
              }
              facts={[
                <bdi key="enquirer" dir="auto">
                  {found.enquirer.name}
                </bdi>,
                ...(found.enquirer.relation === null ? [] : [text(`tracing.relation.${found.enquirer.relation}`)]),
                text(`tracing.state.${found.state}`),
                <Link key="case" to={`/tracing/${id}`}>
                  {text('disclosure.toCase')}
                </Link>,
              ]}
            />
            <div className="sf-stack-wide">
              <Next id={id} basis={found} />
              <Pairs pairs={found.pairs} />
              <AnswersSoFar id={id} />
            </div>
          </>
        )}
      </Answered>
    </Page>
  )
}

type PartProps = { readonly id: string; readonly basis: Basis }

function Next({ id, basis }: PartProps) {
  const text = useText()
  const may = useMay()
  if (basis.state !== 'outcome_pending' || !may('disclosure.propose')) return null
  return (
    <NextStep
      icon={IconPencil}
      title={text('disclosure.proposeAnswer.next')}
      why={text('disclosure.proposeAnswer.why')}
    >
      <div className="sf-row sf-wrap">
        <Button component={Link} to={`/answers/detriment/${id}`}>
          {text('disclosure.reviewDetriment.title')}
        </Button>
        <Button component={Link} to={`/answers/propose/${id}`} variant="filled" data-variant="filled">
          {text('disclosure.proposeAnswer.title')}
        </Button>
      </div>
    </NextStep>
  )
}

function Pairs({ pairs }: { readonly pairs: Basis['pairs'] }) {
  const text = useText()
  return (
    <section className="sf-stack">
      <h2 className="sf-section-title">{text('disclosure.pairs')}</h2>
      {pairs.length === 0 && <p className="sf-dim">{text('disclosure.pairs.none')}</p>}
      {pairs.map((one) => (
        <div key={one.pair} className="disclosure-pair">
          <span className="sf-row sf-wrap">
            <Name written={one.written} />
            <RecordNumber number={one.record} />
            <Tag tone={one.grade === 'established' ? 'settled' : 'plain'}>{text(`disclosure.grade.${one.grade}`)}</Tag>
          </span>
          <span className="sf-second">
            {text(`registry.notice.${one.notice}`)} · <Day at={one.receivedOn} />
            {one.status !== null && <> · {text(`registry.status.${one.status}`)}</>}
          </span>
        </div>
      ))}
    </section>
  )
}

function AnswersSoFar({ id }: { readonly id: string }) {
  const text = useText()
  const answer = useAnswer(listAnswers, { request: id })
  return (
    <section className="sf-stack">
      <h2 className="sf-section-title">{text('disclosure.nav')}</h2>
      <Answered slice="disclosure" answer={answer}>
        {({ answers }) =>
          answers.length === 0 ? <Empty>{text('disclosure.answers.none')}</Empty> : <AnswerRows answers={answers} />
        }
      </Answered>
    </section>
  )
}

const followed = ['resolved_followed', 'resolved', 'outcome_pending']

function BasisInspector({ id, basis }: PartProps) {
  const text = useText()
  const may = useMay()
  const others = basis.linkedCount
  return (
    <Inspector>
      <Sentence id={id} language={basis.enquirer.language} />
      {others > 0 && (
        <section className="sf-stack">
          <h2 className="sf-section-title">{text('disclosure.others')}</h2>
          <p>{text('disclosure.others.why', { count: others })}</p>
          {may('disclosure.sign') && <DecideOrder id={id} />}
        </section>
      )}
      {may('disclosure.propose') && followed.includes(basis.state) && (
        <section className="sf-stack">
          <h2 className="sf-section-title">{text('disclosure.reportChange.head')}</h2>
          <p className="sf-second">{text('disclosure.reportChange.why')}</p>
          <ReportChange id={id} />
        </section>
      )}
    </Inspector>
  )
}
