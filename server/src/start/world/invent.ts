import { assemble } from './cast.ts'
import type { Stage } from './caller.ts'

/** Plays the invented conflict's past through the house's own operations, day by day. */
export async function invent(stage: Stage): Promise<void> {
  const start = Date.parse(stage.until) - 120 * 86_400_000
  stage.setClock(new Date(start).toISOString())
  await assemble(stage)
  stage.progress('people of the house', 1, 1)
}
