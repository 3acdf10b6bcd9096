import { readRecord } from '@solferino/server/registry/contract'
import { Link } from '@tanstack/react-router'
import { useAddressed } from '#kernel/address.ts'
import { useAnswer } from '#kernel/operation.ts'
import { useMay } from '#kernel/session.tsx'
import { useText } from '#kernel/text.tsx'
import { nameParts, type RecordRead, writtenName } from '#registry/claims.ts'
import { EventList } from '#registry/event-list.tsx'
import { LinkRecord } from '#registry/link-record.tsx'
import { Marks } from '#registry/marks.tsx'
import { useCrumbs } from '#shell/crumbs.tsx'
import { Day } from '#ui/elapsed.tsx'
import { type Fact, Facts } from '#ui/facts.tsx'
import { Name } from '#ui/name.tsx'
import { Inspector, Page, PageHead } from '#ui/page.tsx'
import { PartialDate } from '#ui/partial-date.tsx'
import { usePlaces } from '#ui/places.ts'
import { RecordNumber } from '#ui/record-number.tsx'
import { Answered } from '#ui/trouble.tsx'
import '#registry/registry.css'

/** One record: what one source said of one person, in its own words, by which channel, on which day. */
export function RecordPage() {
  const text = useText()
  const id = useAddressed() ?? ''
  const answer = useAnswer(readRecord, { id })
  const read = answer.output
  useCrumbs({ words: text('registry.nav'), to: '/registry' }, { words: id })
  return (
    <Page
      title={id}
      {...(read
        ? {
            inspector: (
              <Inspector>
                <SourcePart record={read} />
                <PersonPart record={read} />
              </Inspector>
            ),
          }
        : {})}
    >
      <Answered slice="registry" answer={answer}>
        {(record) => (
          <>
            <Head record={record} />
            <div className="sf-stack-wide">
              <Held record={record} />
              <Literal record={record} />
              <Claims record={record} />
              <EventList
                title={text('registry.events')}
                events={record.content.events.map((event) => ({ event, record }))}
              />
              <Kept record={record} />
            </div>
          </>
        )}
      </Answered>
    </Page>
  )
}

type PartProps = { readonly record: RecordRead }

function Head({ record }: PartProps) {
  const text = useText()
  const places = usePlaces()
  const name = writtenName(record.content.description.names[0])
  return (
    <PageHead
      title={
        <>
          {name === '' ? (
            <span className="sf-dim">{text('registry.noName')}</span>
          ) : (
            <Name written={name} size="head" />
          )}
          <RecordNumber number={record.id} isTag />
          <Marks of={record} />
        </>
      }
      facts={[
        text(`registry.notice.${record.notice}`),
        places.channel(record.context, record.channel),
        <span key="received">
          {text('registry.field.receivedOn')} <Day at={record.receivedOn} />
        </span>,
      ]}
    />
  )
}

/** What must be known before anyone rests on this record. */
function Held({ record }: PartProps) {
  const text = useText()
  const { withdrawnAt, withdrawnReason, replacedBy, unconfirmed, countsAsNotice, notice } = record
  return (
    <>
      {withdrawnAt !== null && (
        <p className="registry-warning" data-tone="serious">
          {text(`registry.withdrawn.${withdrawnReason ?? 'sender_withdrew'}`)} <Day at={withdrawnAt} />
          {replacedBy !== null && (
            <>
              {' '}
              {text('registry.replacedBy')}{' '}
              <Link to={`/registry/records/${replacedBy}`}>
                <RecordNumber number={replacedBy} />
              </Link>
            </>
          )}
        </p>
      )}
      {unconfirmed && <p className="registry-warning">{text('registry.mark.unconfirmed.means')}</p>}
      {!countsAsNotice && <p className="registry-warning">{text(`registry.noNotice.${notice}`)}</p>}
    </>
  )
}

function Literal({ record }: PartProps) {
  const text = useText()
  const isSaid = record.content.source.kind === 'person'
  return (
    <section>
      <h2 className="sf-section-title">{text(isSaid ? 'registry.literal.said' : 'registry.literal.line')}</h2>
      <blockquote className="sf-source sf-quote" dir="auto">
        {record.content.literal}
      </blockquote>
    </section>
  )
}

function Claims({ record }: PartProps) {
  const text = useText()
  const { description: person, legalStatus, remarks } = record.content
  const attribute = (name: string, value: Fact['value']): Fact => ({ label: text(`registry.attribute.${name}`), value })
  const [main, ...others] = person.names
  return (
    <section className="sf-stack">
      <h2 className="sf-section-title">{text('registry.claims')}</h2>
      <Facts
        facts={[
          attribute('name', main && <Name written={writtenName(main)} />),
          ...nameParts.map((part) => attribute(part, main?.[part])),
          attribute('otherNames', others.length > 0 && <NameList names={others.map(writtenName)} />),
          attribute('alias', person.aliases.length > 0 && <NameList names={person.aliases} />),
          attribute('sex', person.sex && text(`registry.sex.${person.sex}`)),
          attribute('born', person.born && <PartialDate date={person.born} />),
          attribute('age', person.age === null ? null : String(person.age)),
          attribute('birthPlace', person.birthPlace),
          attribute('mother', person.mother),
          attribute('serviceNumber', person.serviceNumber),
          attribute('documentNumber', person.documentNumber),
          attribute('unit', person.unit),
          attribute('rank', person.rank),
          attribute('occupation', person.occupation),
          attribute(
            'legalStatus',
            legalStatus && (
              <>
                {text(`registry.status.${legalStatus.status}`)}
                {legalStatus.written !== null && (
                  <span className="sf-second">
                    {' '}
                    <bdi dir="auto">{legalStatus.written}</bdi>
                  </span>
                )}
                <span className="sf-caption registry-block">{text('registry.status.claimed')}</span>
              </>
            ),
          ),
          attribute('remarks', remarks),
        ]}
      />
      <p className="sf-caption">{text('registry.claims.silence')}</p>
    </section>
  )
}

function NameList({ names }: { readonly names: readonly string[] }) {
  return (
    <span className="sf-stack registry-names">
      {names.map((name) => (
        <Name key={name} written={name} size="inline" />
      ))}
    </span>
  )
}

function Kept({ record }: PartProps) {
  const text = useText()
  const { kept } = record.content
  if (kept.length === 0) return null
  return (
    <section className="sf-stack">
      <h2 className="sf-section-title">{text('registry.kept')}</h2>
      <dl className="sf-pairs">
        {kept.map(({ heading, value }, place) => (
          // eslint-disable-next-line react/no-array-index-key -- two columns of a list may bear the same heading
          <div key={place} style={{ display: 'contents' }}>
            <dt>
              <bdi dir="auto">{heading}</bdi>
            </dt>
            <dd>
              <bdi dir="auto">{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function SourcePart({ record }: PartProps) {
  const text = useText()
  const places = usePlaces()
  const may = useMay()
  const { source } = record.content
  const field = (name: string, value: Fact['value']): Fact => ({ label: text(`registry.field.${name}`), value })
  const list = record.list && <RecordNumber number={record.list} />
  return (
    <section className="sf-stack">
      <h2 className="sf-section-title">{text('registry.source')}</h2>
      <Facts
        facts={[
          field('sourceKind', text(`registry.source.${source.kind}`)),
          field('channel', places.channel(record.context, record.channel)),
          field('list', list && (may('intake.read') ? <Link to={`/intake/${record.list}`}>{list}</Link> : list)),
          field('listNumber', source.listNumber),
          field('listDate', source.listDate && <PartialDate date={source.listDate} />),
          field('row', source.row === null ? null : String(source.row)),
          field('informant', source.informant),
          field('reference', source.reference),
          field('receivedOn', <Day at={record.receivedOn} />),
          field('enteredAt', <Day at={record.enteredAt} withTime />),
        ]}
      />
    </section>
  )
}

function PersonPart({ record }: PartProps) {
  const text = useText()
  const may = useMay()
  return (
    <section className="sf-stack">
      <h2 className="sf-section-title">{text('registry.person')}</h2>
      {record.person === null ? (
        <p className="sf-second">{text('registry.person.alone')}</p>
      ) : (
        <p>
          <Link to={`/registry/persons/${record.person}`}>
            <RecordNumber number={record.person} />
          </Link>
        </p>
      )}
      {may('registry.link') && !record.id.startsWith('RM-') && record.withdrawnAt === null && (
        <LinkRecord id={record.id} />
      )}
    </section>
  )
}
