import { Drawer } from '@mantine/core'
import { IconMenu2, IconSearch } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useText } from '#kernel/text.tsx'
import type { NavLine } from '#shell/rooms.tsx'

/** On a phone: the worklist, the search, the first room one may enter, and the rest. */
export function BottomBar({
  lines,
  search,
}: {
  readonly lines: readonly NavLine[]
  readonly search: (() => void) | null
}) {
  const text = useText()
  const [isOpen, setOpen] = useState(false)
  const worklist = lines.find((line) => line.path === '/')
  const room = lines.find((line) => line.path !== '/')
  return (
    <nav className="sf-tabs" aria-label={text('kernel.shell.rooms')}>
      {worklist && <Tab line={worklist} />}
      {search && (
        <button type="button" className="sf-tab" onClick={search}>
          <IconSearch size={20} stroke={1.5} aria-hidden="true" />
          {text('kernel.search.title')}
        </button>
      )}
      {room && <Tab line={room} />}
      <button type="button" className="sf-tab" onClick={() => setOpen(true)} aria-haspopup="dialog">
        <IconMenu2 size={20} stroke={1.5} aria-hidden="true" />
        {text('kernel.shell.more')}
      </button>
      <Drawer
        opened={isOpen}
        onClose={() => setOpen(false)}
        position="bottom"
        size="auto"
        title={text('kernel.shell.rooms')}
        closeButtonProps={{ 'aria-label': text('ui.close') }}
      >
        {lines.map((line) => (
          <Link
            key={line.path}
            to={line.path}
            className="sf-rail-line"
            style={{ minHeight: 44 }}
            activeOptions={{ exact: line.path === '/' }}
            onClick={() => setOpen(false)}
          >
            <line.icon size={20} stroke={1.5} aria-hidden="true" />
            {text(line.words)}
          </Link>
        ))}
      </Drawer>
    </nav>
  )
}

function Tab({ line }: { readonly line: NavLine }) {
  const text = useText()
  return (
    <Link to={line.path} className="sf-tab" activeOptions={{ exact: line.path === '/' }}>
      <line.icon size={20} stroke={1.5} aria-hidden="true" />
      {text(line.words)}
    </Link>
  )
}
