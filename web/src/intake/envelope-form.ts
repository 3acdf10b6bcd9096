import { Confirmation, ListKind, type receiveList, Way } from '@solferino/server/intake/contract'
import { LegalStatus } from '@solferino/server/registry/contract'
import { z } from 'zod'
import type { AskedOf } from '#kernel/client.ts'
import { readTyped } from '#ui/dates.ts'

const Word = z.string()

/** What is said of a list before its rows are read, as it is typed: nothing is chosen beforehand. */
export const Form = z.object({
  context: Word,
  channel: Word,
  kind: ListKind.nullable(),
  number: Word,
  date: Word,
  legalStatus: LegalStatus.shape.status.nullable(),
  legalWritten: Word,
  receivedOn: Word,
  way: Way.nullable(),
  handedOverBy: Word,
  receivedBy: Word,
  authenticity: z.enum(['confirmed', 'not_yet', 'doubtful']).nullable(),
  how: Confirmation.nullable(),
  by: Word,
  why: Word,
  /** A list's number, or `none` where somebody said that it replaces none; empty while nobody has said. */
  replaces: Word,
})
export type Form = z.infer<typeof Form>

export const emptyForm: Form = {
  context: '',
  channel: '',
  kind: null,
  number: '',
  date: '',
  legalStatus: null,
  legalWritten: '',
  receivedOn: '',
  way: null,
  handedOverBy: '',
  receivedBy: '',
  authenticity: null,
  how: null,
  by: '',
  why: '',
  replaces: '',
}

type Asked = AskedOf<typeof receiveList>

/** The statuses a sender may state. Those of the law between States are not offered where it does not apply. */
export function statusesFor(isInternational: boolean): readonly z.infer<typeof LegalStatus.shape.status>[] {
  const ofStates = new Set(['prisoner_of_war', 'retained', 'civilian_internee'])
  return LegalStatus.shape.status.options.filter((one) => isInternational || !ofStates.has(one))
}

/** What has not been said yet, by the name of its field; empty when the list can be taken in. */
export function missing(form: Form, where: { readonly context: string; readonly channel: string }): string[] {
  const { authenticity } = form
  const asked: readonly (readonly [string, boolean])[] = [
    ['channel', where.context !== '' && where.channel !== ''],
    ['kind', form.kind !== null],
    ['date', readTyped(form.date) !== 'wrong'],
    ['receivedOn', form.receivedOn !== ''],
    ['way', form.way !== null],
    ['receivedBy', isSaid(form.receivedBy)],
    ['authenticity', authenticity !== null],
    ['how', authenticity !== 'confirmed' || form.how !== null],
    ['by', authenticity !== 'confirmed' || isSaid(form.by)],
    ['why', authenticity !== 'doubtful' || isSaid(form.why)],
    ['replaces', form.replaces !== ''],
  ]
  return asked.filter(([, isGiven]) => !isGiven).map(([field]) => field)
}

/** The envelope as the server takes it, null while something is still to be said. */
export function envelopeOf(form: Form, where: { context: string; channel: string }, fileName: string): Asked | null {
  const { kind, way } = form
  const date = readTyped(form.date)
  const authenticity = authenticityOf(form)
  if (kind === null || way === null || authenticity === null || date === 'wrong') return null
  return {
    ...where,
    kind,
    number: said(form.number),
    date,
    legalStatus: form.legalStatus && { status: form.legalStatus, written: said(form.legalWritten) },
    receivedOn: form.receivedOn,
    way,
    handedOverBy: said(form.handedOverBy),
    receivedBy: form.receivedBy,
    authenticity,
    replaces: form.replaces === 'none' ? null : form.replaces,
    fileName,
  }
}

function authenticityOf({ authenticity, how, by, why }: Form): Asked['authenticity'] | null {
  if (authenticity === 'confirmed') return how && { state: authenticity, how, by }
  if (authenticity === 'doubtful') return { state: authenticity, why }
  return authenticity && { state: authenticity }
}

const isSaid = (typed: string): boolean => typed.trim() !== ''
const said = (typed: string): string | null => (isSaid(typed) ? typed.trim() : null)
