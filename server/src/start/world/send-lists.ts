import * as intake from '@solferino/server/intake/contract'
import type { PlannedList } from './lists.ts'
import { fileOf } from './list-forms.ts'
import type { Play, Scene } from './play.ts'

/** Where the lists of the play stand in the house, by their keys. */
export type SentLists = Map<string, string>

/** The scenes in which the lists come in, are made records of, confirmed, and partly mended. */
export function listScenes(play: Play, lists: readonly PlannedList[], sent: SentLists): Scene[] {
  return lists.flatMap((list) => {
    const says = `list ${list.number}, ${list.rows.length} rows`
    const scenes: Scene[] = [
      { day: list.day, says, play: () => receive(play, list, sent) },
      { day: list.day + 1, says, play: () => register(play, list, sent) },
      { day: list.day + 2, says: `rows of list ${list.number} looked at`, play: () => mend(play, list, sent) },
    ]
    const { confirmed } = list
    if (confirmed !== true && confirmed.on !== null)
      scenes.push({ day: confirmed.on, says, play: () => confirm(play, list, sent) })
    return scenes
  })
}

function idOf(sent: SentLists, key: string): string {
  const id = sent.get(key)
  if (id === undefined) throw new Error(`the play stops: the list ${key} has not come yet`)
  return id
}

const dated = (edtf: string) => ({ edtf, other: null, calendar: 'gregorian' as const, written: null })

/** The liaison officer of the sender's channel takes the file in, and says what came with it. */
async function receive(play: Play, list: PlannedList, sent: SentLists): Promise<void> {
  const { place, party, form } = list
  const liaison = await play.on('nib_liaison', place, { party })
  const bytes = fileOf([list.headings, ...list.rows.map(({ cells }) => cells)], form.file)
  const { id } = await liaison.ok(
    intake.receiveList,
    {
      context: play.cast.contexts[place],
      channel: play.cast.parties[party],
      kind: list.kind,
      number: list.number,
      date: dated(play.dateOf(list.day - 2)),
      legalStatus: list.status && { status: list.status, written: null },
      receivedOn: play.dateOf(list.day),
      way: place === 'basin' ? 'courier' : 'in_person',
      handedOverBy: null,
      receivedBy: 'The liaison officer of this channel',
      authenticity:
        list.confirmed === true
          ? { state: 'confirmed', how: 'seal_or_signature', by: 'The liaison officer of this channel' }
          : { state: 'not_yet' },
      replaces: list.replaces === null ? null : idOf(sent, list.replaces),
      fileName: `list-${list.number.replace('/', '-')}.${form.file}`,
    },
    bytes,
  )
  sent.set(list.key, id)
  await play.stage.house.settle()
}

/** A transmission officer looks at the guessed columns and the first rows, fixes them, and has the list run. */
async function register(play: Play, list: PlannedList, sent: SentLists): Promise<void> {
  const officer = await play.on('transmission_officer', list.place)
  const id = idOf(sent, list.key)
  const { columns, dateOrder } = await officer.ok(intake.previewList, { id, mapping: null })
  const fixed = columns.map(({ heading, field }) => ({ heading, field }))
  // A bureau whose dates stand with dots or strokes has said that it writes the day first.
  await officer.ok(intake.setMapping, { id, columns: fixed, dateOrder: dateOrder ?? 'dmy' })
  await officer.ok(intake.runList, { id })
  await play.stage.house.settle()
}

/** Of the rows in quarantine one in three is taken as it stands, one set aside, and one waits. */
async function mend(play: Play, list: PlannedList, sent: SentLists): Promise<void> {
  const officer = await play.on('transmission_officer', list.place)
  const id = idOf(sent, list.key)
  const { rows } = await officer.ok(intake.listRows, { id, state: 'quarantined' })
  for (const [at, { id: row, reason }] of rows.entries()) {
    if (at % 3 === 2) continue
    const hasName = reason !== 'name_missing' && reason !== 'cells_more_than_headings'
    if (at % 3 === 0 && hasName) await officer.ok(intake.mendRow, { id: row, cells: null, asItStands: true })
    else await officer.ok(intake.setAsideRows, { id, rows: [row], reason: 'illegible' })
  }
}

async function confirm(play: Play, list: PlannedList, sent: SentLists): Promise<void> {
  const liaison = await play.on('nib_liaison', list.place, { party: list.party })
  const by = 'The commander’s office, called back'
  await liaison.ok(intake.confirmAuthenticity, { id: idOf(sent, list.key), how: 'call_back', by })
}
