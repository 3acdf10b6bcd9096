import { correctHistory, type readEntry } from '@solferino/server/dialogue/contract'
import type { OutputOf } from '#kernel/client.ts'
import { useMay } from '#kernel/session.tsx'
import { useText } from '#kernel/text.tsx'
import { Day } from '#ui/elapsed.tsx'
import { FormAct } from '#ui/form-act.tsx'
import { useDateWords } from '#ui/partial-date.tsx'

type HistoryProps = { readonly read: Pick<OutputOf<typeof readEntry>, 'entry' | 'history'> }

/** All that happened to an entry, oldest first. Nothing is taken back: a step that was wrong stays, with its correction. */
export function History({ read }: HistoryProps) {
  const text = useText()
  const may = useMay()
  const dateWords = useDateWords()
  const { entry, history } = read
  return (
    <section className="sf-stack">
      <h2 className="sf-section-title">{text('dialogue.history')}</h2>
      <ol className="dialogue-history">
        {history.map((step, at) => (
          <li key={step.id} id={step.id}>
            <span className="sf-second sf-figures">{at + 1}</span>
            <div className="sf-stack">
              <span>
                {text(`dialogue.step.${step.act}`)}
                {step.on !== null && <> · {dateWords(step.on)}</>}
                {step.corrects !== null && (
                  <>
                    {' '}
                    {text('dialogue.history.corrects', {
                      number: history.findIndex((one) => one.id === step.corrects) + 1,
                    })}
                  </>
                )}
              </span>
              <span className="sf-second">
                <Day at={step.at} withTime />
                {step.proposedBy !== null && <> · {text('dialogue.history.two')}</>}
              </span>
              {step.words !== null && (
                <p dir="auto" className="sf-said">
                  {step.words}
                </p>
              )}
              {may('dialogue.write') && step.corrects === null && (
                <FormAct contract={correctHistory} fixed={{ id: entry.id, corrects: step.id }} variant="subtle" />
              )}
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}
