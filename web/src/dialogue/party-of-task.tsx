import type { Task } from '#kernel/room.ts'
import { useChannel } from '#dialogue/places.ts'

/** Which party's channel a task of the worklist is of. */
export function PartyOfTask({ task }: { readonly task: Task }) {
  const { called } = useChannel(task.subject)
  return <bdi>{called}</bdi>
}
