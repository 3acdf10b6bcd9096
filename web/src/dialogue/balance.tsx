import { compareMatters, shareMatter } from '@solferino/server/dialogue/contract'
import { IconLock } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useAddressed } from '#kernel/address.ts'
import type { OutputOf } from '#kernel/client.ts'
import { useAnswer } from '#kernel/operation.ts'
import { useText } from '#kernel/text.tsx'
import { useChannels } from '#dialogue/places.ts'
import { useCrumbs } from '#shell/crumbs.tsx'
import { FormAct } from '#ui/form-act.tsx'
import { NextStep } from '#ui/next-step.tsx'
import { Inspector, Page, PageHead } from '#ui/page.tsx'
import { useDateWords } from '#ui/partial-date.tsx'
import { usePlaces } from '#ui/places.ts'
import { Answered, Empty } from '#ui/trouble.tsx'
import '#dialogue/dialogue.css'
import '#ui/table.css'

type Matter = OutputOf<typeof compareMatters>['matters'][number]

/** General matters, put to each party in the same words: where each stands. It ranks nobody and holds no word of either. */
export function Balance() {
  const text = useText()
  const context = useAddressed() ?? ''
  const places = usePlaces()
  const closed = (useChannels().output?.channels ?? []).filter((one) => one.context === context && !one.opened)
  const answer = useAnswer(compareMatters, { context })
  const title = text('dialogue.compareMatters.title')
  useCrumbs({ words: text('dialogue.nav'), to: '/dialogue' }, { words: places.context(context) }, { words: title })
  return (
    <Page
      title={title}
      inspector={
        <Inspector>
          <section className="sf-stack">
            <h2 className="sf-section-title">{text('dialogue.shareMatter.title')}</h2>
            <p className="sf-second">{text('dialogue.shareMatter.why')}</p>
            <FormAct contract={shareMatter} fixed={{ context }} />
          </section>
        </Inspector>
      }
    >
      <PageHead title={title} facts={[places.context(context), text('dialogue.compareMatters.lead')]} />
      {closed.length > 0 ? (
        <NextStep
          icon={IconLock}
          title={text('dialogue.compareMatters.closed')}
          why={text('dialogue.compareMatters.closedWhy')}
        >
          <span className="sf-row sf-wrap">
            {closed.map((one) => (
              <Link key={one.party} to={`/dialogue/${one.party}`}>
                {places.channel(context, one.party)}
              </Link>
            ))}
          </span>
        </NextStep>
      ) : (
        <Answered slice="dialogue" answer={answer}>
          {({ matters }) =>
            matters.length === 0 ? (
              <Empty>{text('dialogue.compareMatters.none')}</Empty>
            ) : (
              <div className="sf-stack-wide">
                {matters.map((matter) => (
                  <MatterTable key={matter.shared} matter={matter} context={context} />
                ))}
              </div>
            )
          }
        </Answered>
      )}
    </Page>
  )
}

function MatterTable({ matter, context }: { readonly matter: Matter; readonly context: string }) {
  const text = useText()
  const dateWords = useDateWords()
  const places = usePlaces()
  const order = places.parties(context).map((one) => one.id)
  const sides = [...matter.sides].sort((a, b) => order.indexOf(a.party) - order.indexOf(b.party))
  const when = (day: string | null, level: string | null) =>
    day === null ? '—' : [dateWords(day), ...(level === null ? [] : [text(`dialogue.word.${level}`)])].join(' · ')
  return (
    <section className="sf-stack">
      <h2 className="sf-section-title">
        <bdi dir="auto">{matter.title}</bdi> <span className="sf-second">{text(`dialogue.word.${matter.kind}`)}</span>
      </h2>
      <div className="sf-table-frame">
        <table className="sf-table">
          <thead>
            <tr>
              <th scope="col">{text('dialogue.balance.party')}</th>
              <th scope="col">{text('dialogue.balance.state')}</th>
              <th scope="col">{text('dialogue.balance.put')}</th>
              <th scope="col">{text('dialogue.balance.answered')}</th>
              <th scope="col" data-end="true">
                {text('dialogue.balance.days')}
              </th>
            </tr>
          </thead>
          <tbody>
            {sides.map((side) => (
              <tr key={side.party}>
                <th scope="row">{places.channel(context, side.party)}</th>
                <td>
                  {text(`dialogue.state.matter.${side.state}`)}
                  {side.outcome !== null && <> · {text(`dialogue.word.${side.outcome}`)}</>}
                </td>
                <td className="sf-figures">{when(side.putOn, side.putAt)}</td>
                <td className="sf-figures">{when(side.answeredOn, side.answeredAt)}</td>
                <td className="sf-figures" data-end="true">
                  {side.days ?? '—'}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
