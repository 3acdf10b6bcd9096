import { Modal } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { search } from '@solferino/server/kernel/contract'
import { IconSearch } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, useState } from 'react'
import { useAnswer } from '#kernel/operation.ts'
import type { Found } from '#kernel/room.ts'
import { useText } from '#kernel/text.tsx'
import { Keys } from '#ui/keys.tsx'
import { Name } from '#ui/name.tsx'
import { RecordNumber } from '#ui/record-number.tsx'
import { Tag } from '#ui/tag.tsx'
import { TroubleLine } from '#ui/trouble.tsx'
import { foundShown, useRooms } from '#shell/rooms.tsx'
import '#shell/search.css'

const pauseMs = 120

/** The one search: any script, while one types, over what this person may see. */
export function Search({ close }: { readonly close: () => void }) {
  const text = useText()
  const navigate = useNavigate()
  const rooms = useRooms()
  const [typed, setTyped] = useState('')
  const [place, setPlace] = useState(0)
  const [wanted] = useDebouncedValue(typed.trim(), pauseMs)
  const answer = useAnswer(search, { text: wanted }, { enabled: wanted.length > 0 })
  const found = wanted.length > 0 ? (answer.output?.found ?? []) : []
  const hits = found.filter((one) => foundShown(rooms, one.slice, one.kind))

  const open = (hit: Found | undefined) => {
    const shown = hit && foundShown(rooms, hit.slice, hit.kind)
    if (!shown) return
    void navigate({ to: shown.to(hit) })
    close()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.code === 'ArrowDown') setPlace((was) => Math.min(was + 1, hits.length - 1))
    else if (event.code === 'ArrowUp') setPlace((was) => Math.max(was - 1, 0))
    else if (event.code === 'Enter') open(hits[place])
    else return
    event.preventDefault()
  }
  return (
    <Modal
      opened
      onClose={close}
      withCloseButton={false}
      size={800}
      padding={0}
      yOffset="9vh"
      classNames={{ content: 'sf-search' }}
      aria-label={text('kernel.search.title')}
    >
      <div className="sf-search-head">
        <IconSearch size={22} stroke={1.5} aria-hidden="true" />
        <input
          data-autofocus
          className="sf-search-input"
          role="combobox"
          aria-label={text('kernel.search.box')}
          aria-expanded={hits.length > 0}
          aria-controls="search-hits"
          aria-autocomplete="list"
          {...(hits[place] ? { 'aria-activedescendant': `hit-${place}` } : {})}
          autoComplete="off"
          spellCheck={false}
          dir="auto"
          maxLength={200}
          placeholder={text('kernel.search.box')}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            setPlace(0)
          }}
          onKeyDown={onKeyDown}
        />
        <output className="sf-second sf-figures">
          {wanted && answer.isFresh ? text('kernel.search.count', { count: hits.length }) : ''}
        </output>
      </div>
      <div className="sf-search-body">
        {/* eslint-disable-next-line jsx-a11y/prefer-tag-over-role -- hits hold more than words, which no option of a select may */}
        <div id="search-hits" role="listbox" aria-label={text('kernel.search.hits')}>
          {hits.map((hit, index) => (
            <Hit
              key={`${hit.slice} ${hit.id}`}
              hit={hit}
              index={index}
              isActive={index === place}
              open={() => open(hit)}
            />
          ))}
        </div>
        {wanted && answer.trouble && <TroubleLine slice="kernel" trouble={answer.trouble} again={answer.again} />}
        {wanted && answer.isFresh && !answer.trouble && hits.length === 0 && (
          <p className="sf-search-none">{text('kernel.search.none')}</p>
        )}
        {!wanted && <p className="sf-search-none">{text('kernel.search.how')}</p>}
      </div>
      <div className="sf-search-foot">
        <Keys caps={['↑', '↓']} isAlways /> {text('kernel.keys.move')}
        <Keys caps={['↵']} isAlways /> {text('kernel.keys.open')}
        <Keys caps={['Esc']} isAlways /> {text('kernel.keys.close')}
        <span className="sf-search-only">{text('kernel.search.only')}</span>
      </div>
    </Modal>
  )
}

type HitProps = {
  readonly hit: Found
  readonly index: number
  readonly isActive: boolean
  readonly open: () => void
}

function Hit({ hit, index, isActive, open }: HitProps) {
  const text = useText()
  const shown = foundShown(useRooms(), hit.slice, hit.kind)
  const facts = `${hit.slice}.found.${hit.kind}.facts`
  return (
    // The keys are taken by the field above, which says what is active: the pattern of a combobox.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus, jsx-a11y/prefer-tag-over-role
    <div id={`hit-${index}`} role="option" aria-selected={isActive} className="sf-hit" onClick={open}>
      {shown && <shown.icon size={18} stroke={1.5} aria-hidden="true" />}
      <span className="sf-grow">
        <Name written={hit.name} romanised={hit.romanised} />
        <span className="sf-second sf-row">
          <RecordNumber number={hit.id} />
          {text.has(facts) && <span>{text(facts, hit.values)}</span>}
        </span>
      </span>
      <span className="sf-row sf-hit-why">
        {hit.reasons.slice(0, 2).map((reason) => (
          <Reason key={`${reason.part} ${reason.key}`} reason={reason.key} part={reason.part} />
        ))}
      </span>
      <span className="sf-second sf-hit-kind">{text(`${hit.slice}.found.${hit.kind}`)}</span>
    </div>
  )
}

function Reason({ part, reason }: { readonly part: string; readonly reason: string }) {
  const text = useText()
  const key = `kernel.reason.${reason}`
  return text.has(key) ? <Tag>{text(key, { part })}</Tag> : null
}
