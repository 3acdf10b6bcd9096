import { IconFileText } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useText } from '#kernel/text.tsx'
import { LockMark, useCalled, waitsOf } from '#dialogue/channel-facts.tsx'
import { type Channel, useChannels } from '#dialogue/places.ts'
import { Elapsed } from '#ui/elapsed.tsx'
import { usePlaces } from '#ui/places.ts'
import '#dialogue/dialogue.css'

/** On the home of who speaks with the parties: what waits in each channel of a context, and a text to be read into one. */
export function ChannelsAtHome() {
  const text = useText()
  const places = usePlaces()
  const channels = useChannels().output?.channels ?? []
  if (channels.length === 0) return null
  return (
    <section className="dialogue-home sf-stack" aria-label={text('dialogue.home')}>
      {places.contexts
        .map(({ id, words }) => ({ id, words, own: channels.filter((one) => one.context === id) }))
        .filter(({ own }) => own.length > 0)
        .map(({ id, words, own }) => (
          <div key={id} className="sf-stack">
            <h2 className="dialogue-home-title">{text('dialogue.home.of', { context: words })}</h2>
            <Lines channels={own} />
          </div>
        ))}
    </section>
  )
}

function Lines({ channels }: { readonly channels: readonly Channel[] }) {
  const text = useText()
  const called = useCalled(channels)
  return (
    <ul className="dialogue-home-lines">
      {called.map(({ channel, words }) => (
        <li key={channel.party}>
          <Link to={`/dialogue/${channel.party}`} className="dialogue-card-name">
            <bdi>{words}</bdi>
          </Link>
          <LockMark isOpened={channel.opened} />
          <Waits channel={channel} />
          <Link to={`/dialogue/read/${channel.party}`} className="dialogue-mark">
            <IconFileText size={14} stroke={1.5} aria-hidden="true" /> {text('dialogue.home.read')}
          </Link>
        </li>
      ))}
    </ul>
  )
}

function Waits({ channel }: { readonly channel: Channel }) {
  const text = useText()
  const waiting = waitsOf(channel).filter(({ count }) => count > 0)
  return (
    <span className="sf-dim">
      {waiting.length === 0 && text('dialogue.home.nothing')}
      {waiting.map(({ key, count, since }, at) => (
        <span key={key}>
          {at > 0 && ' · '}
          {text(`dialogue.waits.${key}`)} <span className="sf-figures">{count}</span>
          {since !== null && (
            <>
              , {text('dialogue.oldest')} <Elapsed since={since} />
            </>
          )}
        </span>
      ))}
    </span>
  )
}
