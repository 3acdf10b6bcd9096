import { Popover, UnstyledButton } from '@mantine/core'
import { listJobs } from '@solferino/server/kernel/contract'
import { useState } from 'react'
import type { OutputOf } from '#kernel/client.ts'
import { useAnswer } from '#kernel/operation.ts'
import { useText } from '#kernel/text.tsx'
import { Elapsed } from '#ui/elapsed.tsx'
import { isRunning, JobBar } from '#ui/job-bar.tsx'

type Job = OutputOf<typeof listJobs>['jobs'][number]

const busyMs = 1_000
const idleMs = 15_000

/** Long jobs of this person: asked each second while one runs. */
export function useJobs(): readonly Job[] {
  const [everyMs, setEveryMs] = useState(idleMs)
  const jobs = useAnswer(listJobs, {}, { everyMs }).output?.jobs ?? []
  const wanted = jobs.some(isRunning) ? busyMs : idleMs
  if (wanted !== everyMs) setEveryMs(wanted)
  return jobs
}

export function Jobs() {
  const text = useText()
  const jobs = useJobs()
  const running = jobs.filter(isRunning)
  if (jobs.length === 0) return null
  const done = running.reduce((sum, job) => sum + (job.totalCount ? job.doneCount / job.totalCount : 0), 0)
  const share = running.length === 0 ? 1 : done / running.length
  const percent = Math.floor(share * 100)
  return (
    <Popover position="bottom-end" width={360} shadow="md" withinPortal>
      <Popover.Target>
        <UnstyledButton className="sf-top-link">
          <Ring share={share} />
          <span className="sf-figures">
            {running.length > 0
              ? text('kernel.jobs.running', { count: running.length, percent })
              : text('kernel.jobs.none')}
          </span>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <div className="sf-stack-wide">
          {jobs.map((job) =>
            isRunning(job) ? (
              <JobBar key={job.id} job={job} />
            ) : (
              <div key={job.id} className="sf-row">
                <span className="sf-grow">
                  {text(`${job.kind.split('.')[0]}.job.${job.kind.split('.')[1]}`)}
                  <span className="sf-caption"> {text(`kernel.jobs.state.${job.state}`)}</span>
                </span>
                <span className="sf-caption">
                  <Elapsed since={job.endedAt ?? job.createdAt} />
                </span>
              </div>
            ),
          )}
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}

function Ring({ share }: { readonly share: number }) {
  const around = 2 * Math.PI * 6
  return (
    <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
      <circle cx="9" cy="9" r="6" fill="none" stroke="var(--sf-line)" strokeWidth="2.500" />
      <circle
        cx="9"
        cy="9"
        r="6"
        fill="none"
        stroke="var(--sf-accent-text)"
        strokeWidth="2.500"
        strokeDasharray={`${around * share} ${around}`}
        transform="rotate(-90 9 9)"
      />
    </svg>
  )
}
