import { readPerson } from '@solferino/server/registry/contract'
import { IconArrowsSplit, IconCheck } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useAddressed } from '#kernel/address.ts'
import type { OutputOf } from '#kernel/client.ts'
import { useAnswer } from '#kernel/operation.ts'
import { useMay } from '#kernel/session.tsx'
import { useText } from '#kernel/text.tsx'
import { writtenName } from '#registry/claims.ts'
import { EventList } from '#registry/event-list.tsx'
import { Links } from '#registry/links.tsx'
import { useCrumbs } from '#shell/crumbs.tsx'
import { Chips } from '#ui/chips.tsx'
import { Day } from '#ui/elapsed.tsx'
import { Name } from '#ui/name.tsx'
import { Inspector, Page, PageHead } from '#ui/page.tsx'
import { PartialDate } from '#ui/partial-date.tsx'
import { usePlaces } from '#ui/places.ts'
import { RecordNumber } from '#ui/record-number.tsx'
import { Tag } from '#ui/tag.tsx'
import { Answered } from '#ui/trouble.tsx'
import '#registry/registry.css'
import '#ui/table.css'

export type PersonRead = OutputOf<typeof readPerson>
type Attribute = PersonRead['attributes'][number]

/** A person as the house has it: what is claimed, by whom, how the claims differ. No truth stands here without its sources. */
export function PersonPage() {
  const text = useText()
  const id = useAddressed() ?? ''
  const answer = useAnswer(readPerson, { id })
  const read = answer.output
  useCrumbs({ words: text('registry.nav'), to: '/registry' }, { words: id })
  return (
    <Page title={id} {...(read ? { inspector: <Aside person={read} /> } : {})}>
      <Answered slice="registry" answer={answer}>
        {(person) => (
          <>
            <PageHead
              title={
                <>
                  <Name written={writtenName(person.records[0]?.content.description.names[0])} size="head" />
                  <RecordNumber number={person.id} isTag />
                </>
              }
              facts={[
                text('registry.person.held', { count: person.records.length }),
                <span key="formed">
                  {text('registry.person.formed')} <Day at={person.formedAt} />
                </span>,
              ]}
            />
            <div className="sf-stack-wide">
              <EventList
                title={text('registry.timeline')}
                withRecord
                events={person.timeline.map((event) => ({
                  event,
                  record: person.records.find((one) => one.id === event.record),
                }))}
              />
              <Claimed person={person} />
            </div>
          </>
        )}
      </Answered>
    </Page>
  )
}

const isDiffering = ({ agreement }: Attribute) => agreement === 'differs' || agreement === 'contradicts'

function Claimed({ person }: { readonly person: PersonRead }) {
  const text = useText()
  const [view, setView] = useState<'all' | 'differ'>('all')
  const differing = person.attributes.filter(isDiffering)
  const shown = view === 'differ' ? differing : person.attributes
  return (
    <section className="sf-stack">
      <div className="sf-row sf-wrap">
        <h2 className="sf-section-title">{text('registry.claimed')}</h2>
        <span className="sf-second sf-grow">{text('registry.claimed.lead')}</span>
        <Chips
          label={text('registry.claimed.show')}
          chosen={view}
          choose={setView}
          chips={[
            { word: 'all', label: text('registry.claimed.all'), count: person.attributes.length },
            { word: 'differ', label: text('registry.claimed.differ'), count: differing.length },
          ]}
        />
      </div>
      <table className="sf-table registry-claims">
        <thead>
          <tr>
            <th scope="col">{text('registry.claimed.what')}</th>
            <th scope="col">{text('registry.claimed.agreement')}</th>
            <th scope="col">{text('registry.claimed.claim')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((attribute) => (
            <tr key={attribute.attribute}>
              <th scope="row">{text(`registry.attribute.${attribute.attribute}`)}</th>
              <td>
                <Agreement of={attribute} />
              </td>
              <td>
                {attribute.claims.map((claim, place) => (
                  // eslint-disable-next-line react/no-array-index-key -- one record may claim two spellings of a name
                  <Claim key={place} claim={claim} attribute={attribute} context={person.context} />
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length === 0 && <p className="sf-dim">{text('registry.claimed.none')}</p>}
    </section>
  )
}

function Agreement({ of }: { readonly of: Attribute }) {
  const text = useText()
  const words = text(`registry.agreement.${of.agreement}`)
  if (of.agreement === 'one') return <span className="sf-dim">{words}</span>
  if (of.agreement === 'same')
    return (
      <span className="sf-row registry-agree">
        <IconCheck size={16} stroke={1.5} aria-hidden="true" />
        {words}
      </span>
    )
  return (
    <Tag tone={of.agreement === 'contradicts' ? 'serious' : 'attention'}>
      <IconArrowsSplit size={14} stroke={1.5} aria-hidden="true" />
      {words}
    </Tag>
  )
}

type ClaimProps = {
  readonly claim: Attribute['claims'][number]
  readonly attribute: Attribute
  readonly context: string
}

function Claim({ claim, attribute, context }: ClaimProps) {
  const text = useText()
  const places = usePlaces()
  return (
    <div className="registry-claim">
      <span>
        {claim.name && <Name written={writtenName(claim.name)} />}
        {claim.date && <PartialDate date={claim.date} />}
        {claim.text !== null && !claim.name && !claim.date && (
          <ClaimText attribute={attribute.attribute} words={claim.text} />
        )}
      </span>
      <span className="sf-second sf-row sf-wrap">
        <Link to={`/registry/records/${claim.record}`}>
          <RecordNumber number={claim.record} />
        </Link>
        {places.channel(context, claim.channel)}
        {claim.unconfirmed && <Tag tone="attention">{text('registry.mark.unconfirmed')}</Tag>}
        {claim.withdrawn && <Tag tone="serious">{text('registry.mark.withdrawn')}</Tag>}
      </span>
      <span className="sf-second">
        <Day at={claim.receivedOn} />
      </span>
    </div>
  )
}

/** A claim in words; those of a fixed kind in the reader's, the rest as written. */
function ClaimText({ attribute, words }: { readonly attribute: Attribute['attribute']; readonly words: string }) {
  const text = useText()
  const key = attribute === 'sex' ? `registry.sex.${words}` : `registry.status.${words}`
  const isFixed = (attribute === 'sex' || attribute === 'legalStatus') && text.has(key)
  return isFixed ? text(key) : <bdi dir="auto">{words}</bdi>
}

function Aside({ person }: { readonly person: PersonRead }) {
  const text = useText()
  const may = useMay()
  const places = usePlaces()
  return (
    <Inspector>
      <section className="sf-stack">
        <h2 className="sf-section-title">{text('registry.person.names')}</h2>
        {person.records.map((record) => (
          <div key={record.id}>
            {record.content.description.names.map((name) => (
              <Name key={writtenName(name)} written={writtenName(name)} isStacked />
            ))}
            <span className="sf-caption registry-block">{text(`registry.notice.${record.notice}`)}</span>
          </div>
        ))}
      </section>
      <section className="sf-stack">
        <h2 className="sf-section-title">{text('registry.records')}</h2>
        {person.records.map((record) => (
          <Link key={record.id} to={`/registry/records/${record.id}`} className="registry-record-link">
            <span className="sf-grow">
              <RecordNumber number={record.id} />{' '}
              <span className="sf-second">{places.channel(record.context, record.channel)}</span>
            </span>
            <span className="sf-second">
              <Day at={record.receivedOn} />
            </span>
          </Link>
        ))}
      </section>
      <Links person={person} mayPart={may('registry.link')} />
    </Inspector>
  )
}
