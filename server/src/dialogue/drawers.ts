// One drawer a kind of entry: what is laid in and taken out is of that kind's shape, and leaves its step and its event.
import type { z } from 'zod'
import type { Context, Event } from '#kernel/handler'
import { refuse, type Refused } from '#kernel/result'
import { type Channel, isOpened } from './channels.ts'
import { Entry } from './entries.ts'
import { Interlocutor, Letter, Meeting, Note, ReportText, Statement, StoredProposal } from './shapes.ts'
import { Access, Commitment, Matter, Representation } from './shapes-work.ts'
import * as store from './store.ts'
import { type EntryKind, entryStates } from './words.ts'

type StateOf<Kind extends EntryKind> = (typeof entryStates)[Kind][number]
export type Held<Content, State = string> = Omit<store.Opened, 'content'> & {
  readonly content: Content
  readonly state: State
}
type Taken<Content, State = string> =
  | { readonly ok: true; readonly held: Held<Content, State> }
  | Refused<'entry_unknown'>
  | Refused<'channel_closed'>
type Laid<Content, State = string> = { readonly held: Held<Content, State>; readonly event: Event }

/** The shown form of an entry; what its kind does not name is left out. */
export function shown({ row, content, nextStep }: store.Opened): z.output<typeof Entry> {
  return Entry.parse({
    kind: row.kind,
    state: row.state,
    id: row.id,
    party: row.party,
    openedAt: row.opened_at,
    openedBy: row.opened_by,
    changedAt: row.changed_at,
    parent: row.parent,
    awaits: row.awaits,
    awaitedSince: row.awaited_since,
    remindOn: row.remind_on,
    nextStep,
    content,
  })
}

/** An entry of any kind that one may see and whose channel the session has opened. */
export async function takeAny(context: Context, id: string, held = false): Promise<Taken<unknown>> {
  const { tx, actor } = context
  const row = held ? await store.hold(tx, actor, id) : await store.find(tx, actor, id)
  if (!row) return refuse('entry_unknown')
  if (!(await isOpened(context, row.compartment))) return refuse('channel_closed')
  const [opened] = await store.open(tx, [row])
  return opened ? { ok: true, held: { ...opened, state: row.state } } : refuse('entry_unknown')
}

function drawer<const Kind extends EntryKind, Schema extends z.ZodType>(
  kind: Kind,
  schema: Schema,
  nameOf: (context: Context) => string = ({ newId }) => newId(),
) {
  type Content = z.output<Schema>
  type State = StateOf<Kind>
  const states: readonly State[] = entryStates[kind]
  const typed = (opened: store.Opened): Held<Content, State> => {
    const state = states.find((one) => one === opened.row.state)
    if (state === undefined) throw new Error('an entry in a state that its kind does not know')
    return { ...opened, state, content: schema.parse(opened.content) }
  }

  return {
    /** An entry of this kind, to be read. */
    async find(context: Context, id: string): Promise<Taken<Content, State>> {
      const taken = await takeAny(context, id)
      if (!taken.ok) return taken
      return taken.held.row.kind === kind ? { ok: true, held: typed(taken.held) } : refuse('entry_unknown')
    },

    /** An entry of this kind, held until the end of the transaction. */
    async take(context: Context, id: string): Promise<Taken<Content, State>> {
      const taken = await takeAny(context, id, true)
      if (!taken.ok) return taken
      return taken.held.row.kind === kind ? { ok: true, held: typed(taken.held) } : refuse('entry_unknown')
    },

    async all(context: Context, wanted: Omit<store.Wanted, 'kinds'>): Promise<Held<Content, State>[]> {
      const rows = await store.list(context.tx, context.actor, { ...wanted, kinds: [kind] })
      return (await store.open(context.tx, rows)).map(typed)
    },

    /** The entries of this kind that are one matter in several channels. */
    async shared(context: Context, compartments: readonly string[]): Promise<Held<Content, State>[]> {
      const rows = await store.sharedIn(context.tx, context.actor, compartments)
      return (
        await store.open(
          context.tx,
          rows.filter((row) => row.kind === kind),
        )
      ).map(typed)
    },

    async add(
      context: Context,
      channel: Channel,
      entry: Omit<store.NewEntry, 'id' | 'kind' | 'channel' | 'state' | 'content'> & {
        state: State
        content: z.input<Schema>
        /** What was done; a proposal of the reader was done by nobody. */
        step?: store.Step
      },
    ): Promise<Laid<Content, State>> {
      const { step, ...rest } = entry
      const opened = await store.add(context, { ...rest, id: nameOf(context), kind, channel })
      if (step) await store.addStep(context, opened, step)
      return { held: typed(opened), event: eventOf('dialogue.entryOpened', opened) }
    },

    async change(
      context: Context,
      held: Held<Content, State>,
      {
        step,
        ...to
      }: Omit<store.Change, 'state' | 'content'> & {
        state?: State
        content?: z.input<Schema>
        step: store.Step
      },
    ): Promise<Laid<Content, State>> {
      const opened = await store.change(context, held, to)
      await store.addStep(context, opened, step)
      return { held: typed(opened), event: eventOf('dialogue.entryChanged', opened) }
    },
  }
}

/** For an entry of any kind: a change of its head that leaves what it says as it is. */
export async function changeAny(
  context: Context,
  held: Held<unknown>,
  { step, ...to }: Omit<store.Change, 'state' | 'content'> & { step: store.Step },
): Promise<Laid<unknown>> {
  const opened = await store.change(context, held, to)
  await store.addStep(context, opened, step)
  return { held: { ...opened, state: held.state }, event: eventOf('dialogue.entryChanged', opened) }
}

function eventOf(type: string, { row }: store.Opened): Event {
  return { type, subject: row.id, compartment: row.compartment, data: { kind: row.kind, entry: row.id } }
}

export const interlocutors = drawer('interlocutor', Interlocutor)
export const meetings = drawer('meeting', Meeting)
export const notes = drawer('note', Note)
export const letters = drawer('letter', Letter)
export const texts = drawer('text', ReportText)
export const proposals = drawer('proposal', StoredProposal)
export const statements = drawer('statement', Statement)
export const commitments = drawer('commitment', Commitment, ({ newNumber }) => newNumber('COM'))
export const accesses = drawer('access', Access)
export const representations = drawer('representation', Representation, ({ newNumber }) => newNumber('REP'))
export const matters = drawer('matter', Matter)

/** The channel of an entry: what belongs to it is laid beside it. */
export function channelOfRow(row: store.Row): Channel {
  const [context = ''] = row.compartment.split('/')
  return { compartment: row.compartment, context, party: row.party }
}
