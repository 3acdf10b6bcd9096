import { Button } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconHourglass, IconSignature } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import { createElement, type ReactNode, Suspense, useEffect, useRef, useState } from 'react'
import { useIntl } from 'react-intl'
import { useKeys } from '#kernel/keys.tsx'
import type { Task } from '#kernel/room.ts'
import { useNow } from '#kernel/now.ts'
import { useMay } from '#kernel/session.tsx'
import { useText } from '#kernel/text.tsx'
import { useCrumbs } from '#shell/crumbs.tsx'
import { ProposalInspector, useProposalTitle } from '#shell/proposal.tsx'
import { taskShown, useRooms } from '#shell/rooms.tsx'
import { type Proposal, useWaiting } from '#shell/waiting.ts'
import { Elapsed } from '#ui/elapsed.tsx'
import { Keys } from '#ui/keys.tsx'
import { Name } from '#ui/name.tsx'
import { Inspector, Page, PageHead } from '#ui/page.tsx'
import { Answered, Empty } from '#ui/trouble.tsx'
import '#shell/worklist.css'

type Row = {
  readonly key: string
  readonly slice: string
  readonly urgency: Task['urgency']
  readonly since: string
  readonly to: string
  readonly task: Task | null
  readonly proposal: Proposal | null
}

const groups = ['waiting', 'today', 'later'] as const

/** What needs this person now, and why: by need and waiting, never by side. */
export function Worklist() {
  const text = useText()
  const intl = useIntl()
  const now = useNow()
  const may = useMay()
  const rooms = useRooms()
  const navigate = useNavigate()
  const waiting = useWaiting()
  const rows = useRows()
  const [slice, setSlice] = useState<string | null>(null)
  const [chosenKey, setChosenKey] = useState<string | null>(null)
  const isWide = useMediaQuery('(min-width: 1200px)', true, { getInitialValueInEffect: false })
  useCrumbs({ words: text('kernel.worklist.title') })

  const shown = slice === null ? rows : rows.filter((row) => row.slice === slice)
  const ordered = groups.flatMap((group) => shown.filter((row) => row.urgency === group))
  const chosen = ordered.find((row) => row.key === chosenKey) ?? (isWide ? ordered[0] : undefined)
  const move = (by: number) => {
    const place = ordered.findIndex((row) => row.key === chosen?.key)
    const next = ordered[Math.min(Math.max(place + by, 0), ordered.length - 1)]
    if (next) setChosenKey(next.key)
  }
  const open = () => chosen && void navigate({ to: chosen.to })
  useKeys([
    { code: 'KeyJ', cap: 'J', label: 'kernel.keys.next', run: () => move(1) },
    { code: 'ArrowDown', cap: '↓', label: 'kernel.keys.next', run: () => move(1) },
    { code: 'KeyK', cap: 'K', label: 'kernel.keys.previous', run: () => move(-1) },
    { code: 'ArrowUp', cap: '↑', label: 'kernel.keys.previous', run: () => move(-1) },
    { code: 'Enter', cap: '↵', label: 'kernel.keys.open', run: () => open() },
  ])
  const slices = [...new Set(rows.map((row) => row.slice))]
  return (
    <Page
      title={text('kernel.worklist.title')}
      {...(chosen ? { inspector: <RowInspector row={chosen} /> } : {})}
      drawer={{ isOpen: chosenKey !== null, close: () => setChosenKey(null) }}
      bar={<Foot mine={waiting.mine.length} />}
    >
      <PageHead
        title={text('kernel.worklist.head', { count: rows.length })}
        actions={
          <span className="sf-dim">{intl.formatDate(now, { weekday: 'long', day: 'numeric', month: 'long' })}</span>
        }
      />
      <Suspense>
        {rooms.map(({ name, home }) => home && may(...home.capabilities) && createElement(home.screen, { key: name }))}
      </Suspense>
      <Answered slice="kernel" answer={waiting.answer}>
        {() => (
          <>
            {slices.length > 1 && (
              <div className="sf-chips">
                <Chip isOn={slice === null} count={rows.length} set={() => setSlice(null)}>
                  {text('kernel.worklist.all')}
                </Chip>
                {slices.map((one) => (
                  <Chip
                    key={one}
                    isOn={slice === one}
                    count={rows.filter((row) => row.slice === one).length}
                    set={() => setSlice(one)}
                  >
                    {text(one === 'kernel' ? 'kernel.signatures.title' : `${one}.nav`)}
                  </Chip>
                ))}
              </div>
            )}
            {rows.length === 0 && <Empty>{text('kernel.worklist.nothing')}</Empty>}
            {groups.map((group) => {
              const own = ordered.filter((row) => row.urgency === group)
              if (own.length === 0) return null
              return (
                <section key={group} className="sf-task-group">
                  <h2>
                    {text(`kernel.worklist.group.${group}`)} <span>{own.length}</span>
                  </h2>
                  <ul className="sf-tasks">
                    {own.map((row) => (
                      <li key={row.key}>
                        <TaskRow
                          row={row}
                          isChosen={row.key === chosen?.key}
                          choose={isWide ? () => setChosenKey(row.key) : null}
                        />
                      </li>
                    ))}
                  </ul>
                </section>
              )
            })}
          </>
        )}
      </Answered>
    </Page>
  )
}

function useRows(): readonly Row[] {
  const rooms = useRooms()
  const { tasks, toSign } = useWaiting()
  const toRow = (task: Task): Row => ({
    key: `${task.slice} ${task.kind} ${task.subject}`,
    slice: task.slice,
    urgency: task.urgency,
    since: task.since,
    to: taskShown(rooms, task)?.to(task) ?? '/',
    task,
    proposal: null,
  })
  const signing = toSign.map((proposal) => ({
    key: proposal.id,
    slice: 'kernel',
    urgency: 'waiting' as const,
    since: proposal.proposedAt,
    to: `/signatures/${proposal.id}`,
    task: null,
    proposal,
  }))
  return [...tasks.map(toRow), ...signing]
}

type TaskRowProps = { readonly row: Row; readonly isChosen: boolean; readonly choose: (() => void) | null }

function TaskRow({ row, isChosen, choose }: TaskRowProps) {
  const rooms = useRooms()
  const text = useText()
  const proposalTitle = useProposalTitle()
  const link = useRef<HTMLAnchorElement>(null)
  useEffect(() => {
    if (isChosen) link.current?.scrollIntoView({ block: 'nearest' })
  }, [isChosen])
  const shown = row.task && taskShown(rooms, row.task)
  const Icon = shown ? shown.icon : IconSignature
  const About = shown?.about
  return (
    <Link
      ref={link}
      to={row.to}
      className="sf-task"
      data-chosen={isChosen}
      {...(isChosen ? { 'aria-current': true } : {})}
      onClick={(event) => {
        // The first click shows it at the side, the second opens it; the keyboard's Enter opens at once.
        if (!choose || isChosen || event.detail === 0) return
        event.preventDefault()
        choose()
      }}
    >
      <Icon size={20} stroke={1.5} aria-hidden="true" />
      <span className="sf-task-words">
        <span className="sf-task-title">
          {row.task && <span>{taskTitle(text, row.task)}</span>}
          {row.proposal && <span>{text('kernel.worklist.sign', { what: proposalTitle(row.proposal) })}</span>}
          {row.task?.name && <Name written={row.task.name} />}
          {row.task && About && <About task={row.task} />}
        </span>
        <span className="sf-second">
          {row.task && text(`${row.task.slice}.task.${row.task.kind}.why`, taskValues(row.task))}
          {row.proposal && text('kernel.signatures.why')}
        </span>
      </span>
      <span className="sf-task-age">
        <Elapsed since={row.since} />
      </span>
    </Link>
  )
}

const taskValues = (task: Task) => ({ count: task.count, ...task.values })

function taskTitle(text: ReturnType<typeof useText>, task: Task): string {
  return text(`${task.slice}.task.${task.kind}`, taskValues(task))
}

function RowInspector({ row }: { readonly row: Row }) {
  const rooms = useRooms()
  const text = useText()
  if (row.proposal) return <ProposalInspector proposal={row.proposal} />
  if (!row.task) return null
  const shown = taskShown(rooms, row.task)
  const { inspector: Own, about: About } = shown ?? {}
  return (
    <Inspector
      bar={
        <Button
          component={Link}
          to={row.to}
          variant="filled"
          data-variant="filled"
          rightSection={<Keys caps={['↵']} />}
        >
          {text('kernel.keys.open')}
        </Button>
      }
    >
      <section className="sf-stack">
        <span className="sf-second">{taskTitle(text, row.task)}</span>
        {row.task.name && (
          <h2>
            <Name written={row.task.name} size="head" />
          </h2>
        )}
        {About && (
          <h2>
            <About task={row.task} />
          </h2>
        )}
        <p>{text(`${row.task.slice}.task.${row.task.kind}.why`, taskValues(row.task))}</p>
      </section>
      {Own && <Own task={row.task} />}
    </Inspector>
  )
}

type ChipProps = {
  readonly isOn: boolean
  readonly count: number
  readonly set: () => void
  readonly children: ReactNode
}

function Chip({ isOn, count, set, children }: ChipProps) {
  return (
    <button type="button" className="sf-chip" aria-pressed={isOn} onClick={set}>
      {children}
      <span>{count}</span>
    </button>
  )
}

function Foot({ mine }: { readonly mine: number }) {
  const text = useText()
  return (
    <>
      <span className="sf-row sf-dim">
        <IconHourglass size={16} stroke={1.5} aria-hidden="true" />
        {mine > 0 ? (
          <Link to="/signatures">{text('kernel.worklist.others', { count: mine })}</Link>
        ) : (
          text('kernel.worklist.noOthers')
        )}
      </span>
      <span className="sf-bar-end sf-second">
        <span className="sf-row">
          <Keys caps={['J', 'K']} /> {text('kernel.keys.move')}
        </span>
        <span className="sf-row">
          <Keys caps={['↵']} /> {text('kernel.keys.open')}
        </span>
        <span className="sf-row">
          <Keys caps={['?']} /> {text('kernel.keys.all')}
        </span>
      </span>
    </>
  )
}
