import { listUnlisted, readList } from '@solferino/server/intake/contract'
import { listJobs } from '@solferino/server/kernel/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useAddressed } from '#kernel/address.ts'
import type { OutputOf } from '#kernel/client.ts'
import { type Answer, useAnswer } from '#kernel/operation.ts'
import { useMay } from '#kernel/session.tsx'
import { useText } from '#kernel/text.tsx'
import { type ListRead, nextStep } from '#intake/states.ts'
import { useCrumbs } from '#shell/crumbs.tsx'
import { isRunning } from '#ui/job-bar.tsx'
import { PageHead } from '#ui/page.tsx'
import { usePlaces } from '#ui/places.ts'
import { RecordNumber } from '#ui/record-number.tsx'
import type { Fill } from '#ui/state-ring.tsx'
import { StepTabs } from '#ui/step-tabs.tsx'
import { Tag } from '#ui/tag.tsx'
import '#intake/intake.css'

export type Job = OutputOf<typeof listJobs>['jobs'][number]
export type Followed = { readonly id: string; readonly answer: Answer<ListRead>; readonly job: Job | undefined }

const busyMs = 1_000
const idleMs = 15_000

/** The list of this address, asked again each second while a job works on it or it is looked through. */
export function useList(): Followed {
  const text = useText()
  const id = useAddressed() ?? ''
  const [everyMs, setEveryMs] = useState(idleMs)
  const jobs = useAnswer(listJobs, {}, { everyMs }).output?.jobs ?? []
  const answer = useAnswer(readList, { id }, { everyMs })
  const job = jobs.find((one) => one.subject === id && isRunning(one))
  const isMoving = job !== undefined || (answer.output !== undefined && nextStep(answer.output) === 'looking')
  const wanted = isMoving ? busyMs : idleMs
  if (wanted !== everyMs) setEveryMs(wanted)
  useAskedAgainAfter(job)
  useCrumbs({ words: text('intake.nav'), to: '/intake' }, { words: id })
  return { id, answer, job }
}

/** When a job has ended, all that is shown of this room is asked again: it may have ended after the last asking. */
function useAskedAgainAfter(job: Job | undefined): void {
  const queries = useQueryClient()
  const running = job?.id
  useEffect(() => {
    if (running === undefined) return undefined
    return () =>
      void queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith('intake.') })
  }, [running, queries])
}

/** What list this is, and the steps of its way, each under an address of its own. */
export function ListHead({ list }: { readonly list: ListRead }) {
  const text = useText()
  const places = usePlaces()
  const { counts, envelope } = list
  return (
    <>
      <PageHead
        title={
          <>
            <span>{text(`intake.kind.${list.kind}`)}</span>
            {list.number !== null && <bdi dir="auto">{list.number}</bdi>}
            <RecordNumber number={list.id} isTag />
            {list.authenticity !== 'confirmed' && (
              <Tag tone="attention">{text(`intake.authenticity.${list.authenticity}`)}</Tag>
            )}
          </>
        }
        facts={[
          places.channel(list.context, list.channel),
          <bdi key="file" dir="auto">
            {envelope.fileName}
          </bdi>,
          ...(counts.rows === null ? [] : [text('intake.rows', { count: counts.rows })]),
        ]}
        actions={
          <bdi dir="ltr" className="sf-mono sf-dim" title={list.sha256}>
            sha-256 {list.sha256.slice(0, 4)} {list.sha256.slice(4, 8)} … {list.sha256.slice(-4)}
          </bdi>
        }
      />
      <Steps list={list} />
    </>
  )
}

function Steps({ list }: { readonly list: ListRead }) {
  const text = useText()
  const may = useMay()
  const { id, counts } = list
  const isRead = list.readAt !== null && list.problem === null
  const isRun = list.completedAt !== null
  const replaces = list.envelope.replaces !== null && isRun
  const unlisted = useAnswer(listUnlisted, { id, limit: 1 }, { enabled: replaces }).output
  const fill = (isDone: boolean, isBegun: boolean): Fill => (isDone ? 'done' : isBegun ? 2 : 0)
  const tabs = [
    { to: `/intake/${id}`, words: text('intake.tab.file'), fill: fill(isRead, true) },
    ...(may('intake.register') && isRead
      ? [{ to: `/intake/${id}/columns`, words: text('intake.tab.columns'), fill: fill(list.mappedAt !== null, true) }]
      : []),
    {
      to: `/intake/${id}/rows`,
      words: text('intake.tab.rows'),
      fill: fill(isRun, list.mappedAt !== null),
      ...(counts.rows === null ? {} : { count: counts.rows }),
    },
    ...(counts.quarantined > 0 || isRun
      ? [
          {
            to: `/intake/${id}/mend`,
            words: text('intake.tab.mend'),
            fill: fill(counts.quarantined === 0, true),
            ...(counts.quarantined > 0 ? { count: counts.quarantined } : {}),
          },
        ]
      : []),
    ...(unlisted?.replaced
      ? [
          {
            to: `/intake/${id}/unlisted`,
            words: text('intake.tab.unlisted'),
            fill: fill(unlisted.records.length === 0, true),
          },
        ]
      : []),
    { to: `/intake/${id}/receipt`, words: text('intake.tab.receipt'), fill: fill(nextStep(list) === 'settled', isRun) },
  ]
  return <StepTabs label={text('intake.steps')} tabs={tabs} />
}
