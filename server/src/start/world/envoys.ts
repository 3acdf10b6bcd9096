// Whom the house speaks with in the play, one of each party, and what the press wrote of it: the same words for each.
import type { PartyName, PlaceName } from './cast.ts'

export type Envoy = {
  readonly party: PartyName
  readonly place: PlaceName
  readonly name: string
  readonly office: string
  readonly level: 'ministerial' | 'national'
  /** Where the party holds those the house asks to see. */
  readonly camp: string
  /** What the access asked for rests on. */
  readonly rule: string
}

const minister = { office: 'foreign minister', level: 'ministerial' } as const
const representative = { office: 'political representative', level: 'national' } as const
const betweenStates = 'GC III 126'
const within = 'GC I-IV 3'

export const envoys: readonly Envoy[] = [
  { party: 'ardania', place: 'basin', name: 'Ilen Marsk', camp: 'Ostrel', rule: betweenStates, ...minister },
  { party: 'belvar', place: 'basin', name: 'Oran Desko', camp: 'Velmar', rule: betweenStates, ...minister },
  { party: 'tesmar', place: 'hills', name: 'Anis Belroun', camp: 'Qarmal', rule: within, ...minister },
  { party: 'hillFront', place: 'hills', name: 'Deri Almash', camp: 'Sarhan', rule: within, ...representative },
]

/** A report of a meeting as an invented agency wrote it. `label` is the party's own. */
export function reportOf({ name, office, camp }: Envoy, label: string): string {
  const [, surname] = name.split(' ')
  return `OSTREL, Thursday - The ${office} of ${label}, ${name}, received the head of the Agency on Thursday.

"We will give delegates access to the camp at ${camp} by the end of the month," ${surname} said. ${surname} thanked the Agency for its work and asked it to send the lists of prisoners without delay.

The talks lasted two hours.
`
}
