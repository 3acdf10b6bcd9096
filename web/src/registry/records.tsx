import { Button } from '@mantine/core'
import { IconFileText } from '@tabler/icons-react'
import { ListNumber, listRecords, NoticeKind, type RecordLine } from '@solferino/server/registry/contract'
import { Link, useNavigate } from '@tanstack/react-router'
import type { z } from 'zod'
import { usePages } from '#kernel/operation.ts'
import { useMay } from '#kernel/session.tsx'
import { useText } from '#kernel/text.tsx'
import { Marks } from '#registry/marks.tsx'
import { RegistryTabs } from '#registry/tabs.tsx'
import { useCrumbs } from '#shell/crumbs.tsx'
import { Day } from '#ui/elapsed.tsx'
import { Choice } from '#ui/fields.tsx'
import { oneOf, useFilter } from '#ui/filter.ts'
import { Name } from '#ui/name.tsx'
import { Page, PageHead } from '#ui/page.tsx'
import { usePlaces } from '#ui/places.ts'
import { RecordNumber } from '#ui/record-number.tsx'
import { Tag } from '#ui/tag.tsx'
import { Answered, Empty } from '#ui/trouble.tsx'
import '#registry/registry.css'
import '#ui/table.css'

const marks = ['none', 'unconfirmed', 'withdrawn'] as const

/** Records as sources sent them, newest first. */
export function Records() {
  const text = useText()
  const navigate = useNavigate()
  const may = useMay()
  const [filter] = useFilter()
  const asked = askedOf(filter)
  const pages = usePages(listRecords, asked, ({ records, next }) => ({ items: records, next }))
  useCrumbs({ words: text('registry.nav') })
  return (
    <Page title={text('registry.nav')}>
      <PageHead
        title={text('registry.nav')}
        facts={[text('registry.records.lead')]}
        actions={
          may('registry.write') && (
            <Button onClick={() => void navigate({ to: '/registry/new' })}>{text('registry.enterRecord.title')}</Button>
          )
        }
      />
      <RegistryTabs />
      <Filters />
      <Answered slice="registry" answer={pages}>
        {(records) =>
          records.length === 0 ? (
            <Empty>{text(Object.keys(asked).length > 0 ? 'registry.records.nothing' : 'registry.records.none')}</Empty>
          ) : (
            <ul className="sf-tasks">
              {records.map((one) => (
                <li key={one.id}>
                  <RecordRow record={one} />
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

/** Only what stands in clear can be filtered by, and only what the contract knows is passed on from an address. */
function askedOf(filter: Readonly<Record<string, string>>) {
  const { context, channel } = filter
  const list = ListNumber.safeParse(filter['list']).data
  const notice = oneOf(NoticeKind.options, filter['notice'])
  const mark = oneOf(marks, filter['mark'])
  return {
    ...(context === undefined ? {} : { context }),
    ...(channel === undefined ? {} : { channel }),
    ...(list === undefined ? {} : { list }),
    ...(notice === undefined ? {} : { notice }),
    ...(mark === undefined ? {} : { mark }),
  }
}

function RecordRow({ record }: { readonly record: z.infer<typeof RecordLine> }) {
  const text = useText()
  const places = usePlaces()
  return (
    <Link to={`/registry/records/${record.id}`} className="sf-task">
      <IconFileText size={20} stroke={1.5} aria-hidden="true" />
      <span className="sf-task-words">
        <span className="sf-task-title">
          {record.name === '' ? (
            <span className="sf-dim">{text('registry.noName')}</span>
          ) : (
            <Name written={record.name} />
          )}
        </span>
        <span className="sf-second sf-row sf-wrap">
          <RecordNumber number={record.id} />
          <span>{text(`registry.notice.${record.notice}`)}</span>
          <span>{places.channel(record.context, record.channel)}</span>
          {record.list !== null && (
            <span className="sf-row">
              <RecordNumber number={record.list} />
              {record.row !== null && text('registry.row', { row: record.row })}
            </span>
          )}
        </span>
      </span>
      <span className="sf-row sf-wrap registry-marks">
        <Marks of={record} />
        {record.person !== null && <Tag>{text('registry.mark.linked')}</Tag>}
      </span>
      <span className="sf-task-age">
        <Day at={record.receivedOn} />
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
  const channels = context === undefined ? [] : [...places.parties(context).map(({ id }) => id), 'families', 'house']
  const list = ListNumber.safeParse(filter['list']).data
  return (
    <div className="sf-filters">
      <Choice
        label={text('registry.field.notice')}
        none={text('registry.any')}
        options={NoticeKind.options}
        words={(one) => text(`registry.notice.${one}`)}
        value={oneOf(NoticeKind.options, filter['notice']) ?? null}
        change={(notice) => change({ notice })}
      />
      <Choice
        label={text('registry.field.mark')}
        none={text('registry.any')}
        options={marks}
        words={(one) => text(`registry.mark.${one}`)}
        value={oneOf(marks, filter['mark']) ?? null}
        change={(mark) => change({ mark })}
      />
      {contexts.length > 1 && (
        <Choice
          label={text('registry.field.context')}
          none={text('registry.any')}
          options={contexts}
          words={places.context}
          value={context ?? null}
          change={(next) => change({ context: next, channel: null })}
        />
      )}
      {context !== undefined && (
        <Choice
          label={text('registry.field.channel')}
          none={text('registry.any')}
          options={channels}
          words={(one) => places.channel(context, one)}
          value={oneOf(channels, filter['channel']) ?? null}
          change={(channel) => change({ context, channel })}
        />
      )}
      {list !== undefined && (
        <Button variant="subtle" onClick={() => change({ list: null })}>
          {text('registry.records.ofList', { list })}
        </Button>
      )}
    </div>
  )
}
