import { Kbd } from '@mantine/core'
import { usePreferences } from '#kernel/text.tsx'
import '#ui/keys.css'

/** Key caps, always left to right; not shown where keys are switched off, unless they always act. */
export function Keys({ caps, isAlways = false }: { readonly caps: readonly string[]; readonly isAlways?: boolean }) {
  const { keys } = usePreferences().preferences
  if (!keys && !isAlways) return null
  return (
    <span dir="ltr" className="sf-keys" aria-hidden="true">
      {caps.map((cap) => (
        <Kbd key={cap} className="sf-key">
          {cap}
        </Kbd>
      ))}
    </span>
  )
}
