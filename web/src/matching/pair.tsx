import { Button } from '@mantine/core'
import { listPairs, openPair, readPair } from '@solferino/server/matching/contract'
import { IconEyeOff, IconUsers } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useAddressed } from '#kernel/address.ts'
import { useKeys } from '#kernel/keys.tsx'
import { useAnswer, useOperation } from '#kernel/operation.ts'
import { useMay, useSelf } from '#kernel/session.tsx'
import { useText } from '#kernel/text.tsx'
import { Comparison } from '#matching/comparison.tsx'
import { Decide, type Deciding } from '#matching/decide.tsx'
import { fillOf, type PairRead } from '#matching/states.ts'
import { Steps } from '#matching/steps.tsx'
import { Weight } from '#matching/weight.tsx'
import { WithdrawPair } from '#matching/withdraw.tsx'
import { useCrumbs } from '#shell/crumbs.tsx'
import { Keys } from '#ui/keys.tsx'
import { Inspector, Page, PageHead } from '#ui/page.tsx'
import { RecordNumber } from '#ui/record-number.tsx'
import { StateRing } from '#ui/state-ring.tsx'
import { Tag } from '#ui/tag.tsx'
import { Answered, TroubleLine } from '#ui/trouble.tsx'
import '#matching/matching.css'

/** One person or two? Both sides field by field, what it tells, and the decision. */
export function PairPage() {
  const text = useText()
  const id = useAddressed() ?? ''
  const answer = useAnswer(readPair, { id })
  const read = answer.output
  const [deciding, setDeciding] = useState<Deciding | null>(null)
  useCrumbs({ words: text('matching.nav'), to: '/pairs' }, { words: text('matching.pair') })
  return (
    <Page
      title={text('matching.pair')}
      {...(read
        ? {
            inspector: <PairInspector read={read} deciding={deciding} close={() => setDeciding(null)} />,
            bar: <Bar read={read} decide={setDeciding} />,
          }
        : {})}
    >
      <Answered slice="matching" answer={answer}>
        {(found) => (
          <>
            <Head read={found} />
            <Comparison read={found} />
            <Steps steps={found.steps} />
          </>
        )}
      </Answered>
    </Page>
  )
}

function Head({ read }: { readonly read: PairRead }) {
  const text = useText()
  const may = useMay()
  const { pair } = read
  return (
    <PageHead
      title={
        <>
          {text('matching.pair')}
          <Tag tone="dashed">
            <IconEyeOff size={14} stroke={1.5} aria-hidden="true" /> {text('matching.sideHidden')}
          </Tag>
        </>
      }
      facts={[
        <StateRing key="state" fill={fillOf[pair.state]}>
          {text(`matching.state.${pair.state}`)}
        </StateRing>,
        may('tracing.read') ? (
          <Link key="request" to={`/tracing/${pair.request}`}>
            <RecordNumber number={pair.request} />
          </Link>
        ) : (
          <RecordNumber key="request" number={pair.request} />
        ),
        may('registry.read') ? (
          <Link key="record" to={`/registry/records/${pair.record}`}>
            <RecordNumber number={pair.record} />
          </Link>
        ) : (
          <RecordNumber key="record" number={pair.record} />
        ),
        ...(pair.doubtedAt === null ? [] : [text('matching.doubted')]),
      ]}
    />
  )
}

type PairInspectorProps = {
  readonly read: PairRead
  readonly deciding: Deciding | null
  readonly close: () => void
}

function PairInspector({ read, deciding, close }: PairInspectorProps) {
  const text = useText()
  const may = useMay()
  const { pair } = read
  return (
    <Inspector>
      {deciding && <Decide key={pair.id} read={read} deciding={deciding} close={close} />}
      <Weight read={read} />
      <section className="matching-note">
        <IconUsers size={20} stroke={1.5} aria-hidden="true" />
        <p>{text(`matching.note.${pair.state}`)}</p>
      </section>
      {pair.state === 'accepted' && may('matching.review') && (
        <section>
          <WithdrawPair id={pair.id} />
        </section>
      )}
    </Inspector>
  )
}

/** What may be done now, each with its key. */
function Bar({ read, decide }: { readonly read: PairRead; readonly decide: (deciding: Deciding) => void }) {
  const text = useText()
  const may = useMay()
  const self = useSelf()
  const running = useOperation(openPair)
  const { pair, grades } = read
  const reviews = may('matching.review')
  const isFirst = pair.state === 'in_review'
  const isSecond = pair.state === 'accepted_first' && pair.firstBy !== self.id
  const settles =
    pair.state === 'disputed' && may('matching.settle') && ![pair.firstBy, pair.secondBy].includes(self.id)
  const judges = settles || (reviews && (isFirst || isSecond))
  const opens = pair.state === 'queued' && reviews
  const open = () => void running.run({ id: pair.id })
  const kind = settles ? 'settle' : 'accept'
  const byKey = grades.flatMap(({ grade, against }, at) =>
    judges && against === null
      ? [
          {
            code: `Digit${at + 1}`,
            cap: String(at + 1),
            label: `matching.grade.${grade}`,
            run: () => decide({ kind, grade }),
          },
        ]
      : [],
  )
  const reject = { kind: settles ? ('settleAgainst' as const) : ('reject' as const) }
  useKeys([
    ...(opens ? [{ code: 'KeyO', cap: 'O', label: 'matching.openPair.title', run: open }] : []),
    ...byKey,
    ...(judges ? [{ code: 'KeyR', cap: 'R', label: 'matching.rejectPair.title', run: () => decide(reject) }] : []),
    ...(isFirst && reviews
      ? [{ code: 'KeyN', cap: 'N', label: 'matching.askFamily.title', run: () => decide({ kind: 'ask' }) }]
      : []),
  ])
  return (
    <div className="matching-judge">
      {opens && (
        <Button variant="filled" loading={running.isPending} onClick={open}>
          <Keys caps={['O']} /> {text('matching.openPair.title')}
        </Button>
      )}
      {judges && (
        <>
          <span className="sf-second">{text('matching.samePerson')}</span>
          {grades.map(({ grade, against }, at) => (
            <Button
              key={grade}
              disabled={against !== null}
              title={against === null ? '' : text(`matching.refusal.${against}`)}
              onClick={() => decide({ kind, grade })}
            >
              <Keys caps={[String(at + 1)]} /> {text(`matching.grade.${grade}`)}
            </Button>
          ))}
          <Button onClick={() => decide(reject)}>
            <Keys caps={['R']} /> {text('matching.rejectPair.title')}
          </Button>
        </>
      )}
      {isFirst && reviews && (
        <Button onClick={() => decide({ kind: 'ask' })}>
          <Keys caps={['N']} /> {text('matching.askFamily.title')}
        </Button>
      )}
      <TroubleLine slice="matching" trouble={running.trouble} />
      <NextPair than={pair.id} isShown={reviews && !opens && !judges} />
    </div>
  )
}

/** The next pair of the queue, so that a reviewer goes on without going back. */
function NextPair({ than, isShown }: { readonly than: string; readonly isShown: boolean }) {
  const text = useText()
  const answer = useAnswer(listPairs, { state: 'queued', limit: 2 }, { enabled: isShown })
  const next = answer.output?.pairs.find((pair) => pair.id !== than)
  if (!isShown || !next) return null
  return <Link to={`/pairs/${next.id}`}>{text('matching.next')}</Link>
}
