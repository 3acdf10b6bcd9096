import { Button } from '@mantine/core'
import { type ListRow, listRows } from '@solferino/server/intake/contract'
import { useState } from 'react'
import type { z } from 'zod'
import { useKeys } from '#kernel/keys.tsx'
import { usePages } from '#kernel/operation.ts'
import { useMay } from '#kernel/session.tsx'
import { useText } from '#kernel/text.tsx'
import { ListHead, useList } from '#intake/list-head.tsx'
import { MendRow } from '#intake/mend-row.tsx'
import { useReason } from '#intake/problems.ts'
import { RunList } from '#intake/run-list.tsx'
import { JobBar } from '#ui/job-bar.tsx'
import { Page } from '#ui/page.tsx'
import { Answered, Empty } from '#ui/trouble.tsx'

type Row = z.infer<typeof ListRow>

/** Rows in quarantine, one after the other: why each waits, its line as it stands, and what a person makes of it. */
export function Mend() {
  const text = useText()
  const may = useMay()
  const { id, answer, job } = useList()
  const pages = usePages(listRows, { id, state: 'quarantined' as const }, ({ rows, next }) => ({ items: rows, next }))
  return (
    <Page title={id}>
      <Answered slice="intake" answer={answer}>
        {(list) => (
          <>
            <ListHead list={list} />
            {job && <JobBar job={job} />}
            <Answered slice="intake" answer={pages}>
              {(rows) =>
                rows.length === 0 ? (
                  <Empty>{text('intake.mend.nothing')}</Empty>
                ) : (
                  <Quarantine
                    rows={rows}
                    list={id}
                    isMine={may('intake.register')}
                    {...(pages.hasMore ? { more: pages.more } : {})}
                  />
                )
              }
            </Answered>
            {list.counts.quarantined > 0 && may('intake.register') && !job && (
              <div className="intake-again sf-row sf-wrap">
                <span className="sf-second">{text('intake.mend.again')}</span>
                <RunList id={id} isAgain />
              </div>
            )}
          </>
        )}
      </Answered>
    </Page>
  )
}

type QuarantineProps = {
  readonly rows: readonly Row[]
  readonly list: string
  readonly isMine: boolean
  readonly more?: () => void
}

function Quarantine({ rows, list, isMine, more }: QuarantineProps) {
  const text = useText()
  const reason = useReason()
  const [chosenId, setChosenId] = useState<string | null>(null)
  // Where a row was settled the one that took its place is next.
  const [place, setPlace] = useState(0)
  const found = rows.findIndex((row) => row.id === chosenId)
  const at = found >= 0 ? found : Math.min(place, rows.length - 1)
  const chosen = rows[at]
  const choose = (next: number) => {
    const to = Math.min(Math.max(next, 0), rows.length - 1)
    setPlace(to)
    setChosenId(rows[to]?.id ?? null)
  }
  useKeys([
    { code: 'KeyJ', cap: 'J', label: 'kernel.keys.next', run: () => choose(at + 1) },
    { code: 'KeyK', cap: 'K', label: 'kernel.keys.previous', run: () => choose(at - 1) },
  ])
  return (
    <div className="intake-focus">
      <nav aria-label={text('intake.tab.mend')}>
        <ol className="intake-waiting">
          {rows.map((row, index) => (
            <li key={row.id}>
              <button
                type="button"
                className="intake-waiting-row"
                aria-current={index === at}
                onClick={() => choose(index)}
              >
                <span className="sf-figures sf-dim">{row.row}</span>
                <span className="sf-grow">
                  <bdi dir="auto" className="intake-waiting-line">
                    {row.line}
                  </bdi>
                  <span className="sf-caption">{reason(row.reason)}</span>
                </span>
              </button>
            </li>
          ))}
        </ol>
        {more && (
          <Button variant="subtle" onClick={more}>
            {text('ui.more')}
          </Button>
        )}
      </nav>
      {chosen && <MendRow key={chosen.id} row={chosen} list={list} rows={rows} isMine={isMine} />}
    </div>
  )
}
