import { listAccess } from '@solferino/server/dialogue/contract'
import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useAddressed } from '#kernel/address.ts'
import { useAnswer } from '#kernel/operation.ts'
import { useMay } from '#kernel/session.tsx'
import { useText } from '#kernel/text.tsx'
import { Exchange } from '#dialogue/entry-row.tsx'
import { useChannel } from '#dialogue/places.ts'
import { Promised } from '#dialogue/standing.tsx'
import { ChannelTabs } from '#dialogue/tabs.tsx'
import type { Of } from '#dialogue/words.ts'
import { useCrumbs } from '#shell/crumbs.tsx'
import { Page, PageHead } from '#ui/page.tsx'
import { Answered, Empty } from '#ui/trouble.tsx'
import '#dialogue/dialogue.css'

const counted = ['asked', 'unanswered', 'agreed', 'refused', 'visited', 'prevented'] as const

/** What was asked of one party and what became of it, beside what it promised: both in full, judged by nobody. */
export function AccessLedger() {
  const text = useText()
  const may = useMay()
  const navigate = useNavigate()
  const party = useAddressed() ?? ''
  const { channel, called } = useChannel(party)
  const answer = useAnswer(listAccess, { party })
  useCrumbs(
    { words: text('dialogue.nav'), to: '/dialogue' },
    { words: called, to: `/dialogue/${party}` },
    { words: text('dialogue.listAccess.title') },
  )
  const add = () => void navigate({ to: `/dialogue/add/${party}`, search: { kind: 'access' } })
  return (
    <Page title={text('dialogue.listAccess.title')}>
      <PageHead
        title={text('dialogue.listAccess.title')}
        facts={[<bdi key="party">{called}</bdi>]}
        actions={
          may('dialogue.write') && (
            <Button variant="filled" onClick={add}>
              {text('dialogue.planAccess.title')}
            </Button>
          )
        }
      />
      {channel && <ChannelTabs party={party} context={channel.context} />}
      <Answered slice="dialogue" answer={answer}>
        {({ access, promised, counts }) => (
          <>
            <dl className="dialogue-counts">
              {counted.map((one) => (
                <div key={one}>
                  <dt className="sf-second">{text(`dialogue.count.${one}`)}</dt>
                  <dd className="sf-figures">{counts[one]}</dd>
                </div>
              ))}
            </dl>
            <div className="dialogue-columns">
              <section className="sf-stack">
                <h2 className="sf-section-title">{text('dialogue.listAccess.ledger')}</h2>
                {access.length === 0 ? (
                  <Empty>{text('dialogue.listAccess.none')}</Empty>
                ) : (
                  <Exchange entries={access} />
                )}
              </section>
              <section className="sf-stack">
                <h2 className="sf-section-title">{text('dialogue.listAccess.promised')}</h2>
                {promised.length === 0 ? (
                  <p className="sf-dim">{text('dialogue.promised.none')}</p>
                ) : (
                  <Promised entries={promised.filter((one): one is Of<'commitment'> => one.kind === 'commitment')} />
                )}
              </section>
            </div>
          </>
        )}
      </Answered>
    </Page>
  )
}
