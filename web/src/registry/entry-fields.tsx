import { Button, Radio } from '@mantine/core'
import { EventKind, LegalStatus, NoticeKind } from '@solferino/server/registry/contract'
import type { ReactNode } from 'react'
import type { Draft } from '#kernel/draft.ts'
import { useText } from '#kernel/text.tsx'
import { emptyEvent, type EventTyped, type Form } from '#registry/entry-form.ts'
import { Choice, DayLine, Line, PartialDateLine, Words } from '#ui/fields.tsx'
import { oneOf } from '#ui/filter.ts'
import { usePlaces } from '#ui/places.ts'

type PartProps = { readonly draft: Draft<Form>; readonly context: string }

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="sf-stack">
      <h2 className="sf-section-title">{title}</h2>
      {children}
    </section>
  )
}

const answers = ['yes', 'no'] as const
const sources = ['list', 'person', 'document'] as const

/** Who said it, by which channel it came, and in which words. */
export function SourcePart({ draft, context }: PartProps) {
  const text = useText()
  const places = usePlaces()
  const { content: form, change } = draft
  const contexts = places.contexts.map(({ id }) => id)
  const channels = [...places.parties(context).map(({ id }) => id), 'families']
  return (
    <Part title={text('registry.part.source')}>
      {contexts.length > 1 && (
        <Choice
          label={text('registry.field.context')}
          options={contexts}
          words={places.context}
          value={oneOf(contexts, context) ?? null}
          change={(next) => change({ context: next ?? '', channel: '' })}
          isRequired
        />
      )}
      <Choice
        label={text('registry.field.channel')}
        options={channels}
        words={(one) => places.channel(context, one)}
        value={oneOf(channels, form.channel) ?? null}
        change={(channel) => change({ context, channel: channel ?? '' })}
        isRequired
      />
      <Choice
        label={text('registry.field.notice')}
        options={NoticeKind.options}
        words={(one) => text(`registry.notice.${one}`)}
        value={form.notice}
        change={(notice) => change({ notice })}
        isRequired
      />
      <DayLine
        label={text('registry.field.receivedOn')}
        value={form.receivedOn}
        change={(receivedOn) => change({ receivedOn })}
        isRequired
      />
      <Choice
        label={text('registry.field.sourceKind')}
        options={sources}
        words={(one) => text(`registry.source.${one}`)}
        value={form.source}
        change={(source) => change({ source })}
        isRequired
      />
      {form.source === 'list' && (
        <>
          <Line
            label={text('registry.field.listNumber')}
            value={form.listNumber}
            change={(listNumber) => change({ listNumber })}
            isRequired
          />
          <PartialDateLine
            label={text('registry.field.listDate')}
            value={form.listDate}
            change={(listDate) => change({ listDate })}
          />
        </>
      )}
      <Line
        label={text('registry.field.informant')}
        value={form.informant}
        change={(informant) => change({ informant })}
      />
      <Line
        label={text('registry.field.reference')}
        value={form.reference}
        change={(reference) => change({ reference })}
      />
      <Radio.Group
        label={text('registry.field.confirmed')}
        withAsterisk
        value={form.confirmed}
        onChange={(next) => change({ confirmed: oneOf(answers, next) ?? null })}
      >
        <div className="sf-stack registry-radios">
          {answers.map((one) => (
            <Radio
              key={one}
              value={one}
              label={text(`registry.confirmed.${one}`)}
              description={text(`registry.confirmed.${one}.means`)}
            />
          ))}
        </div>
      </Radio.Group>
      <Words
        label={text('registry.field.literal')}
        hint={text('registry.field.literalHint')}
        value={form.literal}
        change={(literal) => change({ literal })}
        isRequired
      />
    </Part>
  )
}

const names = ['name', 'given', 'patronymic', 'father', 'grandfather', 'family', 'alias'] as const
const others = ['birthPlace', 'mother', 'serviceNumber', 'documentNumber', 'unit', 'rank', 'occupation'] as const
const sexes = ['female', 'male'] as const

/** What is said of the person; a name in any script, in parts only where the source tells them apart. */
export function PersonPart({ draft, context }: PartProps) {
  const text = useText()
  const places = usePlaces()
  const { content: form, change } = draft
  const ofStates = new Set(['prisoner_of_war', 'retained', 'civilian_internee'])
  const statuses = LegalStatus.shape.status.options.filter(
    (one) => places.isInternational(context) || !ofStates.has(one),
  )
  return (
    <Part title={text('registry.part.person')}>
      {names.map((field) => (
        <Line
          key={field}
          label={text(`registry.attribute.${field}`)}
          value={form[field]}
          change={(next) => change({ [field]: next })}
        />
      ))}
      <Choice
        label={text('registry.attribute.sex')}
        none={text('registry.notStated')}
        options={sexes}
        words={(one) => text(`registry.sex.${one}`)}
        value={form.sex}
        change={(sex) => change({ sex })}
      />
      <PartialDateLine label={text('registry.attribute.born')} value={form.born} change={(born) => change({ born })} />
      <Line
        label={text('registry.attribute.age')}
        hint={text('registry.field.ageHint')}
        value={form.age}
        change={(age) => change({ age })}
      />
      {others.map((field) => (
        <Line
          key={field}
          label={text(`registry.attribute.${field}`)}
          value={form[field]}
          change={(next) => change({ [field]: next })}
        />
      ))}
      <Choice
        label={text('registry.attribute.legalStatus')}
        hint={text('registry.status.claimed')}
        none={text('registry.notStated')}
        options={statuses}
        words={(one) => text(`registry.status.${one}`)}
        value={form.legalStatus}
        change={(legalStatus) => change({ legalStatus })}
      />
      {form.legalStatus !== null && (
        <Line
          label={text('registry.field.legalWritten')}
          value={form.legalWritten}
          change={(legalWritten) => change({ legalWritten })}
        />
      )}
      <Words
        label={text('registry.attribute.remarks')}
        value={form.remarks}
        change={(remarks) => change({ remarks })}
      />
    </Part>
  )
}

const eventsMax = 20

/** What is said to have happened, each as far as it was told. */
export function EventsPart({ draft }: PartProps) {
  const text = useText()
  const { events } = draft.content
  const set = (place: number, next: Partial<EventTyped>) =>
    draft.change({ events: events.map((one, at) => (at === place ? { ...one, ...next } : one)) })
  return (
    <Part title={text('registry.events')}>
      {events.map((event, place) => (
        // eslint-disable-next-line react/no-array-index-key -- what is being typed has its place and nothing else
        <fieldset key={place} className="sf-box sf-stack registry-event-typed">
          <legend className="sf-hidden">{text('registry.event.number', { number: place + 1 })}</legend>
          <Choice
            label={text('registry.field.eventKind')}
            options={EventKind.options}
            words={(one) => text(`registry.event.${one}`)}
            value={event.kind}
            change={(kind) => set(place, { kind })}
            isRequired
          />
          <PartialDateLine
            label={text('registry.field.eventOn')}
            value={event.on}
            change={(on) => set(place, { on })}
          />
          <Line
            label={text('registry.field.place')}
            hint={text('registry.field.placeHint')}
            value={event.place}
            change={(next) => set(place, { place: next })}
          />
          <Words label={text('registry.field.note')} value={event.note} change={(note) => set(place, { note })} />
          <div>
            <Button
              size="compact-sm"
              variant="subtle"
              color="gray"
              onClick={() => draft.change({ events: events.filter((_one, at) => at !== place) })}
            >
              {text('registry.event.remove')}
            </Button>
          </div>
        </fieldset>
      ))}
      {events.length < eventsMax && (
        <div>
          <Button onClick={() => draft.change({ events: [...events, emptyEvent] })}>
            {text('registry.event.add')}
          </Button>
        </div>
      )}
    </Part>
  )
}
