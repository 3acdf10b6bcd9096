import { readList } from '@solferino/server/intake/contract'
import { useAnswer } from '#kernel/operation.ts'
import type { Task } from '#kernel/room.ts'
import { useText } from '#kernel/text.tsx'
import { Counts } from '#intake/counts.tsx'
import { Facts } from '#ui/facts.tsx'
import { usePlaces } from '#ui/places.ts'
import { RecordNumber } from '#ui/record-number.tsx'
import { Day } from '#ui/elapsed.tsx'
import '#intake/intake.css'

/** Enough of a list to know, on the worklist, what waits. */
export function ListTask({ task }: { readonly task: Task }) {
  const text = useText()
  const places = usePlaces()
  const list = useAnswer(readList, { id: task.subject }).output
  if (!list) return null
  return (
    <>
      <section className="sf-stack">
        <Facts
          facts={[
            { label: text('intake.field.list'), value: <RecordNumber number={list.id} /> },
            { label: text('intake.field.channel'), value: places.channel(list.context, list.channel) },
            { label: text('intake.field.number'), value: list.number },
            { label: text('intake.field.receivedOn'), value: <Day at={list.receivedOn} /> },
            { label: text('intake.field.authenticity'), value: text(`intake.authenticity.${list.authenticity}`) },
          ]}
        />
      </section>
      <Counts list={list} />
    </>
  )
}
