import { Link } from '@tanstack/react-router'
import { useMay } from '#kernel/session.tsx'
import { useText } from '#kernel/text.tsx'
import { LockMark, useCalled, waitsOf } from '#dialogue/channel-facts.tsx'
import { type Channel, useChannels } from '#dialogue/places.ts'
import { useCrumbs } from '#shell/crumbs.tsx'
import { Elapsed } from '#ui/elapsed.tsx'
import { Page, PageHead } from '#ui/page.tsx'
import { usePlaces } from '#ui/places.ts'
import { Answered, Empty } from '#ui/trouble.tsx'
import '#dialogue/dialogue.css'

/** Every channel of which one is a member, party by party in the alphabet: the same form for each. */
export function Channels() {
  const text = useText()
  const may = useMay()
  const places = usePlaces()
  const answer = useChannels()
  useCrumbs({ words: text('dialogue.nav') })
  return (
    <Page title={text('dialogue.nav')}>
      <PageHead title={text('dialogue.nav')} facts={[text('dialogue.listChannels.lead')]} />
      <Answered slice="dialogue" answer={answer}>
        {({ channels }) =>
          channels.length === 0 ? (
            <Empty>{text('dialogue.listChannels.none')}</Empty>
          ) : (
            <div className="sf-stack-wide">
              {places.contexts
                .filter(({ id }) => channels.some((one) => one.context === id))
                .map(({ id, words }) => (
                  <section key={id} className="sf-stack">
                    <div className="sf-row sf-wrap">
                      <h2 className="sf-section-title sf-grow">{words}</h2>
                      {may('dialogue.compare') && (
                        <Link to={`/dialogue/balance/${id}`}>{text('dialogue.compareMatters.title')}</Link>
                      )}
                    </div>
                    <ChannelList channels={channels.filter((one) => one.context === id)} />
                  </section>
                ))}
            </div>
          )
        }
      </Answered>
    </Page>
  )
}

function ChannelList({ channels }: { readonly channels: readonly Channel[] }) {
  const called = useCalled(channels)
  return (
    <ul className="dialogue-channels">
      {called.map(({ channel, words }) => (
        <li key={channel.party}>
          <ChannelCard channel={channel} words={words} />
        </li>
      ))}
    </ul>
  )
}

/** How much waits in a channel and since when. Nothing of what is said in it shows before it is opened. */
function ChannelCard({ channel, words }: { readonly channel: Channel; readonly words: string }) {
  const text = useText()
  return (
    <Link to={`/dialogue/${channel.party}`} className="sf-box dialogue-card">
      <span className="dialogue-card-name">
        <bdi>{words}</bdi>
      </span>
      <LockMark isOpened={channel.opened} />
      <dl className="sf-pairs">
        {waitsOf(channel).map(({ key, count, since }) => (
          <div key={key} style={{ display: 'contents' }}>
            <dt>{text(`dialogue.waits.${key}`)}</dt>
            <dd className="sf-figures">
              {count}
              {since !== null && (
                <span className="sf-second">
                  {' '}
                  {text('dialogue.oldest')} <Elapsed since={since} />
                </span>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </Link>
  )
}
