import { listTasks } from '@solferino/server/kernel/contract'
import { closeQuestions } from '@solferino/server/matching/contract'
import { Link } from '@tanstack/react-router'
import { useAddressed } from '#kernel/address.ts'
import { useAnswer, useOperation } from '#kernel/operation.ts'
import { useText } from '#kernel/text.tsx'
import { useCrumbs } from '#shell/crumbs.tsx'
import { Act } from '#ui/act.tsx'
import { Page, PageHead } from '#ui/page.tsx'
import { RecordNumber } from '#ui/record-number.tsx'
import { Answered, Empty } from '#ui/trouble.tsx'

/** Questions for a family: asked of all alike, and nothing here says why. What is learned is written into the request. */
export function AskedOfFamily() {
  const text = useText()
  const id = useAddressed() ?? ''
  const answer = useAnswer(listTasks, {})
  const running = useOperation(closeQuestions)
  useCrumbs({ words: id, to: `/tracing/${id}` }, { words: text('matching.asked') })
  return (
    <Page title={text('matching.asked')} width="reading">
      <PageHead
        title={text('matching.asked')}
        facts={[
          <Link key="case" to={`/tracing/${id}`}>
            <RecordNumber number={id} />
          </Link>,
        ]}
      />
      <Answered slice="matching" answer={answer}>
        {({ tasks }) => {
          const task = tasks.find((one) => one.kind === 'askFamily' && one.subject === id)
          if (!task) return <Empty>{text('matching.asked.none')}</Empty>
          return (
            <div className="sf-stack-wide">
              <ol className="matching-questions">
                {Object.values(task.values).map((question) => (
                  <li key={question}>{text(`matching.question.${question}`)}</li>
                ))}
              </ol>
              <p className="sf-second">{text('matching.asked.how')}</p>
              <Act
                slice="matching"
                title={text('matching.closeQuestions.title')}
                running={running}
                act={() => running.run({ id })}
              />
            </div>
          )
        }}
      </Answered>
    </Page>
  )
}
