import { Button } from '@mantine/core'
import { listPairs, State } from '@solferino/server/matching/contract'
import { Link } from '@tanstack/react-router'
import { useIntl } from 'react-intl'
import { usePages } from '#kernel/operation.ts'
import { useMay } from '#kernel/session.tsx'
import { useText } from '#kernel/text.tsx'
import { fillOf } from '#matching/states.ts'
import { useCrumbs } from '#shell/crumbs.tsx'
import { Chips } from '#ui/chips.tsx'
import { Elapsed } from '#ui/elapsed.tsx'
import { oneOf, useFilter } from '#ui/filter.ts'
import { Name } from '#ui/name.tsx'
import { Page, PageHead } from '#ui/page.tsx'
import { RecordNumber } from '#ui/record-number.tsx'
import { StateRing } from '#ui/state-ring.tsx'
import { Tag } from '#ui/tag.tsx'
import { Answered, Empty } from '#ui/trouble.tsx'
import '#matching/matching.css'

const views = ['all', ...State.options] as const

/** Pairs of a request and a record, in the order in which they were proposed. */
export function Pairs() {
  const text = useText()
  const intl = useIntl()
  const may = useMay()
  const [filter, change] = useFilter()
  const state = oneOf(State.options, filter['state'])
  const { request, record } = filter
  const asked = { ...(state ? { state } : {}), ...(request ? { request } : {}), ...(record ? { record } : {}) }
  const pages = usePages(listPairs, asked, ({ pairs, next }) => ({ items: pairs, next }))
  useCrumbs({ words: text('matching.nav') })
  return (
    <Page title={text('matching.nav')}>
      <PageHead
        title={text('matching.nav')}
        facts={[text('matching.list.lead')]}
        actions={may('matching.propose') && <Link to="/pairs/propose">{text('matching.proposePair.title')}</Link>}
      />
      <Chips
        label={text('matching.list.state')}
        chips={views.map((word) => ({ word, label: text(`matching.state.${word}`) }))}
        chosen={state ?? 'all'}
        choose={(word) => change({ state: word === 'all' ? null : word })}
      />
      {(request ?? record) !== undefined && (
        <Button variant="subtle" onClick={() => change({ request: null, record: null })}>
          {text('matching.list.only', { number: request ?? record ?? '' })}
        </Button>
      )}
      <Answered slice="matching" answer={pages}>
        {(pairs) =>
          pairs.length === 0 ? (
            <Empty>{text(state ? 'matching.list.nothing' : 'matching.list.none')}</Empty>
          ) : (
            <ul className="sf-tasks">
              {pairs.map((pair) => (
                <li key={pair.id}>
                  <Link to={`/pairs/${pair.id}`} className="sf-task">
                    <span className="sf-task-words">
                      <span className="sf-task-title matching-two">
                        <Name written={pair.sought} /> <span className="sf-dim">{text('matching.and')}</span>{' '}
                        <Name written={pair.recorded} />
                      </span>
                      <span className="sf-second sf-row sf-wrap">
                        <StateRing fill={fillOf[pair.state]}>{text(`matching.state.${pair.state}`)}</StateRing>
                        <span className="sf-figures">
                          {intl.formatNumber(pair.probability, { style: 'percent', maximumFractionDigits: 0 })}
                        </span>
                        <RecordNumber number={pair.request} /> <RecordNumber number={pair.record} />
                        {pair.grade !== null && <Tag>{text(`matching.grade.${pair.grade}`)}</Tag>}
                        {pair.doubtedAt !== null && <Tag tone="serious">{text('matching.doubted')}</Tag>}
                      </span>
                    </span>
                    <span className="sf-task-age">
                      <Elapsed since={pair.stateAt} />
                    </span>
                  </Link>
                </li>
              ))}
            </ul>
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
