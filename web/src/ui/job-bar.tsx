import { Button, Progress } from '@mantine/core'
import { type listJobs, stopJob } from '@solferino/server/kernel/contract'
import { useIntl } from 'react-intl'
import type { OutputOf } from '#kernel/client.ts'
import { useOperation } from '#kernel/operation.ts'
import { useNow } from '#kernel/now.ts'
import { useText } from '#kernel/text.tsx'
import { TroubleLine } from '#ui/trouble.tsx'

type Job = OutputOf<typeof listJobs>['jobs'][number]

export function isRunning(job: Job): boolean {
  return job.state === 'queued' || job.state === 'running'
}

/** How long a job will take yet, in seconds, from how far it came in how long; null while that says nothing. */
export function secondsLeft(job: Job, nowMs: number): number | null {
  if (job.startedAt === null || job.totalCount === null || job.doneCount === 0) return null
  const perOneMs = (nowMs - Date.parse(job.startedAt)) / job.doneCount
  return Math.max(0, Math.round((perOneMs * (job.totalCount - job.doneCount)) / 1_000))
}

/** A long job: what is being done, how much of how much, how long yet, and a way to stop it. */
export function JobBar({ job }: { readonly job: Job }) {
  const text = useText()
  const intl = useIntl()
  const now = useNow(1_000)
  const stop = useOperation(stopJob)
  const [slice, verb] = job.kind.split('.')
  const percent = job.totalCount ? Math.floor((job.doneCount / job.totalCount) * 100) : null
  const left = secondsLeft(job, now)
  const stage = `${slice}.stage.${job.stage}`
  const words = text.has(stage) ? text(stage) : text(`${slice}.job.${verb}`)
  const quarter = percent === null ? 0 : Math.floor(percent / 25) * 25
  return (
    <div>
      <div className="sf-row">
        <span className="sf-grow">{words}</span>
        <span className="sf-second sf-figures">
          {job.state === 'queued' && text('kernel.jobs.state.queued')}
          {job.state === 'running' &&
            job.totalCount !== null &&
            text('kernel.jobs.of', { done: job.doneCount, total: job.totalCount, percent })}
          {left !== null && job.state === 'running' && (
            <> {intl.formatNumber(left, { style: 'unit', unit: 'second', unitDisplay: 'short' })}</>
          )}
        </span>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          loading={stop.isPending}
          onClick={() => void stop.run({ id: job.id })}
        >
          {text('kernel.jobs.stop')}
        </Button>
      </div>
      <Progress value={percent ?? 0} size={6} mt={4} aria-label={words} />
      <output className="sf-hidden">
        {quarter > 0 ? text('kernel.jobs.quarter', { what: words, percent: quarter }) : ''}
      </output>
      <TroubleLine slice="kernel" trouble={stop.trouble} />
    </div>
  )
}
