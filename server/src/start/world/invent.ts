import { assemble, type Cast } from './cast.ts'
import { reviewScenes } from './decide.ts'
import type { Stage } from './caller.ts'
import { listsOf, peopleOf } from './lists.ts'
import { drawOf } from './numbers.ts'
import { firstDay, Play } from './play.ts'
import { requestScenes, Seekers } from './seek.ts'
import { listScenes, type SentLists } from './send-lists.ts'
import { talkScenes } from './talk.ts'
import { tellScenes } from './tell.ts'

/** How the play is made: the same seed gives the same play. */
export type Making = {
  readonly seed: number
  /** A small play of the same form: every way of a request, one list of each party. */
  readonly small: boolean
  /** The parties of the international context bear each other's labels. */
  readonly relabelled: boolean
}
const whole: Making = { seed: 1864, small: false, relabelled: false }

/** Plays the invented conflict's past through the house's own operations, day by day. Gives who is who in it. */
export async function invent(stage: Stage, making: Partial<Making> = {}): Promise<Cast> {
  const { seed, small, relabelled } = { ...whole, ...making }
  const scale = small ? 0.05 : 1
  stage.setClock(new Date(firstDay(stage)).toISOString())
  stage.progress('people of the house', 0, 1)
  const cast = await assemble(stage, relabelled)
  const draw = drawOf(seed)
  const play = new Play({ stage, cast, draw, scale })
  const people = peopleOf(draw, scale)
  const lists = listsOf(people, { draw, scale, few: small, dateOf: play.dateOf })
  const sent: SentLists = new Map()
  const scenes = [
    ...listScenes(play, lists, sent),
    ...requestScenes(play, new Seekers(people)),
    ...reviewScenes(play),
    ...tellScenes(play),
    ...talkScenes(play),
  ].toSorted((one, other) => one.day - other.day)
  for (const [at, scene] of scenes.entries()) {
    stage.progress(`day ${scene.day}: ${scene.says}`, at, scenes.length)
    play.goTo(scene.day)
    await scene.play()
  }
  await stage.house.settle()
  stage.progress('the invented conflict stands', 1, 1)
  return cast
}
