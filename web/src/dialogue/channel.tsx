import { Button, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { enterChannel, EntryKind, leaveChannel, readChannel } from '@solferino/server/dialogue/contract'
import { IconLock, IconSearch } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useAddressed } from '#kernel/address.ts'
import { useKeys } from '#kernel/keys.tsx'
import { useOperation, usePages } from '#kernel/operation.ts'
import { useMay } from '#kernel/session.tsx'
import { useText } from '#kernel/text.tsx'
import { Exchange } from '#dialogue/entry-row.tsx'
import { type Channel, useChannel, useChannels } from '#dialogue/places.ts'
import { Standing } from '#dialogue/standing.tsx'
import { ChannelTabs } from '#dialogue/tabs.tsx'
import { useCrumbs } from '#shell/crumbs.tsx'
import { Choice } from '#ui/fields.tsx'
import { oneOf, useFilter } from '#ui/filter.ts'
import { Keys } from '#ui/keys.tsx'
import { NextStep } from '#ui/next-step.tsx'
import { Page, PageHead } from '#ui/page.tsx'
import { Tag } from '#ui/tag.tsx'
import { Answered, Empty, TroubleLine } from '#ui/trouble.tsx'
import '#dialogue/dialogue.css'

/** One party's channel: what passed between them and us, what is awaited, what was promised. */
export function ChannelPage() {
  const text = useText()
  const party = useAddressed() ?? ''
  const channels = useChannels()
  const { channel, called } = useChannel(party)
  useCrumbs(
    { words: text('dialogue.nav'), to: '/dialogue' },
    { words: called === '' ? text('dialogue.channel') : called },
  )
  return (
    <Page title={text('dialogue.channel')}>
      <Answered slice="dialogue" answer={channels}>
        {() => {
          if (!channel)
            return (
              <>
                <PageHead title={text('kernel.notHere.title')} />
                <Empty>{text('dialogue.refusal.channel_unknown')}</Empty>
              </>
            )
          return channel.opened ? (
            <Opened channel={channel} called={called} />
          ) : (
            <Closed channel={channel} called={called} />
          )
        }}
      </Answered>
    </Page>
  )
}

type ChannelProps = { readonly channel: Channel; readonly called: string }

function Closed({ channel, called }: ChannelProps) {
  const text = useText()
  const running = useOperation(enterChannel)
  return (
    <>
      <PageHead title={<bdi>{called}</bdi>} facts={[text('dialogue.closed')]} />
      <NextStep icon={IconLock} title={text('dialogue.enterChannel.next')} why={text('dialogue.enterChannel.why')}>
        <Button variant="filled" loading={running.isPending} onClick={() => void running.run({ party: channel.party })}>
          {text('dialogue.enterChannel.title')}
        </Button>
      </NextStep>
      <TroubleLine slice="dialogue" trouble={running.trouble} />
    </>
  )
}

const kinds = EntryKind.exclude(['note', 'proposal']).options

function Opened({ channel, called }: ChannelProps) {
  const text = useText()
  const [filter, setFilter] = useFilter()
  const [typed, setTyped] = useState('')
  const [wanted] = useDebouncedValue(typed.trim(), 300)
  const kind = oneOf(kinds, filter['kind'])
  const asked = { party: channel.party, ...(kind ? { kind } : {}), ...(wanted === '' ? {} : { text: wanted }) }
  const pages = usePages(readChannel, asked, (output) => ({ items: [output], next: output.next }))
  const found = pages.output?.flatMap((page) => page.timeline) ?? []
  return (
    <>
      <Head channel={channel} called={called} />
      <ChannelTabs party={channel.party} context={channel.context} />
      <Answered slice="dialogue" answer={pages}>
        {([first]) =>
          first && (
            <div className="dialogue-columns">
              <section className="sf-stack">
                <h2 className="sf-section-title">{text('dialogue.exchange')}</h2>
                <div className="sf-filters">
                  <Choice
                    label={text('dialogue.filter.kind')}
                    options={kinds}
                    words={(one) => text(`dialogue.kind.${one}`)}
                    value={kind ?? null}
                    change={(next) => setFilter({ kind: next })}
                    none={text('dialogue.filter.any')}
                  />
                  <TextInput
                    label={text('dialogue.filter.text')}
                    leftSection={<IconSearch size={16} stroke={1.5} aria-hidden="true" />}
                    dir="auto"
                    autoComplete="off"
                    maxLength={200}
                    value={typed}
                    onChange={(event) => setTyped(event.currentTarget.value)}
                  />
                </div>
                {found.length === 0 ? (
                  <Empty>{text(kind || wanted !== '' ? 'dialogue.exchange.filtered' : 'dialogue.exchange.none')}</Empty>
                ) : (
                  <Exchange entries={found} />
                )}
                {pages.hasMore && <Button onClick={pages.more}>{text('ui.more')}</Button>}
              </section>
              <Standing read={first} />
            </div>
          )
        }
      </Answered>
    </>
  )
}

function Head({ channel, called }: ChannelProps) {
  const text = useText()
  const may = useMay()
  const navigate = useNavigate()
  const running = useOperation(leaveChannel)
  const { party } = channel
  const writes = may('dialogue.write')
  const add = () => void navigate({ to: `/dialogue/add/${party}` })
  const read = () => void navigate({ to: `/dialogue/read/${party}` })
  useKeys(
    writes
      ? [
          { code: 'KeyC', cap: 'C', label: 'dialogue.add.title', run: add },
          { code: 'KeyT', cap: 'T', label: 'dialogue.readReport.title', run: read },
        ]
      : [],
  )
  return (
    <>
      <PageHead
        title={
          <>
            <bdi>{called}</bdi>
            <Tag>
              <IconLock size={14} stroke={1.5} aria-hidden="true" /> {text('dialogue.confidential')}
            </Tag>
          </>
        }
        facts={[text('dialogue.leftOut')]}
        actions={
          <>
            <Button
              variant="subtle"
              color="gray"
              loading={running.isPending}
              onClick={() => void running.run({ party })}
            >
              {text('dialogue.leaveChannel.title')}
            </Button>
            {writes && (
              <>
                <Button rightSection={<Keys caps={['T']} />} onClick={read}>
                  {text('dialogue.readReport.title')}
                </Button>
                <Button onClick={() => void navigate({ to: `/dialogue/draft/${party}` })}>
                  {text('dialogue.draftRepresentation.title')}
                </Button>
                <Button variant="filled" rightSection={<Keys caps={['C']} />} onClick={add}>
                  {text('dialogue.add.title')}
                </Button>
              </>
            )}
          </>
        }
      />
      <TroubleLine slice="dialogue" trouble={running.trouble} />
    </>
  )
}
