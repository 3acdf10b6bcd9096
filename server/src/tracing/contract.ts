import { z } from 'zod'
import { Cursor, Id, Instant } from '#kernel/contract'
import { command, query } from '#kernel/operation'
import { Text } from '@solferino/server/registry/contract'
import {
  Because,
  Call,
  Consent,
  ConsentAsked,
  Day,
  Enquirer,
  Head,
  Long,
  RequestNumber,
  Sought,
  State,
  Transition,
  UrgentReason,
  because,
} from './shapes.ts'

export * from './shapes.ts'
export { events } from './events.ts'

const id = RequestNumber
const one = '/tracing/requests/:id'

export const fileRequest = command({
  name: 'tracing.fileRequest',
  path: '/tracing/requests',
  needs: 'tracing.file',
  input: z.object({ context: Id, enquirer: Enquirer, sought: Sought, because }),
  output: Head,
  refusals: ['context_unknown'],
})

/** Consent to search, or another basis, is given with it or stands already: else it is refused. */
export const submitRequest = command({
  name: 'tracing.submitRequest',
  path: `${one}/submit`,
  needs: 'tracing.file',
  input: z.object({ id, consent: ConsentAsked.nullable().default(null), because }),
  output: Head,
  refusals: ['request_unknown', 'not_draft', 'no_basis', 'recipient_unfit'],
})

export const openRequest = command({
  name: 'tracing.openRequest',
  path: `${one}/open`,
  needs: 'tracing.write',
  input: z.object({ id, because }),
  output: Head,
  refusals: ['request_unknown', 'not_submitted', 'no_basis'],
})

export const referRequest = command({
  name: 'tracing.referRequest',
  path: `${one}/refer`,
  needs: 'tracing.write',
  input: z.object({ id, because: Because.extend({ reason: Long }) }),
  output: Head,
  refusals: ['request_unknown', 'not_submitted'],
})

export const planSearch = command({
  name: 'tracing.planSearch',
  path: `${one}/plan`,
  needs: 'tracing.write',
  input: z.object({ id, reviewOn: Day, because: Because.extend({ reason: Long }) }),
  output: Head,
  refusals: ['request_unknown', 'not_open', 'no_basis', 'review_not_ahead'],
})

/** Another enquirer seeks the same person: own case each, linked for officers only. */
export const linkRequest = command({
  name: 'tracing.linkRequest',
  path: `${one}/link`,
  needs: 'tracing.write',
  input: z.object({ id, other: RequestNumber }),
  output: z.object({}),
  refusals: ['request_unknown', 'same_request', 'already_linked', 'not_open'],
})

export const unlinkRequest = command({
  name: 'tracing.unlinkRequest',
  path: `${one}/unlink`,
  needs: 'tracing.write',
  input: z.object({ id, other: RequestNumber }),
  output: z.object({}),
  refusals: ['request_unknown', 'not_linked'],
})

/** Proposes that the same enquirer asks for the same person twice; a second person confirms it. */
export const mergeRequest = command({
  name: 'tracing.mergeRequest',
  path: `${one}/merge`,
  needs: 'tracing.write',
  input: z.object({ id, into: RequestNumber, because: Because.extend({ reason: Long }) }),
  output: z.object({ proposal: Id }),
  refusals: ['request_unknown', 'same_request', 'not_submitted', 'not_open'],
})

export const unmergeRequest = command({
  name: 'tracing.unmergeRequest',
  path: `${one}/unmerge`,
  needs: 'tracing.write',
  input: z.object({ id, because: Because.extend({ reason: Long }) }),
  output: Head,
  refusals: ['request_unknown', 'not_merged'],
})

/** Proposes to rest a search without a new avenue, with a date on which it is looked at again. */
export const suspendRequest = command({
  name: 'tracing.suspendRequest',
  path: `${one}/suspend`,
  needs: 'tracing.write',
  input: z.object({ id, reviewOn: Day, because: Because.extend({ reason: Long }) }),
  output: z.object({ proposal: Id }),
  refusals: ['request_unknown', 'not_searching', 'review_not_ahead'],
})

export const resumeSearch = command({
  name: 'tracing.resumeSearch',
  path: `${one}/resume`,
  needs: 'tracing.write',
  input: z.object({ id, because: Because.extend({ reason: Long }) }),
  output: Head,
  refusals: ['request_unknown', 'not_suspended', 'no_basis'],
})

export const markUrgent = command({
  name: 'tracing.markUrgent',
  path: `${one}/urgent`,
  needs: 'tracing.file',
  input: z.object({ id, reason: UrgentReason, reviewOn: Day }),
  output: Head,
  refusals: ['request_unknown', 'not_open', 'review_not_ahead'],
})

export const clearUrgent = command({
  name: 'tracing.clearUrgent',
  path: `${one}/urgent/clear`,
  needs: 'tracing.write',
  input: z.object({ id }),
  output: Head,
  refusals: ['request_unknown', 'not_urgent'],
})

export const recordCall = command({
  name: 'tracing.recordCall',
  path: `${one}/calls`,
  needs: 'tracing.file',
  input: Call.omit({ id: true, recordedAt: true, by: true }).extend({ id }),
  output: z.object({ call: Id, request: Head }),
  refusals: ['request_unknown', 'call_in_future', 'next_call_past', 'told_nobody'],
})

/** A new version of what is known; the one before stays, and is named. */
export const changeSought = command({
  name: 'tracing.changeSought',
  path: `${one}/sought`,
  needs: 'tracing.file',
  input: z.object({ id, corrects: z.number().int().min(1), sought: Sought }),
  output: Head,
  refusals: ['request_unknown', 'changed_meanwhile'],
})

export const changeEnquirer = command({
  name: 'tracing.changeEnquirer',
  path: `${one}/enquirer`,
  needs: 'tracing.file',
  input: z.object({ id, corrects: z.number().int().min(1), enquirer: Enquirer }),
  output: Head,
  refusals: ['request_unknown', 'changed_meanwhile'],
})

export const giveConsent = command({
  name: 'tracing.giveConsent',
  path: `${one}/consents`,
  needs: 'tracing.file',
  input: ConsentAsked.extend({ id }),
  output: z.object({ consent: Id }),
  refusals: ['request_unknown', 'recipient_unfit'],
})

export const withdrawConsent = command({
  name: 'tracing.withdrawConsent',
  path: `${one}/consents/withdraw`,
  needs: 'tracing.file',
  input: z.object({ id, consent: Id }),
  output: z.object({}),
  refusals: ['request_unknown', 'consent_unknown', 'already_withdrawn'],
})

/** "He called", "he is home", "we buried him": the enquirer's own word, without pair or gate. */
export const reportOutcome = command({
  name: 'tracing.reportOutcome',
  path: `${one}/report`,
  needs: 'tracing.write',
  input: z.object({ id, because: Because.extend({ reason: Long }) }),
  output: Head,
  refusals: ['request_unknown', 'not_open'],
})

export const closeByEnquirer = command({
  name: 'tracing.closeByEnquirer',
  path: `${one}/close`,
  needs: 'tracing.file',
  input: z.object({ id, outcome: z.enum(['closed_by_enquirer', 'enquirer_unreachable']), because }),
  output: Head,
  refusals: ['request_unknown', 'not_open', 'still_reachable'],
})

export const reopenRequest = command({
  name: 'tracing.reopenRequest',
  path: `${one}/reopen`,
  needs: 'tracing.write',
  input: z.object({ id, because: Because.extend({ reason: Long }) }),
  output: Head,
  refusals: ['request_unknown', 'not_closed'],
})

export const takeUp = command({
  name: 'tracing.takeUp',
  path: `${one}/take-up`,
  needs: 'tracing.write',
  input: z.object({ id, because }),
  output: Head,
  refusals: ['request_unknown', 'not_reopened', 'no_basis'],
})

/** A fact told and later doubted is put right: by the lead, never by who told it, in person where it was told so. */
export const recordCorrection = command({
  name: 'tracing.recordCorrection',
  path: `${one}/correction`,
  needs: 'tracing.correct',
  input: z.object({ id, to: Text, inPerson: z.boolean(), heldAt: Instant, words: Long }),
  output: Head,
  refusals: ['request_unknown', 'no_correction_owed', 'same_person_told', 'not_in_person', 'call_in_future'],
})

/** Corrects what the history says of a transition; the transition itself stays. */
export const correctHistory = command({
  name: 'tracing.correctHistory',
  path: `${one}/history`,
  needs: 'tracing.write',
  input: z.object({ id, transition: Id, because: Because.extend({ reason: Long }) }),
  output: z.object({ transition: Id }),
  refusals: ['request_unknown', 'transition_unknown'],
})

export const seeWarning = command({
  name: 'tracing.seeWarning',
  path: `${one}/warnings/see`,
  needs: 'tracing.write',
  input: z.object({ id, warning: Id }),
  output: z.object({}),
  refusals: ['warning_unknown'],
})

export const readRequest = query({
  name: 'tracing.readRequest',
  path: one,
  needs: 'tracing.read',
  input: z.object({ id }),
  output: z.object({
    request: Head,
    enquirer: Enquirer,
    sought: Sought,
    consents: z.array(Consent),
    calls: z.array(Call),
    history: z.array(Transition),
  }),
  refusals: ['request_unknown'],
})

/** The earlier versions of what was known, oldest first. */
export const listVersions = query({
  name: 'tracing.listVersions',
  path: `${one}/versions`,
  needs: 'tracing.read',
  input: z.object({ id }),
  output: z.object({
    sought: z.array(
      z.object({ version: z.number(), corrects: z.number().nullable(), at: Instant, by: z.string(), content: Sought }),
    ),
    enquirer: z.array(
      z.object({
        version: z.number(),
        corrects: z.number().nullable(),
        at: Instant,
        by: z.string(),
        content: Enquirer,
      }),
    ),
  }),
  refusals: ['request_unknown'],
})

/** Longest in its state first. A cursor holds the filter: with it the other fields are not looked at. */
export const listRequests = query({
  name: 'tracing.listRequests',
  path: '/tracing/requests',
  needs: 'tracing.read',
  input: z.object({
    state: State.optional(),
    urgent: z.stringbool().optional(),
    mine: z.stringbool().optional(),
    waiting: z.stringbool().optional(),
    cursor: Cursor.optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({
    requests: z.array(Head.extend({ sought: z.string() })),
    next: Cursor.nullable(),
  }),
  refusals: ['cursor_unknown'],
})

/** The requests linked with one: for officers; nothing of their content. */
export const listLinked = query({
  name: 'tracing.listLinked',
  path: `${one}/linked`,
  needs: 'tracing.write',
  input: z.object({ id }),
  output: z.object({
    linked: z.array(z.object({ id: RequestNumber, state: State, officer: z.string().nullable(), linkedAt: Instant })),
    warnings: z.array(
      z.object({ id: Id, kind: z.enum(['outcome_reported', 'told']), about: RequestNumber, at: Instant }),
    ),
  }),
  refusals: ['request_unknown'],
})
