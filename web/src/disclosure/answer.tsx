import { readAnswer } from '@solferino/server/disclosure/contract'
import { IconMessageCheck, IconSignature } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { StopAnswer, WithdrawAnswer } from '#disclosure/answer-acts.tsx'
import { DetrimentFacts } from '#disclosure/acts-shown.tsx'
import { Gate } from '#disclosure/gate.tsx'
import { RecordTold } from '#disclosure/record-told.tsx'
import { fillOf } from '#disclosure/states.ts'
import { ToldWords } from '#disclosure/told-words.tsx'
import { useAddressed } from '#kernel/address.ts'
import type { OutputOf } from '#kernel/client.ts'
import { useAnswer } from '#kernel/operation.ts'
import { useMay, useSelf } from '#kernel/session.tsx'
import { useText } from '#kernel/text.tsx'
import { useCrumbs } from '#shell/crumbs.tsx'
import { useWaiting } from '#shell/waiting.ts'
import { Day } from '#ui/elapsed.tsx'
import { Facts } from '#ui/facts.tsx'
import { NextStep } from '#ui/next-step.tsx'
import { Inspector, Page, PageHead } from '#ui/page.tsx'
import { RecordNumber } from '#ui/record-number.tsx'
import { StateRing } from '#ui/state-ring.tsx'
import { Answered } from '#ui/trouble.tsx'
import '#disclosure/disclosure.css'

export type AnswerRead = OutputOf<typeof readAnswer>

/** One answer: the words, what they rest on, the gate as it stands now, and the telling. */
export function AnswerPage() {
  const text = useText()
  const id = useAddressed() ?? ''
  const answer = useAnswer(readAnswer, { id })
  const read = answer.output
  const request = read?.answer.request ?? ''
  useCrumbs(
    { words: text('disclosure.nav'), to: '/answers' },
    ...(read ? [{ words: request, to: `/answers/of/${request}` }, { words: text('disclosure.answer') }] : []),
  )
  return (
    <Page title={text('disclosure.answer')} {...(read ? { inspector: <AnswerInspector read={read} /> } : {})}>
      <Answered slice="disclosure" answer={answer}>
        {(found) => (
          <>
            <Head read={found} />
            <div className="sf-stack-wide">
              <Next read={found} />
              {found.content ? (
                <ToldWords words={found.content.words} language={found.content.language} />
              ) : (
                <p>{text('disclosure.answer.walled')}</p>
              )}
              <Told telling={found.telling} />
              {found.content && <Rests content={found.content} />}
              {found.detriment && (
                <section className="sf-stack">
                  <h2 className="sf-section-title">{text('disclosure.detriment')}</h2>
                  <DetrimentFacts review={found.detriment} />
                </section>
              )}
            </div>
          </>
        )}
      </Answered>
    </Page>
  )
}

type PartProps = { readonly read: AnswerRead }

function Head({ read }: PartProps) {
  const text = useText()
  const { answer, stopped } = read
  return (
    <PageHead
      title={
        <>
          {text(`tracing.outcome.${answer.outcome}`)}
          <RecordNumber number={answer.request} isTag />
        </>
      }
      facts={[
        <StateRing key="state" fill={fillOf[answer.state]}>
          {text(`disclosure.state.${answer.state}`)}
        </StateRing>,
        text(`disclosure.known.${answer.known}`),
        <span key="until">
          {text('disclosure.field.until')} <Day at={answer.until} />
        </span>,
        ...(answer.endedBecause === null ? [] : [text(`disclosure.ending.${answer.endedBecause}`)]),
        ...(stopped === null
          ? []
          : [
              <bdi key="stopped" dir="auto">
                {stopped}
              </bdi>,
            ]),
      ]}
    />
  )
}

/** The next step, where one is this person's: the signature, or telling. */
function Next({ read }: PartProps) {
  const text = useText()
  const may = useMay()
  const self = useSelf()
  const { toSign } = useWaiting()
  const { answer, now } = read
  if (answer.state === 'proposed') {
    const own = answer.proposedBy === self.id
    const proposal = toSign.find((one) => one.subject === answer.request && one.act.startsWith('disclosure.clear'))
    return (
      <NextStep
        icon={IconSignature}
        tone={own ? 'calm' : 'next'}
        title={text('disclosure.sign.title')}
        why={text(own ? 'disclosure.sign.own' : 'disclosure.sign.why')}
      >
        {proposal && <Link to={`/signatures/${proposal.id}`}>{text('disclosure.sign.read')}</Link>}
      </NextStep>
    )
  }
  if (answer.state !== 'cleared' || !may('disclosure.propose') || now?.changed) return null
  return <NextStep icon={IconMessageCheck} title={text('disclosure.tell.title')} why={text('disclosure.tell.why')} />
}

function Told({ telling }: { readonly telling: AnswerRead['telling'] }) {
  const text = useText()
  if (!telling) return null
  return (
    <section className="sf-stack">
      <h2 className="sf-section-title">{text('disclosure.told')}</h2>
      <Facts
        facts={[
          { label: text('disclosure.field.to'), value: telling.to },
          { label: text('disclosure.field.by'), value: telling.by },
          { label: text('disclosure.field.how'), value: text(`disclosure.how.${telling.how}`) },
          { label: text('disclosure.field.heldAt'), value: <Day at={telling.heldAt} withTime /> },
          { label: text('disclosure.field.interpreter'), value: telling.interpreter },
          { label: text('disclosure.field.papers'), value: telling.papers.join(' · ') },
          { label: text('disclosure.field.remarks'), value: telling.remarks },
        ]}
      />
    </section>
  )
}

function Rests({ content }: { readonly content: NonNullable<AnswerRead['content']> }) {
  const text = useText()
  const fields = content.identity.fields.map((one) =>
    text.has(`matching.field.${one}`) ? text(`matching.field.${one}`) : one,
  )
  const consent = content.personConsent
  return (
    <section className="sf-stack">
      <h2 className="sf-section-title">{text('disclosure.rests')}</h2>
      <Facts
        facts={[
          { label: text('disclosure.field.identity'), value: text(`disclosure.grade.${content.identity.grade}`) },
          { label: text('disclosure.field.fields'), value: fields.join(' · ') },
          { label: text('disclosure.field.factGrade'), value: text(`disclosure.factGrade.${content.factGrade}`) },
          { label: text('disclosure.field.factSource'), value: content.factSource },
          {
            label: text('disclosure.field.items'),
            value: content.items.map((one) => text(`disclosure.item.${one}`)).join(' · '),
          },
          { label: text('disclosure.field.recipient'), value: consent?.recipient },
          { label: text('disclosure.field.harmConsidered'), value: content.harmConsidered },
          {
            label: text('disclosure.field.harmFlags'),
            value: content.harmFlags.map((one) => text(`disclosure.flag.${one}`)).join(' · '),
          },
          { label: text('disclosure.field.bestInterests'), value: content.bestInterests },
        ]}
      />
    </section>
  )
}

function AnswerInspector({ read }: PartProps) {
  const text = useText()
  const may = useMay()
  const { answer, now } = read
  const stands = answer.state === 'proposed' || answer.state === 'cleared'
  const tells = answer.state === 'cleared' && read.content !== null && may('disclosure.propose')
  return (
    <Inspector>
      {now && <Gate missing={now.missing} signature={answer.state === 'cleared' ? 'signed' : 'waits'} />}
      {now?.changed && (
        <section className="sf-stack">
          <h2 className="sf-section-title">{text('disclosure.changed')}</h2>
          <p>{text(`disclosure.refusal.${now.changed}`)}</p>
        </section>
      )}
      {tells && <RecordTold id={answer.id} content={read.content} known={answer.known} />}
      {stands && (
        <section className="disclosure-acts">
          {may('disclosure.propose') && <WithdrawAnswer id={answer.id} />}
          {may('disclosure.stop') && <StopAnswer id={answer.id} />}
        </section>
      )}
      {!stands && (
        <section>
          <Link to={`/answers/of/${answer.request}`}>{text('disclosure.toBasis')}</Link>
        </section>
      )}
    </Inspector>
  )
}
