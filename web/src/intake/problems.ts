import type { CellProblem, FileProblem, ListRow } from '@solferino/server/intake/contract'
import type { z } from 'zod'
import { useText } from '#kernel/text.tsx'

/** Why a file cannot be read, with the place where it stops. */
export function useFileProblem(): (problem: z.infer<typeof FileProblem>) => string {
  const text = useText()
  return ({ code, sheet, row, column, values }) => {
    const place = [
      sheet === null ? null : text('intake.place.sheet', { sheet }),
      row === null ? null : text('intake.place.row', { row }),
      column === null ? null : text('intake.place.column', { column }),
    ].filter((part) => part !== null)
    const words = text(`intake.problem.${code}`, values)
    return place.length === 0 ? words : text('intake.problem.at', { words, place: place.join(' · ') })
  }
}

/** Why one row waits, in words. */
export function useReason(): (reason: z.infer<typeof ListRow>['reason']) => string {
  const text = useText()
  return (reason) => (reason === null ? '' : text(`intake.reason.${reason}`))
}

/** The first thing that is wrong with a cell; an ambiguous date only deserves a look. */
export function problemOfColumn(
  problems: readonly z.infer<typeof CellProblem>[],
  column: number,
): z.infer<typeof CellProblem> | undefined {
  const own = problems.filter((one) => one.column === column)
  return own.find((one) => one.code !== 'date_ambiguous') ?? own[0]
}
