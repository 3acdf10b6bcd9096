import { languageOfScript } from '#ui/script.ts'
import '#ui/name.css'

type NameProps = {
  readonly written: string
  readonly romanised?: string | null | undefined
  readonly size?: 'inline' | 'row' | 'head'
  readonly isStacked?: boolean
}

/** A name as it was written, and beside it its romanisation where that says more; each isolated in its own direction. */
export function Name({ written, romanised, size = 'row', isStacked = false }: NameProps) {
  const beside = romanised && romanised !== written ? romanised : null
  return (
    <span className="sf-name" data-size={size} data-stacked={isStacked}>
      <bdi lang={languageOfScript(written)} dir="auto" className="sf-name-written">
        {written}
      </bdi>
      {beside !== null && (
        <bdi lang="und-Latn" dir="auto" className="sf-name-romanised">
          {beside}
        </bdi>
      )}
    </span>
  )
}
