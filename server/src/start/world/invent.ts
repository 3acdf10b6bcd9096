import { assemble } from './cast.ts'
import type { Stage } from './caller.ts'
import { listsOf, peopleOf } from './lists.ts'
import { drawOf } from './numbers.ts'
import { firstDay, Play } from './play.ts'
import { requestScenes, Seekers } from './seek.ts'
import { listScenes, type SentLists } from './send-lists.ts'

/** How the play is made: the same seed gives the same play; `scale` 1 is all of it, less a smaller one of its form. */
export type Making = { readonly seed: number; readonly scale: number; readonly relabelled: boolean }
const whole: Making = { seed: 1864, scale: 1, relabelled: false }

/** Plays the invented conflict's past through the house's own operations, day by day. */
export async function invent(stage: Stage, making: Partial<Making> = {}): Promise<void> {
  const { seed, scale, relabelled } = { ...whole, ...making }
  stage.setClock(new Date(firstDay(stage)).toISOString())
  stage.progress('people of the house', 0, 1)
  const cast = await assemble(stage, relabelled)
  const draw = drawOf(seed)
  const play = new Play({ stage, cast, draw, scale })
  const people = peopleOf(draw, scale)
  const lists = listsOf(people, { draw, scale, dateOf: play.dateOf })
  const sent: SentLists = new Map()
  const scenes = [...listScenes(play, lists, sent), ...requestScenes(play, new Seekers(people))].toSorted(
    (one, other) => one.day - other.day,
  )
  for (const [at, scene] of scenes.entries()) {
    stage.progress(`day ${scene.day}: ${scene.says}`, at, scenes.length)
    play.goTo(scene.day)
    await scene.play()
  }
  await stage.house.settle()
  stage.progress('the invented conflict stands', 1, 1)
}
