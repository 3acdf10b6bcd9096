import { Modal } from '@mantine/core'
import { useShownKeys } from '#kernel/keys.tsx'
import { usePreferences, useText } from '#kernel/text.tsx'
import { Keys } from '#ui/keys.tsx'
import type { NavLine } from '#shell/rooms.tsx'
import { goLetter } from '#shell/go.ts'

type KeysHelpProps = { readonly lines: readonly NavLine[]; readonly canSearch: boolean; readonly close: () => void }

export function KeysHelp({ lines, canSearch, close }: KeysHelpProps) {
  const text = useText()
  const { keys } = usePreferences().preferences
  const shown = useShownKeys()
  const rows = [
    ...(canSearch ? [{ caps: ['Ctrl', 'K'], words: text('kernel.search.title') }] : []),
    { caps: ['Ctrl', '↵'], words: text('kernel.keys.finish') },
    { caps: ['Esc'], words: text('kernel.keys.back') },
    ...(keys ? shown.map((key) => ({ caps: [key.cap], words: text(key.label) })) : []),
    ...(keys ? lines.map((line) => ({ caps: ['G', goLetter(line.path)], words: text(line.words) })) : []),
  ]
  return (
    <Modal
      opened
      onClose={close}
      title={text('kernel.keys.title')}
      closeButtonProps={{ 'aria-label': text('ui.close') }}
    >
      <div className="sf-stack">
        {rows.map((row) => (
          <div key={`${row.caps.join('')} ${row.words}`} className="sf-row" style={{ justifyContent: 'space-between' }}>
            <span>{row.words}</span>
            <Keys caps={row.caps} isAlways />
          </div>
        ))}
        <p className="sf-caption">{text(keys ? 'kernel.keys.on' : 'kernel.keys.off')}</p>
      </div>
    </Modal>
  )
}
