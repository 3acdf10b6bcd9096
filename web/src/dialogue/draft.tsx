import { useDebouncedValue } from '@mantine/hooks'
import {
  changeRepresentation,
  checkDraft,
  draftRepresentation,
  readEntry,
  RepresentationAsked,
} from '@solferino/server/dialogue/contract'
import { useNavigate } from '@tanstack/react-router'
import type { FormEvent } from 'react'
import { useAddressed } from '#kernel/address.ts'
import { askedFrom } from '#kernel/client.ts'
import { useAnswer, useOperation } from '#kernel/operation.ts'
import { useText } from '#kernel/text.tsx'
import { toOptions, useChannel, useEntries } from '#dialogue/places.ts'
import type { Of } from '#dialogue/words.ts'
import { useCrumbs } from '#shell/crumbs.tsx'
import { useFilter } from '#ui/filter.ts'
import { FormFields } from '#ui/form-fields.tsx'
import { partsOf, type TypedGroup, typedParts } from '#ui/form-shape.ts'
import { FormFoot } from '#ui/form-foot.tsx'
import { askedBy, type Form, useKeptForm } from '#ui/form.ts'
import { Inspector, Page, PageHead } from '#ui/page.tsx'
import { Answered } from '#ui/trouble.tsx'
import '#dialogue/dialogue.css'

const parts = partsOf(RepresentationAsked)
/** What one chosen from may be: not seen so far, and still looked at. */
const raisable: ReadonlySet<string> = new Set(['tracked', 'partly_seen', 'not_seen', 'cannot_assess'])

/** Drafts a representation, or changes one; as the next rung of another, or about a commitment not seen so far. */
export function DraftPage() {
  const text = useText()
  const party = useAddressed() ?? ''
  const [filter] = useFilter()
  const { change, escalates, commitment } = filter
  const { called } = useChannel(party)
  const from = change ?? escalates
  const answer = useAnswer(readEntry, { id: from ?? '' }, { enabled: from !== undefined })
  const title = text(
    change === undefined ? 'dialogue.draftRepresentation.title' : 'dialogue.changeRepresentation.title',
  )
  useCrumbs(
    { words: text('dialogue.nav'), to: '/dialogue' },
    { words: called, to: `/dialogue/${party}` },
    { words: title },
  )
  const start: TypedGroup = commitment === undefined ? {} : { commitments: commitment }
  if (from === undefined) return <Draft key={party} party={party} title={title} called={called} start={start} />
  const entry = answer.output?.entry
  if (entry?.kind !== 'representation')
    return (
      <Page title={title}>
        <Answered slice="dialogue" answer={answer}>
          {() => null}
        </Answered>
      </Page>
    )
  return (
    <Draft
      key={entry.id}
      party={party}
      title={title}
      called={called}
      start={startOf(entry, change !== undefined)}
      {...(change === undefined ? { escalates: entry.id } : { change: entry.id })}
    />
  )
}

/** A draft that is changed begins as it stands; the next rung begins with the same facts and another text. */
function startOf(entry: Of<'representation'>, isChange: boolean): TypedGroup {
  const typed = typedParts(parts, entry.content)
  return isChange ? typed : { ...typed, rung: '', level: '', addressee: '', text: '' }
}

type DraftProps = {
  readonly party: string
  readonly title: string
  readonly called: string
  readonly start: TypedGroup
  readonly change?: string
  readonly escalates?: string
}

function Draft({ party, title, called, start, change, escalates }: DraftProps) {
  const text = useText()
  const navigate = useNavigate()
  const drafting = useOperation(draftRepresentation)
  const changing = useOperation(changeRepresentation)
  const contract = change === undefined ? draftRepresentation : changeRepresentation
  const form = useKeptForm(`${contract.name}/${change ?? escalates ?? party}`, RepresentationAsked, { start })
  const commitments = useEntries(party, 'commitment').filter((one) => raisable.has(one.state))
  const running = change === undefined ? drafting : changing
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const entry = await send()
    if (entry === null) return
    await form.empty()
    await navigate({ to: `/dialogue/entries/${entry}` })
  }
  const send = async (): Promise<string | null> => {
    if (change !== undefined) {
      const asked = askedBy(form, changeRepresentation, { ...form.said.value, id: change })
      const reply = asked && (await changing.run(asked))
      return reply?.ok ? reply.output.entry.id : null
    }
    const asked = askedBy(form, draftRepresentation, { ...form.said.value, party, escalates: escalates ?? null })
    const reply = asked && (await drafting.run(asked))
    return reply?.ok ? reply.output.entry.id : null
  }
  return (
    <Page
      title={title}
      width="form"
      inspector={
        <Inspector>
          <Problems form={form} />
        </Inspector>
      }
    >
      <PageHead title={title} facts={[<bdi key="party">{called}</bdi>, text('dialogue.draftRepresentation.lead')]} />
      <form className="sf-stack-wide" noValidate onSubmit={(event) => void submit(event)}>
        <FormFields
          slice="dialogue"
          parts={form.parts}
          typed={form.typed}
          change={form.change}
          options={{ commitments: toOptions(commitments) }}
          lacking={form.pointed}
        />
        <FormFoot slice="dialogue" form={form} running={running} title={text('dialogue.draftRepresentation.keep')} />
      </form>
    </Page>
  )
}

const pauseMs = 400
const nothing = { text: '—', subject: '—', facts: [], protects: [] }

/** What would keep this text from being cleared, found as it is written. */
function Problems({ form }: { readonly form: Form }) {
  const text = useText()
  const { text: words, subject, facts, protects } = form.said.value
  const [rested] = useDebouncedValue(
    JSON.stringify({ text: words ?? '—', subject: subject ?? '—', facts, protects }),
    pauseMs,
  )
  const asked = askedFrom(checkDraft, JSON.parse(rested)) ?? askedFrom(checkDraft, { ...JSON.parse(rested), facts: [] })
  const answer = useAnswer(checkDraft, asked ?? nothing)
  return (
    <section className="sf-stack">
      <h2 className="sf-section-title">{text('dialogue.checkDraft.title')}</h2>
      <Answered slice="dialogue" answer={answer}>
        {({ problems }) =>
          problems.length === 0 ? (
            <p className="sf-dim">{text('dialogue.checkDraft.none')}</p>
          ) : (
            <ul className="dialogue-problems">
              {problems.map(({ code, found, use, start }) => (
                <li key={`${code} ${start} ${found}`}>
                  <strong>{text(`dialogue.refusal.${code}`)}</strong>
                  <p>
                    <bdi dir="auto" className="sf-source">
                      {found}
                    </bdi>
                  </p>
                  {use !== null && (
                    <p className="sf-second">
                      {text('dialogue.checkDraft.use')} <bdi dir="auto">{use}</bdi>
                    </p>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
      <p className="sf-caption">{text('dialogue.checkDraft.why')}</p>
    </section>
  )
}
