import type { EventClaim } from '@solferino/server/registry/contract'
import { Link } from '@tanstack/react-router'
import type { z } from 'zod'
import { useText } from '#kernel/text.tsx'
import { isSaying, type RecordRead } from '#registry/claims.ts'
import { PartialDate } from '#ui/partial-date.tsx'
import { RecordNumber } from '#ui/record-number.tsx'
import { Tag } from '#ui/tag.tsx'
import '#registry/registry.css'

type Shown = {
  readonly event: z.infer<typeof EventClaim>
  readonly record: RecordRead | undefined
}
type EventListProps = {
  readonly title: string
  readonly events: readonly Shown[]
  /** On a person's page each event says which record tells it. */
  readonly withRecord?: boolean
}

/** What is said to have happened, as far as it was dated: filled where a list or paper shows it, outlined where it was said. */
export function EventList({ title, events, withRecord = false }: EventListProps) {
  const text = useText()
  return (
    <section className="sf-stack">
      <div className="sf-row sf-wrap">
        <h2 className="sf-section-title sf-grow">{title}</h2>
        <span className="registry-legend sf-second">
          <span className="registry-dot" data-said="false" /> {text('registry.event.document')}
          <span className="registry-dot" data-said="true" /> {text('registry.event.said')}
        </span>
      </div>
      {events.length === 0 && <p className="sf-dim">{text('registry.events.none')}</p>}
      <ol className="registry-events">
        {events.map(({ event, record }, place) => (
          // eslint-disable-next-line react/no-array-index-key -- a source may say the same twice; its place tells them apart
          <li key={place}>
            <span className="registry-event-date">
              {event.on ? <PartialDate date={event.on} /> : <Tag tone="dashed">{text('registry.undated')}</Tag>}
            </span>
            <span className="registry-dot" data-said={isSaying(record)} />
            <span className="registry-event-words">
              <span className="registry-event-kind">{text(`registry.event.${event.kind}`)}</span>
              {event.place !== null && <bdi dir="auto">{event.place}</bdi>}
              {event.note !== null && (
                <bdi dir="auto" className="sf-source registry-block">
                  {event.note}
                </bdi>
              )}
              {withRecord && record && (
                <span className="sf-second sf-row sf-wrap">
                  <Link to={`/registry/records/${record.id}`}>
                    <RecordNumber number={record.id} />
                  </Link>
                  {text(`registry.notice.${record.notice}`)}
                  {record.withdrawnAt !== null && <Tag tone="serious">{text('registry.mark.withdrawn')}</Tag>}
                </span>
              )}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
