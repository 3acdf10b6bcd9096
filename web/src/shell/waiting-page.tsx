import { Trouble } from '#kernel/client.ts'
import { Door } from '#shell/sign-in.tsx'
import { TroubleLine } from '#ui/trouble.tsx'

/** Before anything is known: nothing, and when it does not come, calmly why. It is asked again by itself. */
export function Waiting({ code, reference }: { readonly code: string | null; readonly reference: string | null }) {
  if (code === null) return null
  return (
    <Door>
      <TroubleLine slice="kernel" trouble={new Trouble(code, reference)} again={() => globalThis.location.reload()} />
    </Door>
  )
}
