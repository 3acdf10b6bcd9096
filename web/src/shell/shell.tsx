import { useMediaQuery } from '@mantine/hooks'
import { UnstyledButton } from '@mantine/core'
import { IconKeyboard, IconSearch, IconWifiOff } from '@tabler/icons-react'
import { Link, Outlet, useMatches, useNavigate } from '@tanstack/react-router'
import { Suspense, useEffect, useState } from 'react'
import { useConnection } from '#kernel/connection.tsx'
import { useKeys } from '#kernel/keys.tsx'
import { useMay, useSelf } from '#kernel/session.tsx'
import { useText } from '#kernel/text.tsx'
import { Keys } from '#ui/keys.tsx'
import { Crumbs } from '#shell/crumbs.tsx'
import { goLetter } from '#shell/go.ts'
import { Jobs } from '#shell/jobs.tsx'
import { KeysHelp } from '#shell/keys-help.tsx'
import { mayFind, type NavLine, navOf, useRooms } from '#shell/rooms.tsx'
import { Search } from '#shell/search.tsx'
import { SelfMenu } from '#shell/self-menu.tsx'
import { Signatures } from '#shell/signatures.tsx'
import { BottomBar } from '#shell/bottom-bar.tsx'
import { useWaiting } from '#shell/waiting.ts'
import '#shell/shell.css'

const groups = ['first', 'persons', 'parties', 'house'] as const

export function Shell() {
  const text = useText()
  const { mode } = useSelf()
  const { lost } = useConnection()
  const rooms = useRooms()
  const lines = navOf(rooms, useMay())
  const canSearch = mayFind(rooms)
  const isFocus = useMatches().some((match) => match.staticData.focus === true)
  const [isSearching, setSearching] = useState(false)
  const [isHelping, setHelping] = useState(false)
  useGoKeys(lines)
  useKeys([{ code: 'Shift+Slash', cap: '?', label: 'kernel.keys.all', run: () => setHelping(true) }])
  useEffect(() => {
    // Ctrl K always acts: it is no single letter.
    const onKey = (event: KeyboardEvent) => {
      if (!canSearch || event.code !== 'KeyK' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      setSearching((was) => !was)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [canSearch])

  return (
    <div className="sf-shell" data-focus={isFocus}>
      <a className="sf-skip" href="#content">
        {text('kernel.shell.skip')}
      </a>
      {mode === 'exercise' && <ExerciseStrip />}
      <Rail lines={lines} help={() => setHelping(true)} />
      <header className="sf-top">
        <Crumbs />
        {canSearch ? (
          <UnstyledButton className="sf-searchbox" onClick={() => setSearching(true)} aria-keyshortcuts="Control+K">
            <IconSearch size={16} stroke={1.5} aria-hidden="true" />
            <span>{text('kernel.search.box')}</span>
            <Keys caps={['Ctrl', 'K']} isAlways />
          </UnstyledButton>
        ) : (
          <span />
        )}
        <div className="sf-top-end">
          <Jobs />
          <Signatures />
          <SelfMenu />
        </div>
      </header>
      <div className="sf-main">
        {rooms.map(({ name, above: Above }) => Above && <Above key={name} />)}
        <output>
          {lost && (
            <span className="sf-lost">
              <IconWifiOff size={16} stroke={1.5} aria-hidden="true" />
              {text('kernel.connection.lost')}
            </span>
          )}
        </output>
        <div className="sf-main-screen">
          <Suspense fallback={null}>
            <Outlet />
          </Suspense>
        </div>
      </div>
      <BottomBar lines={lines} search={canSearch ? () => setSearching(true) : null} />
      {isSearching && <Search close={() => setSearching(false)} />}
      {isHelping && <KeysHelp lines={lines} canSearch={canSearch} close={() => setHelping(false)} />}
    </div>
  )
}

export function ExerciseStrip() {
  const text = useText()
  return (
    <aside className="sf-strip" aria-label={text('kernel.exercise')}>
      <strong>{text('kernel.exercise')}</strong> {text('kernel.exercise.why')}
    </aside>
  )
}

function Rail({ lines, help }: { readonly lines: readonly NavLine[]; readonly help: () => void }) {
  const text = useText()
  const { contexts, settings } = useSelf()
  const isNarrow = useMediaQuery('(max-width: 1199px)', false, { getInitialValueInEffect: false })
  const isFocus = useMatches().some((match) => match.staticData.focus === true)
  const waiting = useWaiting()
  return (
    <nav className="sf-rail" aria-label={text('kernel.shell.rooms')}>
      <Link to="/" className="sf-logo" aria-label="Solferino">
        {isNarrow || isFocus ? 'S' : 'Solferino'}
      </Link>
      <div className="sf-rail-contexts">
        {contexts.map((one) => (
          <div key={one.id}>{one.labels[settings.language] ?? one.labels.en}</div>
        ))}
      </div>
      {groups.map((group) => {
        const own = lines.filter((line) => line.group === group)
        if (own.length === 0) return null
        return (
          <div key={group}>
            {group !== 'first' && (
              <div className="sf-rail-group">
                <span>{text(`kernel.shell.group.${group}`)}</span>
              </div>
            )}
            {own.map((line) => (
              <Link
                key={line.path}
                to={line.path}
                className="sf-rail-line"
                activeOptions={{ exact: line.path === '/' }}
                title={text(line.words)}
              >
                <line.icon size={18} stroke={1.5} aria-hidden="true" />
                <span className="sf-rail-words">{text(line.words)}</span>
                {line.path === '/' && waiting.count > 0 && <span className="sf-rail-count">{waiting.count}</span>}
              </Link>
            ))}
          </div>
        )
      })}
      <div className="sf-rail-foot">
        <UnstyledButton className="sf-rail-line" onClick={help} title={text('kernel.keys.title')} w="100%">
          <IconKeyboard size={18} stroke={1.5} aria-hidden="true" />
          <span className="sf-rail-words">{text('kernel.keys.title')}</span>
        </UnstyledButton>
      </div>
    </nav>
  )
}

const goWithinMs = 1_500

function useGoKeys(lines: readonly NavLine[]): void {
  const navigate = useNavigate()
  const [goingAt, setGoingAt] = useState(0)
  const isGoing = goingAt > 0
  useKeys([
    { code: 'KeyG', cap: 'G', label: 'kernel.keys.go', run: () => setGoingAt(Date.now()) },
    ...(isGoing
      ? lines.map((line) => ({
          code: `Key${goLetter(line.path)}`,
          cap: goLetter(line.path),
          label: line.words,
          run: () => {
            if (Date.now() - goingAt < goWithinMs) void navigate({ to: line.path })
            setGoingAt(0)
          },
        }))
      : []),
  ])
  useEffect(() => {
    if (goingAt === 0) return undefined
    const timer = setTimeout(() => setGoingAt(0), goWithinMs)
    return () => clearTimeout(timer)
  }, [goingAt])
}
