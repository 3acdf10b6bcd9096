import type { z } from 'zod'
import { type Context, done, type Event, handle } from '#kernel/handler'
import { refuse, type Refused } from '#kernel/result'
import * as contract from './contract.ts'
import { channelOfRow, commitments, type Held, matters, meetings, shown, statements } from './drawers.ts'
import { blankCommitment } from './promises.ts'
import { wrongWith } from './present.ts'
import type { Statement } from './shapes.ts'

type Asked = z.output<typeof contract.raiseStatement.input>['to']
type To<Kind extends Asked['kind']> = Extract<Asked, { kind: Kind }>
type From = Held<z.output<typeof Statement>>
type Raised =
  | { readonly ok: true; readonly id: string; readonly event: Event }
  | Refused<'nobody_bound' | 'negated' | 'meeting_unknown' | 'interlocutor_unknown' | 'in_future'>

export const raiseStatement = handle(contract.raiseStatement, async ({ id, to }, context) => {
  const taken = await statements.take(context, id)
  if (!taken.ok) return taken
  if (taken.held.row.state === 'raised') return refuse('already_raised')
  const raised = await raise(context, taken.held, to)
  if (!raised.ok) return raised
  const { held, event } = await statements.change(context, taken.held, {
    state: 'raised',
    step: { act: `raised_to_${to.kind}`, words: raised.id },
  })
  return done({ statement: shown(held), raised: raised.id }, raised.event, event)
})

function raise(context: Context, from: From, to: Asked): Promise<Raised> {
  if (to.kind === 'commitment') return toCommitment(context, from, to)
  if (to.kind === 'matter') return toMatter(context, from, to)
  return to.kind === 'meeting' ? toMeeting(context, from, to) : toMinutes(context, from, to)
}

/** A promise binds whom it was made for: words of an unnamed official bind nobody, and a refusal is no promise. */
async function toCommitment(context: Context, { row, content }: From, to: To<'commitment'>): Promise<Raised> {
  const { words, language, translation, saidOn, condition, hedge, subject, place } = content
  const who = to.who ?? content.speaker
  if (who === null || (to.promisor === 'party' && content.party === null)) return refuse('nobody_bound')
  if (content.negated) return refuse('negated')
  const { held, event } = await commitments.add(context, channelOfRow(row), {
    state: 'stated',
    content: {
      ...blankCommitment,
      promisor: to.promisor,
      who,
      office: content.role,
      level: to.level,
      form: to.form,
      to: to.to,
      words,
      language,
      translation,
      saidOn,
      saidWhere: content.source,
      condition,
      hedge,
      subject,
      place,
      obligation: content.treaty,
      due: to.due,
      from: row.id,
    },
    parent: row.id,
    step: { act: 'raised' },
  })
  return { ok: true, id: held.row.id, event }
}

async function toMatter(context: Context, { row, content }: From, to: To<'matter'>): Promise<Raised> {
  const { held, event } = await matters.add(context, channelOfRow(row), {
    state: 'open',
    content: {
      kind: to.matter,
      title: to.title,
      text: content.words,
      article: content.treaty,
      from: row.id,
      put: null,
      answer: null,
    },
    parent: row.id,
    step: { act: 'raised' },
  })
  return { ok: true, id: held.row.id, event }
}

async function toMeeting(context: Context, { row }: From, { kind: _kind, ...met }: To<'meeting'>): Promise<Raised> {
  const channel = channelOfRow(row)
  const wrong = await wrongWith(context, channel, met)
  if (wrong) return refuse(wrong)
  const { held, event } = await meetings.add(context, channel, {
    state: 'held',
    content: { ...met, minutes: null },
    parent: row.id,
    step: { act: 'raised' },
  })
  return { ok: true, id: held.row.id, event }
}

/** The words go into the minutes of a meeting of this channel, after those that stand there. */
async function toMinutes(context: Context, { row, content }: From, to: To<'minutes'>): Promise<Raised> {
  const taken = await meetings.take(context, to.meeting)
  if (!taken.ok || taken.held.row.compartment !== row.compartment) return refuse('meeting_unknown')
  if (to.agreedOn > context.now.slice(0, 10)) return refuse('in_future')
  const { agreedOn, agreedWith, language } = to
  const before = taken.held.content.minutes?.text
  const text = before === undefined ? content.words : `${before}\n\n${content.words}`
  const { held, event } = await meetings.change(context, taken.held, {
    state: 'minutes_agreed',
    content: { ...taken.held.content, minutes: { text, language, agreedOn, agreedWith } },
    step: { act: 'minutes_agreed', on: agreedOn, words: content.words },
  })
  return { ok: true, id: held.row.id, event }
}
