import { Button, Checkbox, Select } from '@mantine/core'
import { listRequests, State } from '@solferino/server/tracing/contract'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { usePages } from '#kernel/operation.ts'
import { useMay } from '#kernel/session.tsx'
import { useText } from '#kernel/text.tsx'
import { useCrumbs } from '#shell/crumbs.tsx'
import { fillOf, type StateName } from '#tracing/states.ts'
import { Elapsed } from '#ui/elapsed.tsx'
import { Name } from '#ui/name.tsx'
import { Page, PageHead } from '#ui/page.tsx'
import { RecordNumber } from '#ui/record-number.tsx'
import { StateRing } from '#ui/state-ring.tsx'
import { Tag } from '#ui/tag.tsx'
import { Answered, Empty } from '#ui/trouble.tsx'

type Filter = { state: StateName | null; urgent: boolean; mine: boolean; waiting: boolean }
const everything: Filter = { state: null, urgent: false, mine: false, waiting: false }

/** Tracing requests, longest in their state first. */
export function Requests() {
  const text = useText()
  const navigate = useNavigate()
  const may = useMay()
  const [filter, setFilter] = useState(everything)
  const pages = usePages(listRequests, askedOf(filter), ({ requests, next }) => ({ items: requests, next }))
  useCrumbs({ words: text('tracing.nav') })
  return (
    <Page title={text('tracing.nav')}>
      <PageHead
        title={text('tracing.nav')}
        facts={[text('tracing.list.lead')]}
        actions={
          may('tracing.file') && (
            <Button variant="filled" onClick={() => void navigate({ to: '/tracing/new' })}>
              {text('tracing.fileRequest.title')}
            </Button>
          )
        }
      />
      <Filters filter={filter} change={(next) => setFilter({ ...filter, ...next })} />
      <Answered slice="tracing" answer={pages}>
        {(requests) =>
          requests.length === 0 ? (
            <Empty>{text(filter === everything ? 'tracing.list.none' : 'tracing.list.nothing')}</Empty>
          ) : (
            <ul className="sf-tasks">
              {requests.map((one) => (
                <li key={one.id}>
                  <Link to={`/tracing/${one.id}`} className="sf-task">
                    <span className="sf-task-words">
                      <span className="sf-task-title">
                        <Name written={one.sought} />
                      </span>
                      <span className="sf-second sf-row">
                        <RecordNumber number={one.id} />
                        <StateRing fill={fillOf[one.state]}>{text(`tracing.state.${one.state}`)}</StateRing>
                      </span>
                    </span>
                    {one.urgent && <Tag tone="attention">{text('tracing.urgent')}</Tag>}
                    <span className="sf-task-age sf-second">
                      <Elapsed since={one.stateAt} />
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
          {text('tracing.list.more')}
        </Button>
      )}
    </Page>
  )
}

function askedOf({ state, urgent, mine, waiting }: Filter) {
  return {
    ...(state === null ? {} : { state }),
    ...(urgent ? { urgent: 'true' } : {}),
    ...(mine ? { mine: 'true' } : {}),
    ...(waiting ? { waiting: 'true' } : {}),
  }
}

type FiltersProps = { readonly filter: Filter; readonly change: (next: Partial<Filter>) => void }

function Filters({ filter, change }: FiltersProps) {
  const text = useText()
  return (
    <div className="sf-row" style={{ flexWrap: 'wrap', alignItems: 'flex-end', gap: 16, marginBottom: 16 }}>
      <Select
        label={text('tracing.list.state')}
        placeholder={text('tracing.list.anyState')}
        data={State.options.map((one) => ({ value: one, label: text(`tracing.state.${one}`) }))}
        value={filter.state}
        clearable
        clearButtonProps={{ 'aria-label': text('tracing.list.anyState') }}
        onChange={(next) => change({ state: State.options.find((one) => one === next) ?? null })}
      />
      {(['urgent', 'mine', 'waiting'] as const).map((one) => (
        <Checkbox
          key={one}
          label={text(`tracing.list.${one}`)}
          checked={filter[one]}
          onChange={(event) => change({ [one]: event.currentTarget.checked })}
        />
      ))}
    </div>
  )
}
