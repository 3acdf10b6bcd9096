import { contextsOf, readPeople } from '#access'
import type { Context } from '#kernel/handler'
import type { Channel } from './channels.ts'

/** Alphabetical in the reader's own language, context by context: no party stands first for any other reason. */
export async function inReadersOrder<One extends Channel>(
  { tx, actor }: Context,
  channels: readonly One[],
): Promise<One[]> {
  const [reader] = await readPeople(tx, [actor.id])
  const language = reader?.settings.language ?? 'en'
  const places = await contextsOf(tx, [...new Set(channels.map((one) => one.context))])
  const named = places.flatMap((place) => [place, ...place.parties])
  const nameOf = new Map(named.map((one) => [one.id, one.labels[language] ?? one.labels.en]))
  const collator = new Intl.Collator(language)
  const compare = (one: string, other: string) => collator.compare(nameOf.get(one) ?? '', nameOf.get(other) ?? '')
  return channels.toSorted((a, b) => compare(a.context, b.context) || compare(a.party, b.party))
}
