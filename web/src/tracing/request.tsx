import { readRequest } from '@solferino/server/tracing/contract'
import { Link } from '@tanstack/react-router'
import { useAddressed } from '#kernel/address.ts'
import type { OutputOf } from '#kernel/client.ts'
import { useAnswer } from '#kernel/operation.ts'
import { useMay } from '#kernel/session.tsx'
import { useText } from '#kernel/text.tsx'
import { useCrumbs } from '#shell/crumbs.tsx'
import { Acts } from '#tracing/acts.tsx'
import { fillOf } from '#tracing/states.ts'
import { Day } from '#ui/elapsed.tsx'
import { Name } from '#ui/name.tsx'
import { Inspector, Page, PageHead } from '#ui/page.tsx'
import { RecordNumber } from '#ui/record-number.tsx'
import { StateRing } from '#ui/state-ring.tsx'
import { Tag } from '#ui/tag.tsx'
import { Answered } from '#ui/trouble.tsx'

export type RequestRead = OutputOf<typeof readRequest>

/** One request: who is sought, who asks, what was done so far, and what may be done next. */
export function RequestPage() {
  const text = useText()
  const id = useAddressed() ?? ''
  const answer = useAnswer(readRequest, { id })
  const read = answer.output
  useCrumbs({ words: text('tracing.nav'), to: '/tracing' }, { words: id })
  return (
    <Page
      title={id}
      {...(read
        ? {
            inspector: (
              <Inspector>
                <Acts read={read} />
                <EnquirerPart enquirer={read.enquirer} />
              </Inspector>
            ),
          }
        : {})}
    >
      <Answered slice="tracing" answer={answer}>
        {(found) => (
          <>
            <Head read={found} />
            <div className="sf-stack-wide">
              <SoughtPart sought={found.sought} />
              <Calls calls={found.calls} />
              <History history={found.history} />
            </div>
          </>
        )}
      </Answered>
    </Page>
  )
}

type NameForm = RequestRead['sought']['description']['names'][number]

function nameOf(form: NameForm | undefined): string {
  if (!form) return ''
  return (
    form.whole ?? [form.given, form.patronymic, form.father, form.grandfather, form.family].filter(Boolean).join(' ')
  )
}

function Head({ read }: { readonly read: RequestRead }) {
  const text = useText()
  const may = useMay()
  const { request, sought } = read
  return (
    <PageHead
      title={
        <>
          <Name written={nameOf(sought.description.names[0])} size="head" />
          <RecordNumber number={request.id} isTag />
          {request.urgent && <Tag tone="attention">{text(`tracing.urgent.${request.urgent.reason}`)}</Tag>}
        </>
      }
      facts={[
        <StateRing key="state" fill={fillOf[request.state]}>
          {text(`tracing.state.${request.state}`)}
        </StateRing>,
        ...(request.outcome === null ? [] : [text(`tracing.outcome.${request.outcome}`)]),
        <Day key="filed" at={request.filedAt} />,
        ...(request.reviewDue ? [text('tracing.reviewDue')] : []),
        ...(may('disclosure.read')
          ? [
              <Link key="answers" to={`/answers/of/${request.id}`}>
                {text('disclosure.nav')}
              </Link>,
            ]
          : []),
        ...(request.correctionOwedAt === null ? [] : [text('tracing.correctionOwed')]),
      ]}
    />
  )
}

type Fact = { readonly field: string; readonly value: string | null | undefined }

/** Facts in pairs; a silent one says why it is silent, one that nobody spoke of is left out. */
function Facts({
  facts,
  silence,
}: {
  readonly facts: readonly Fact[]
  readonly silence: Readonly<Record<string, string>>
}) {
  const text = useText()
  const shown = facts.filter(({ field, value }) => (value ?? '') !== '' || field in silence)
  return (
    <dl className="sf-pairs">
      {shown.map(({ field, value }) => (
        <div key={field} style={{ display: 'contents' }}>
          <dt>{text(`tracing.field.${field}`)}</dt>
          <dd>
            {(value ?? '') === '' ? (
              <span className="sf-dim">{text(`tracing.silence.${silence[field]}`)}</span>
            ) : (
              <bdi dir="auto">{value}</bdi>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function SoughtPart({ sought }: { readonly sought: RequestRead['sought'] }) {
  const text = useText()
  const { description: person, lastContact } = sought
  const [main, ...others] = person.names
  return (
    <section className="sf-stack">
      <h2 className="sf-section-title">{text('tracing.sought')}</h2>
      <Facts
        silence={sought.silence}
        facts={[
          { field: 'name', value: nameOf(main) },
          { field: 'otherNames', value: [...others.map(nameOf), ...person.aliases].join(' · ') },
          { field: 'father', value: main?.father },
          { field: 'sex', value: person.sex && text(`tracing.sex.${person.sex}`) },
          { field: 'born', value: person.born?.written ?? person.born?.edtf },
          { field: 'birthPlace', value: person.birthPlace },
          { field: 'mother', value: person.mother },
          { field: 'serviceNumber', value: person.serviceNumber },
          { field: 'unit', value: person.unit },
          { field: 'lastOn', value: lastContact?.on?.written ?? lastContact?.on?.edtf },
          { field: 'lastFrom', value: lastContact?.from },
          { field: 'circumstances', value: sought.circumstances },
          { field: 'placesAlleged', value: sought.placesAlleged },
          { field: 'doNotTell', value: sought.wishes?.doNotTell },
        ]}
      />
    </section>
  )
}

function EnquirerPart({ enquirer }: { readonly enquirer: RequestRead['enquirer'] }) {
  const text = useText()
  const checkedIn = (checked: RequestRead['enquirer']['identityChecked']) =>
    checked && `${text(`tracing.checked.${checked.how}`)} · ${checked.on}`
  return (
    <section className="sf-stack">
      <h2 className="sf-section-title">{text('tracing.enquirer')}</h2>
      <Facts
        silence={enquirer.silence}
        facts={[
          { field: 'enquirer', value: enquirer.name },
          { field: 'relation', value: enquirer.relation && text(`tracing.relation.${enquirer.relation}`) },
          ...enquirer.ways.slice(0, 1).map(({ value }) => ({ field: 'reach', value })),
          { field: 'safeContact', value: enquirer.safeContact },
          { field: 'identityChecked', value: checkedIn(enquirer.identityChecked) },
          { field: 'relationChecked', value: checkedIn(enquirer.relationChecked) },
          { field: 'riskConsidered', value: enquirer.riskConsidered },
        ]}
      />
    </section>
  )
}

function Calls({ calls }: { readonly calls: RequestRead['calls'] }) {
  const text = useText()
  if (calls.length === 0) return null
  return (
    <section className="sf-stack">
      <h2 className="sf-section-title">{text('tracing.calls')}</h2>
      {calls.map((call) => (
        <div key={call.id} className="sf-box">
          <span className="sf-second">
            <Day at={call.heldAt} withTime /> ·{' '}
            {text(call.answered ? 'tracing.call.answered' : 'tracing.call.unanswered')} · <bdi>{call.who}</bdi>
          </span>
          {call.asked !== null && <p dir="auto">{call.asked}</p>}
          {call.told !== null && <p dir="auto">{call.told}</p>}
        </div>
      ))}
    </section>
  )
}

function History({ history }: { readonly history: RequestRead['history'] }) {
  const text = useText()
  return (
    <section className="sf-stack">
      <h2 className="sf-section-title">{text('tracing.history')}</h2>
      {history.length === 0 && <p className="sf-dim">{text('tracing.history.none')}</p>}
      <ol className="sf-stack" style={{ listStyle: 'none', margin: 0, padding: 0 }}>
        {history.map((step) => (
          <li key={step.id}>
            <StateRing fill={fillOf[step.to]}>{text(`tracing.state.${step.to}`)}</StateRing>
            <span className="sf-second" style={{ display: 'block' }}>
              <Day at={step.at} withTime />
            </span>
            {step.because.reason !== null && <p dir="auto">{step.because.reason}</p>}
          </li>
        ))}
      </ol>
    </section>
  )
}
