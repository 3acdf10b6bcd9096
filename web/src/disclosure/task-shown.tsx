import { readAnswer, readBasis } from '@solferino/server/disclosure/contract'
import { Gate } from '#disclosure/gate.tsx'
import { ToldWords } from '#disclosure/told-words.tsx'
import { useAnswer } from '#kernel/operation.ts'
import type { Task } from '#kernel/room.ts'
import { useText } from '#kernel/text.tsx'
import { Answered } from '#ui/trouble.tsx'
import { Facts } from '#ui/facts.tsx'
import { Name } from '#ui/name.tsx'

/** Enough of an answer to decide at once: what will be told, and the gate. */
export function AnswerTask({ task }: { readonly task: Task }) {
  const answer = useAnswer(readAnswer, { id: task.subject })
  return (
    <Answered slice="disclosure" answer={answer}>
      {({ content, now, answer: shown }) => (
        <>
          {content && (
            <section>
              <ToldWords words={content.words} language={content.language} />
            </section>
          )}
          {now && <Gate missing={now.missing} signature={shown.state === 'proposed' ? 'yours' : 'signed'} />}
        </>
      )}
    </Answered>
  )
}

/** What an answer would rest on. */
export function BasisTask({ task }: { readonly task: Task }) {
  const text = useText()
  const answer = useAnswer(readBasis, { id: task.subject })
  return (
    <Answered slice="disclosure" answer={answer}>
      {({ enquirer, pairs }) => (
        <section>
          <Facts
            facts={[
              { label: text('tracing.enquirer'), value: enquirer.name },
              {
                label: text('tracing.field.relation'),
                value: enquirer.relation && text(`tracing.relation.${enquirer.relation}`),
              },
              ...pairs.map((one) => ({
                label: text(`disclosure.grade.${one.grade}`),
                value: <Name written={one.written} size="inline" />,
              })),
            ]}
          />
        </section>
      )}
    </Answered>
  )
}
