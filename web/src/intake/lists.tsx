import { Button } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { type ListLine, listLists, ListState } from '@solferino/server/intake/contract'
import { Link, useNavigate } from '@tanstack/react-router'
import type { z } from 'zod'
import { usePages } from '#kernel/operation.ts'
import { useMay } from '#kernel/session.tsx'
import { useText } from '#kernel/text.tsx'
import { fillOf, settledCount } from '#intake/states.ts'
import { useCrumbs } from '#shell/crumbs.tsx'
import { Elapsed } from '#ui/elapsed.tsx'
import { Choice } from '#ui/fields.tsx'
import { oneOf, useFilter } from '#ui/filter.ts'
import { Page, PageHead } from '#ui/page.tsx'
import { usePlaces } from '#ui/places.ts'
import { RecordNumber } from '#ui/record-number.tsx'
import { StateRing } from '#ui/state-ring.tsx'
import { Tag } from '#ui/tag.tsx'
import { Answered, Empty } from '#ui/trouble.tsx'
import '#intake/intake.css'
import '#ui/table.css'

type Line = z.infer<typeof ListLine>

/** Lists that parties sent, newest first. */
export function Lists() {
  const text = useText()
  const navigate = useNavigate()
  const may = useMay()
  const [filter] = useFilter()
  const state = oneOf(ListState.options, filter['state'])
  const { context, channel } = filter
  const asked = {
    ...(state === undefined ? {} : { state }),
    ...(context === undefined ? {} : { context }),
    ...(channel === undefined ? {} : { channel }),
  }
  const pages = usePages(listLists, asked, ({ lists, next }) => ({ items: lists, next }))
  const isFiltered = Object.keys(asked).length > 0
  useCrumbs({ words: text('intake.nav') })
  return (
    <Page title={text('intake.nav')}>
      <PageHead
        title={text('intake.nav')}
        facts={[text('intake.lists.lead')]}
        actions={
          may('intake.receive') && (
            <Button variant="filled" onClick={() => void navigate({ to: '/intake/new' })}>
              {text('intake.receiveList.title')}
            </Button>
          )
        }
      />
      <Filters />
      <Answered slice="intake" answer={pages}>
        {(lists) =>
          lists.length === 0 ? (
            <Empty>{text(isFiltered ? 'intake.lists.nothing' : 'intake.lists.none')}</Empty>
          ) : (
            <ul className="sf-tasks">
              {lists.map((one) => (
                <li key={one.id}>
                  <ListRow line={one} />
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

function ListRow({ line }: { readonly line: Line }) {
  const text = useText()
  const places = usePlaces()
  const { counts } = line
  return (
    <Link to={`/intake/${line.id}`} className="sf-task">
      <IconFileImport size={20} stroke={1.5} aria-hidden="true" />
      <span className="sf-task-words">
        <span className="sf-task-title">
          <span>{text(`intake.kind.${line.kind}`)}</span>
          {line.number !== null && <bdi dir="auto">{line.number}</bdi>}
        </span>
        <span className="sf-second sf-row sf-wrap">
          <RecordNumber number={line.id} />
          <StateRing fill={fillOf[line.state]}>{text(`intake.state.${line.state}`)}</StateRing>
          <span>{places.channel(line.context, line.channel)}</span>
          {counts.rows !== null && (
            <span className="sf-figures">
              {text('intake.lists.settled', { settled: settledCount(counts), rows: counts.rows })}
            </span>
          )}
        </span>
      </span>
      <span className="sf-row sf-wrap intake-marks">
        {line.problem && <Tag tone="serious">{text('intake.lists.unreadable')}</Tag>}
        {line.authenticity !== 'confirmed' && (
          <Tag tone="attention">{text(`intake.authenticity.${line.authenticity}`)}</Tag>
        )}
        {counts.quarantined > 0 && (
          <Tag tone="attention">{text('intake.lists.toMend', { count: counts.quarantined })}</Tag>
        )}
      </span>
      <span className="sf-task-age">
        <Elapsed since={line.enteredAt} />
      </span>
    </Link>
  )
}

function Filters() {
  const text = useText()
  const places = usePlaces()
  const [filter, change] = useFilter()
  const contexts = places.contexts.map(({ id }) => id)
  const context = oneOf(contexts, filter['context']) ?? (contexts.length === 1 ? contexts[0] : undefined)
  const parties = context === undefined ? [] : places.parties(context).map(({ id }) => id)
  return (
    <div className="sf-filters">
      <Choice
        label={text('intake.field.state')}
        none={text('intake.lists.anyState')}
        options={ListState.options}
        words={(one) => text(`intake.state.${one}`)}
        value={oneOf(ListState.options, filter['state']) ?? null}
        change={(state) => change({ state })}
      />
      {contexts.length > 1 && (
        <Choice
          label={text('intake.field.context')}
          none={text('intake.lists.anyContext')}
          options={contexts}
          words={places.context}
          value={context ?? null}
          change={(next) => change({ context: next, channel: null })}
        />
      )}
      {context !== undefined && parties.length > 1 && (
        <Choice
          label={text('intake.field.channel')}
          none={text('intake.lists.anyChannel')}
          options={parties}
          words={(one) => places.channel(context, one)}
          value={oneOf(parties, filter['channel']) ?? null}
          change={(channel) => change({ channel })}
        />
      )}
    </div>
  )
}
