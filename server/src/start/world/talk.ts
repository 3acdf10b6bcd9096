import * as dialogue from '@solferino/server/dialogue/contract'
import type { PlaceName } from './cast.ts'
import { envoys } from './envoys.ts'
import type { Play, Scene } from './play.ts'
import { type Both, course } from './talk-steps.ts'

/** The scenes of all channels: the same course with every party. */
export function talkScenes(play: Play): Scene[] {
  const own = envoys.flatMap((envoy, at) => {
    const on = (day: number) => play.dateOf(day + at)
    const talk = { play, envoy, party: play.cast.parties[envoy.party], on, entries: new Map<string, string>() }
    return course.map(({ day, says, take }) => ({
      day: day + at,
      says,
      play: async () => take(talk, await enter(play, envoy.place, [talk.party])),
    }))
  })
  return [...own, ...(['basin', 'hills'] as const).map((place) => sharedMatter(play, place))]
}

/** Both open the channels in today's session; whoever comes first has handed the key on to the other. */
async function enter(play: Play, place: PlaceName, parties: readonly string[]): Promise<Both> {
  const both = { head: await play.on('head', place), lead: await play.on('protection_lead', place) }
  for (const one of [both.head, both.lead]) for (const party of parties) await one.ok(dialogue.enterChannel, { party })
  return both
}

/** A general matter is put to every party of a context in the same words. */
function sharedMatter(play: Play, place: PlaceName): Scene {
  const here = envoys.filter((one) => one.place === place)
  const share = async () => {
    const { head } = await enter(
      play,
      place,
      here.map(({ party }) => play.cast.parties[party]),
    )
    await head.ok(dialogue.shareMatter, {
      context: play.cast.contexts[place],
      kind: 'treaty_duty',
      title: 'News to the families',
      text: 'That each person held may tell the family where they are.',
      article: here[0]?.rule ?? null,
    })
  }
  return { day: 60, says: 'a matter is put to all alike', play: share }
}
