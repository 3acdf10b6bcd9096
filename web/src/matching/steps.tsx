import { useText } from '#kernel/text.tsx'
import type { PairRead } from '#matching/states.ts'
import { Day } from '#ui/elapsed.tsx'

/** What was done with a pair, oldest first; what the first reviewer decided is blank until a second has decided. */
export function Steps({ steps }: { readonly steps: PairRead['steps'] }) {
  const text = useText()
  if (steps.length === 0) return null
  return (
    <section className="sf-stack matching-steps">
      <h2 className="sf-section-title">{text('matching.steps')}</h2>
      <ol>
        {steps.map(({ kind, at, decision, questions }) => (
          <li key={at + kind}>
            <Day at={at} withTime /> {text(`matching.step.${kind}`)}
            {decision && decision.grade !== null && <>: {text(`matching.grade.${decision.grade}`)}</>}
            {decision && decision.because !== null && <>: {text(`matching.rejection.${decision.because}`)}</>}
            {decision && decision.fields.length > 0 && (
              <p className="sf-second">{decision.fields.map((field) => text(`matching.field.${field}`)).join(' · ')}</p>
            )}
            {questions.length > 0 && (
              <p className="sf-second">
                {questions.map((question) => text(`matching.question.${question}`)).join(' · ')}
              </p>
            )}
            {decision && decision.note !== null && (
              <p className="sf-second">
                <bdi dir="auto">{decision.note}</bdi>
              </p>
            )}
            {kind === 'accept' && decision === null && <p className="sf-second">{text('matching.blind')}</p>}
          </li>
        ))}
      </ol>
    </section>
  )
}
