import { Button } from '@mantine/core'
import { listUnlisted, noteUnlisted, UnlistedOutcome } from '@solferino/server/intake/contract'
import { IconFileText } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { z } from 'zod'
import { useOperation, usePages } from '#kernel/operation.ts'
import { useMay } from '#kernel/session.tsx'
import { useText } from '#kernel/text.tsx'
import { ListHead, useList } from '#intake/list-head.tsx'
import type { ListRead } from '#intake/states.ts'
import { Act } from '#ui/act.tsx'
import { Day } from '#ui/elapsed.tsx'
import { Choice } from '#ui/fields.tsx'
import { Name } from '#ui/name.tsx'
import { Inspector, Page } from '#ui/page.tsx'
import { RecordNumber } from '#ui/record-number.tsx'
import { Answered, Empty } from '#ui/trouble.tsx'

/** Who stood in the list before and stands no longer in this one: a fact to look at, never a release. */
export function Unlisted() {
  const text = useText()
  const may = useMay()
  const { id, answer } = useList()
  const pages = usePages(listUnlisted, { id }, ({ records, next }) => ({ items: records, next }))
  const list = answer.output
  const mayNote = list && may('intake.register') && (pages.output?.length ?? 0) > 0
  return (
    <Page
      title={id}
      {...(mayNote
        ? {
            inspector: (
              <Inspector>
                <Note list={list} />
              </Inspector>
            ),
          }
        : {})}
    >
      <Answered slice="intake" answer={answer}>
        {(found) => (
          <>
            <ListHead list={found} />
            <div className="sf-stack-wide">
              <p className="intake-warning">{text('intake.unlisted.means')}</p>
              <Answered slice="intake" answer={pages}>
                {(records) =>
                  records.length === 0 ? (
                    <Empty>{text('intake.unlisted.nothing')}</Empty>
                  ) : (
                    <ul className="sf-tasks">
                      {records.map((one) => (
                        <li key={one.record}>
                          <Link to={`/registry/records/${one.record}`} className="sf-task">
                            <IconFileText size={20} stroke={1.5} aria-hidden="true" />
                            <span className="sf-task-words">
                              {one.name !== null && <Name written={one.name} />}
                              <span className="sf-second sf-row">
                                <RecordNumber number={one.record} />
                                {text('intake.place.row', { row: one.row })}
                              </span>
                            </span>
                          </Link>
                        </li>
                      ))}
                    </ul>
                  )
                }
              </Answered>
              {pages.hasMore && (
                <div>
                  <Button variant="subtle" onClick={pages.more}>
                    {text('ui.more')}
                  </Button>
                </div>
              )}
            </div>
          </>
        )}
      </Answered>
    </Page>
  )
}

function Note({ list }: { readonly list: ListRead }) {
  const text = useText()
  const running = useOperation(noteUnlisted)
  const [outcome, setOutcome] = useState<z.infer<typeof UnlistedOutcome> | null>(null)
  const act = async () => (outcome === null ? { ok: false } : running.run({ id: list.id, outcome }))
  if (list.unlistedNotedAt !== null)
    return (
      <section className="sf-stack">
        <h2 className="sf-section-title">{text('intake.unlisted.noted')}</h2>
        <Day at={list.unlistedNotedAt} withTime />
      </section>
    )
  return (
    <section className="sf-stack">
      <h2 className="sf-section-title">{text('intake.noteUnlisted.lead')}</h2>
      <Act
        slice="intake"
        title={text('intake.noteUnlisted.title')}
        running={running}
        isReady={outcome !== null}
        act={act}
      >
        <Choice
          label={text('intake.field.outcome')}
          options={UnlistedOutcome.options}
          words={(one) => text(`intake.unlisted.${one}`)}
          value={outcome}
          change={setOutcome}
          isRequired
        />
      </Act>
    </section>
  )
}
