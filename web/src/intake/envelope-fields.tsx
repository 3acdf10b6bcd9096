import { Radio } from '@mantine/core'
import { Confirmation, ListKind, listLists, Way } from '@solferino/server/intake/contract'
import type { ReactNode } from 'react'
import type { Draft } from '#kernel/draft.ts'
import { useAnswer } from '#kernel/operation.ts'
import { useSelf } from '#kernel/session.tsx'
import { useText } from '#kernel/text.tsx'
import { type Form, statusesFor } from '#intake/envelope-form.ts'
import { Choice, DayLine, Line, PartialDateLine, Words } from '#ui/fields.tsx'
import { oneOf } from '#ui/filter.ts'
import { usePlaces } from '#ui/places.ts'

type Where = { readonly context: string; readonly channel: string }
type PartProps = { readonly draft: Draft<Form>; readonly where: Where }

/** The envelope of a list: from whom, what, how it came, whether its origin is sure, what it replaces. */
export function EnvelopeFields({ draft, where }: PartProps) {
  return (
    <>
      <SenderPart draft={draft} where={where} />
      <ListPart draft={draft} where={where} />
      <ReceiptPart draft={draft} />
      <OriginPart draft={draft} />
    </>
  )
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="sf-stack">
      <h2 className="sf-section-title">{title}</h2>
      {children}
    </section>
  )
}

function SenderPart({ draft, where }: PartProps) {
  const text = useText()
  const places = usePlaces()
  const { memberships } = useSelf()
  const own = memberships.filter(({ role }) => role === 'nib_liaison')
  const contexts = [...new Set(own.flatMap((one) => one.context ?? []))]
  const channels = own.filter((one) => one.context === where.context).flatMap((one) => one.channel ?? [])
  return (
    <Part title={text('intake.part.sender')}>
      {contexts.length > 1 && (
        <Choice
          label={text('intake.field.context')}
          options={contexts}
          words={places.context}
          value={oneOf(contexts, where.context) ?? null}
          change={(context) => draft.change({ context: context ?? '', channel: '', replaces: '' })}
          isRequired
        />
      )}
      <Choice
        label={text('intake.field.channel')}
        hint={text('intake.field.channelHint')}
        options={channels}
        words={(one) => places.channel(where.context, one)}
        value={oneOf(channels, where.channel) ?? null}
        change={(channel) => draft.change({ context: where.context, channel: channel ?? '', replaces: '' })}
        isRequired
      />
    </Part>
  )
}

function ListPart({ draft, where }: PartProps) {
  const text = useText()
  const places = usePlaces()
  const { content: form, change } = draft
  const statuses = statusesFor(places.isInternational(where.context))
  return (
    <Part title={text('intake.part.list')}>
      <Choice
        label={text('intake.field.kind')}
        {...(form.kind === null ? {} : { hint: text(`intake.kind.${form.kind}.means`) })}
        options={ListKind.options}
        words={(one) => text(`intake.kind.${one}`)}
        value={form.kind}
        change={(kind) => change({ kind })}
        isRequired
      />
      <Line
        label={text('intake.field.number')}
        hint={text('intake.field.numberHint')}
        value={form.number}
        change={(number) => change({ number })}
      />
      <PartialDateLine label={text('intake.field.date')} value={form.date} change={(date) => change({ date })} />
      <Choice
        label={text('intake.field.legalStatus')}
        hint={text('intake.field.legalStatusHint')}
        none={text('intake.field.noStatus')}
        options={statuses}
        words={(one) => text(`registry.status.${one}`)}
        value={form.legalStatus}
        change={(legalStatus) => change({ legalStatus })}
      />
      {form.legalStatus !== null && (
        <Line
          label={text('intake.field.legalWritten')}
          value={form.legalWritten}
          change={(legalWritten) => change({ legalWritten })}
        />
      )}
      <Replaces draft={draft} where={where} />
    </Part>
  )
}

/** Which earlier list of the same sender this one takes the place of, or that it takes none's. */
function Replaces({ draft, where }: PartProps) {
  const text = useText()
  const isKnown = where.channel !== ''
  const answer = useAnswer(listLists, { ...where, limit: 200 }, { enabled: isKnown })
  const lists = isKnown ? (answer.output?.lists ?? []).filter((one) => one.state !== 'returned') : []
  const words = (id: string): string => {
    const list = lists.find((one) => one.id === id)
    if (!list) return text('intake.field.replacesNone')
    return [text(`intake.kind.${list.kind}`), list.number, list.id].filter(Boolean).join(' · ')
  }
  const options = ['none', ...lists.map(({ id }) => id)]
  return (
    <Choice
      label={text('intake.field.replaces')}
      hint={text('intake.field.replacesHint')}
      options={options}
      words={words}
      value={oneOf(options, draft.content.replaces) ?? null}
      change={(replaces) => draft.change({ replaces: replaces ?? '' })}
      isRequired
    />
  )
}

function ReceiptPart({ draft }: { readonly draft: Draft<Form> }) {
  const text = useText()
  const { content: form, change } = draft
  return (
    <Part title={text('intake.part.received')}>
      <DayLine
        label={text('intake.field.receivedOn')}
        value={form.receivedOn}
        change={(receivedOn) => change({ receivedOn })}
        isRequired
      />
      <Choice
        label={text('intake.field.way')}
        options={Way.options}
        words={(one) => text(`intake.way.${one}`)}
        value={form.way}
        change={(way) => change({ way })}
        isRequired
      />
      <Line
        label={text('intake.field.handedOverBy')}
        value={form.handedOverBy}
        change={(handedOverBy) => change({ handedOverBy })}
      />
      <Line
        label={text('intake.field.receivedBy')}
        value={form.receivedBy}
        change={(receivedBy) => change({ receivedBy })}
        isRequired
      />
    </Part>
  )
}

const origins = ['confirmed', 'not_yet', 'doubtful'] as const

function OriginPart({ draft }: { readonly draft: Draft<Form> }) {
  const text = useText()
  const { content: form, change } = draft
  return (
    <Part title={text('intake.part.origin')}>
      <Radio.Group
        label={text('intake.field.authenticity')}
        description={text('intake.field.authenticityHint')}
        withAsterisk
        value={form.authenticity}
        onChange={(next) => change({ authenticity: oneOf(origins, next) ?? null })}
      >
        <div className="sf-stack intake-radios">
          {origins.map((one) => (
            <Radio
              key={one}
              value={one}
              label={text(`intake.authenticity.${one}`)}
              description={text(`intake.authenticity.${one}.means`)}
            />
          ))}
        </div>
      </Radio.Group>
      {form.authenticity === 'confirmed' && (
        <>
          <Choice
            label={text('intake.field.how')}
            options={Confirmation.options}
            words={(one) => text(`intake.how.${one}`)}
            value={form.how}
            change={(how) => change({ how })}
            isRequired
          />
          <Line label={text('intake.field.by')} value={form.by} change={(by) => change({ by })} isRequired />
        </>
      )}
      {form.authenticity === 'doubtful' && (
        <Words label={text('intake.field.why')} value={form.why} change={(why) => change({ why })} isRequired />
      )}
    </Part>
  )
}
