// The invented conflict in its small form, played into a test house.
import type { TestHouse } from '#kernel/test'
import type { Stage } from './caller.ts'
import type { Cast } from './cast.ts'
import { invent } from './invent.ts'

/** When the past of the play ends, and a test begins. */
export const until = '2026-03-05T09:00:00.000Z'

export function stageOf({ house, app, clock }: TestHouse): Stage {
  return {
    house,
    fetch: (request) => Promise.resolve(app.request(request)),
    setClock: (instant) => clock.set(instant),
    until,
    progress: () => {},
  }
}

/** Plays all of it, as an exercise does, and sets the clock to its end. Gives who is who in it. */
export async function inventWhole(house: TestHouse): Promise<Cast> {
  const cast = await invent(stageOf(house))
  house.clock.set(until)
  return cast
}

/** Plays the small form, and sets the clock to its end. Gives who is who in it. */
export async function inventSmall(
  house: TestHouse,
  { relabelled = false, stage = stageOf(house) } = {},
): Promise<Cast> {
  const cast = await invent(stage, { small: true, relabelled })
  house.clock.set(until)
  return cast
}
