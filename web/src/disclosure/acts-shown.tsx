import { DetrimentAsked, readAnswer } from '@solferino/server/disclosure/contract'
import { Link } from '@tanstack/react-router'
import { z } from 'zod'
import { Gate } from '#disclosure/gate.tsx'
import { ToldWords } from '#disclosure/told-words.tsx'
import { useAnswer } from '#kernel/operation.ts'
import { useText } from '#kernel/text.tsx'
import { Facts } from '#ui/facts.tsx'
import { RecordNumber } from '#ui/record-number.tsx'
import { Answered } from '#ui/trouble.tsx'

type ActProps = { readonly payload: unknown; readonly subject: string }

const Signed = z.object({ answer: z.string(), content: z.string() })

/** An answer that waits for its second signature: the words to be told, what they rest on, and the gate as it stands now. */
export function SignAct({ payload }: ActProps) {
  const signed = Signed.safeParse(payload).data
  const answer = useAnswer(readAnswer, { id: signed?.answer ?? '' }, { enabled: signed !== undefined })
  const text = useText()
  if (!signed) return null
  return (
    <Answered slice="disclosure" answer={answer}>
      {({ content, now, answer: shown }) => (
        <div className="sf-stack-wide">
          {content ? (
            <ToldWords words={content.words} language={content.language} />
          ) : (
            <p>{text('disclosure.answer.walled')}</p>
          )}
          {content && (
            <Facts
              facts={[
                { label: text('disclosure.field.known'), value: text(`disclosure.known.${content.known}`) },
                { label: text('disclosure.field.factGrade'), value: text(`disclosure.factGrade.${content.factGrade}`) },
                { label: text('disclosure.field.factSource'), value: content.factSource },
                { label: text('disclosure.field.harmConsidered'), value: content.harmConsidered },
              ]}
            />
          )}
          {now && <Gate missing={now.missing} signature="yours" />}
          <Link to={`/answers/${shown.id}`}>{text('disclosure.answer.open')}</Link>
        </div>
      )}
    </Answered>
  )
}

/** What two people would decide about harm, with its reasons. */
export function DetrimentAct({ payload, subject }: ActProps) {
  const asked = DetrimentAsked.safeParse(payload).data
  if (!asked) return null
  return (
    <div className="sf-stack">
      <RecordNumber number={subject} />
      <DetrimentFacts review={asked} />
    </div>
  )
}

type Review = Omit<z.infer<typeof DetrimentAsked>, 'request' | 'pair'>

/** A review of detriment as its facts. */
export function DetrimentFacts({ review }: { readonly review: Review }) {
  const text = useText()
  const flags = review.trigger.map((one) => text(`disclosure.flag.${one}`)).join(' · ')
  const items = review.items.map((one) => text(`disclosure.item.${one}`)).join(' · ')
  return (
    <Facts
      facts={[
        { label: text('disclosure.field.decision'), value: text(`disclosure.decision.${review.decision}`) },
        { label: text('disclosure.field.items'), value: items },
        { label: text('disclosure.field.regime'), value: text(`disclosure.regime.${review.regime}`) },
        { label: text('disclosure.field.trigger'), value: flags },
        { label: text('disclosure.field.personsAtRisk'), value: review.personsAtRisk },
        { label: text('disclosure.field.sourceOfRisk'), value: review.sourceOfRisk },
        { label: text('disclosure.field.reason'), value: review.reason },
        { label: text('disclosure.field.reviewOn'), value: review.reviewOn },
      ]}
    />
  )
}
