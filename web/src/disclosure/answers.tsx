import { Button } from '@mantine/core'
import { AnswerState, listAnswers } from '@solferino/server/disclosure/contract'
import { Link } from '@tanstack/react-router'
import { type AnswerShown, fillOf } from '#disclosure/states.ts'
import { usePages } from '#kernel/operation.ts'
import { useText } from '#kernel/text.tsx'
import { useCrumbs } from '#shell/crumbs.tsx'
import { Chips } from '#ui/chips.tsx'
import { Elapsed } from '#ui/elapsed.tsx'
import { oneOf, useFilter } from '#ui/filter.ts'
import { Page, PageHead } from '#ui/page.tsx'
import { RecordNumber } from '#ui/record-number.tsx'
import { StateRing } from '#ui/state-ring.tsx'
import { Answered, Empty } from '#ui/trouble.tsx'

const views = ['all', ...AnswerState.options] as const

/** Answers to those who ask, newest first: proposed, cleared, told, ended. */
export function Answers() {
  const text = useText()
  const [filter, change] = useFilter()
  const state = oneOf(AnswerState.options, filter['state'])
  const pages = usePages(listAnswers, state ? { state } : {}, ({ answers, next }) => ({ items: answers, next }))
  useCrumbs({ words: text('disclosure.nav') })
  return (
    <Page title={text('disclosure.nav')}>
      <PageHead title={text('disclosure.nav')} facts={[text('disclosure.list.lead')]} />
      <Chips
        label={text('disclosure.list.state')}
        chips={views.map((word) => ({ word, label: text(`disclosure.state.${word}`) }))}
        chosen={state ?? 'all'}
        choose={(word) => change({ state: word === 'all' ? null : word })}
      />
      <Answered slice="disclosure" answer={pages}>
        {(answers) =>
          answers.length === 0 ? (
            <Empty>{text(state ? 'disclosure.list.nothing' : 'disclosure.list.none')}</Empty>
          ) : (
            <AnswerRows answers={answers} />
          )
        }
      </Answered>
      {pages.hasMore && (
        <Button variant="subtle" onClick={pages.more}>
          {text('ui.more')}
        </Button>
      )}
    </Page>
  )
}

export function AnswerRows({ answers }: { readonly answers: readonly AnswerShown[] }) {
  const text = useText()
  return (
    <ul className="sf-tasks">
      {answers.map((one) => (
        <li key={one.id}>
          <Link to={`/answers/${one.id}`} className="sf-task">
            <span className="sf-task-words">
              <span className="sf-task-title">
                <RecordNumber number={one.request} /> <span>{text(`tracing.outcome.${one.outcome}`)}</span>
              </span>
              <span className="sf-second sf-row sf-wrap">
                <StateRing fill={fillOf[one.state]}>{text(`disclosure.state.${one.state}`)}</StateRing>
                <span>{text(`disclosure.known.${one.known}`)}</span>
                {one.endedBecause !== null && <span>{text(`disclosure.ending.${one.endedBecause}`)}</span>}
              </span>
            </span>
            <span className="sf-task-age">
              <Elapsed since={one.endedAt ?? one.toldAt ?? one.clearedAt ?? one.proposedAt} />
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
