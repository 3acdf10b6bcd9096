// The ways a request of the play goes, day by day after it was filed: one for every state of workflow 2.
import * as tracing from '@solferino/server/tracing/contract'
import type { Caller } from './caller.ts'
import type { PlaceName } from './cast.ts'
import { consentOf, familyOf } from './families.ts'
import { confirmAs, type Play } from './play.ts'
import type { Somebody } from './population.ts'

/** A request of the play: whose, where, from which day on; its number from the day it was filed. */
export type Case = {
  readonly place: PlaceName
  readonly person: Somebody
  readonly filedOn: number
  /** Which of the family asks: each tells it in their own way. */
  readonly teller: number
  id: string
}
export type Step = { readonly after: number; readonly take: (play: Play, one: Case) => Promise<void> }

const because = (reason: string) => ({ occurred: null, source: null, reason })
const officerOf = (play: Play, one: Case): Promise<Caller> => play.on('tracing_officer', one.place)

const askedBy = (play: Play, { person, teller }: Case) => {
  const draw = play.draw.apart(`family ${person.side} ${person.number} ${teller}`)
  return familyOf(person, { draw, dateOf: play.dateOf })
}

/** Asked on the telephone or at the door, and written down as told. */
const file: Step = {
  after: 0,
  take: async (play, one) => {
    const intake = await play.on('intake', one.place)
    const context = play.cast.contexts[one.place]
    one.id = (await intake.ok(tracing.fileRequest, { context, ...askedBy(play, one) })).id
  },
}
const submit: Step = {
  after: 0,
  take: async (play, one) => {
    const intake = await play.on('intake', one.place)
    await intake.ok(tracing.submitRequest, { id: one.id, consent: consentOf(askedBy(play, one)) })
  },
}
const open: Step = {
  after: 1,
  take: async (play, one) => void (await (await officerOf(play, one)).ok(tracing.openRequest, { id: one.id })),
}
const plan: Step = {
  after: 2,
  take: async (play, one) => {
    const reviewOn = play.dateOf(one.filedOn + 60 + (one.person.number % 70))
    const officer = await officerOf(play, one)
    await officer.ok(tracing.planSearch, {
      id: one.id,
      reviewOn,
      because: because('Lists of both sides, then the hospital.'),
    })
  },
}
const urgent: Step = {
  after: 2,
  take: async (play, one) => {
    const officer = await officerOf(play, one)
    const reviewOn = play.dateOf(one.filedOn + 30)
    await officer.ok(tracing.markUrgent, { id: one.id, reason: 'wounded_or_gravely_ill', reviewOn })
  },
}
const suspend: Step = {
  after: 9,
  take: async (play, one) => {
    const officer = await officerOf(play, one)
    const reviewOn = play.dateOf(one.filedOn + 150)
    const asked = { id: one.id, reviewOn, because: because('No new avenue until the next list.') }
    const { proposal } = await officer.ok(tracing.suspendRequest, asked)
    await confirmAs(await play.on('protection_lead', one.place), proposal)
  },
}
const resume: Step = {
  after: 16,
  take: async (play, one) => {
    const officer = await officerOf(play, one)
    await officer.ok(tracing.resumeSearch, { id: one.id, because: because('A new list has come.') })
  },
}
const refer: Step = {
  after: 1,
  take: async (play, one) => {
    const officer = await officerOf(play, one)
    await officer.ok(tracing.referRequest, {
      id: one.id,
      because: because('Parted before the conflict: for the courts.'),
    })
  },
}
const report: Step = {
  after: 12,
  take: async (play, one) => {
    const officer = await officerOf(play, one)
    await officer.ok(tracing.reportOutcome, {
      id: one.id,
      because: because('The family says: he has called, he is home.'),
    })
  },
}
const close: Step = {
  after: 10,
  take: async (play, one) => {
    const intake = await play.on('intake', one.place)
    await intake.ok(tracing.closeByEnquirer, {
      id: one.id,
      outcome: 'closed_by_enquirer',
      because: because('Asked to stop.'),
    })
  },
}
const reopen: Step = {
  after: 15,
  take: async (play, one) => {
    const officer = await officerOf(play, one)
    await officer.ok(tracing.reopenRequest, {
      id: one.id,
      because: because('The family asks again: it was another man.'),
    })
  },
}
const takeUp: Step = {
  after: 18,
  take: async (play, one) => void (await (await officerOf(play, one)).ok(tracing.takeUp, { id: one.id })),
}

/** A call that was answered by the family, or by nobody. */
function call(after: number, answered: boolean): Step {
  return {
    after,
    take: async (play, one) => {
      const intake = await play.on('intake', one.place)
      await intake.ok(tracing.recordCall, {
        id: one.id,
        direction: 'out',
        answered,
        heldAt: play.now,
        who: answered ? 'Who asked for this search' : 'Nobody picked up',
        verifiedHow: answered ? 'Date of the last letter' : null,
        interpreter: null,
        asked: answered ? 'Whether there is news' : null,
        told: answered ? 'We are searching. We will call when there is something to say.' : null,
        nextCallOn: play.dateOf(one.filedOn + after + 45),
      })
    },
  }
}
const unreachable: Step = {
  after: 33,
  take: async (play, one) => {
    const intake = await play.on('intake', one.place)
    await intake.ok(tracing.closeByEnquirer, { id: one.id, outcome: 'enquirer_unreachable' })
  },
}

const toOpen = [file, submit, open]
/** The steps by which a request comes to be searched for. */
export const toSearch = [...toOpen, plan]
/** How a request goes, and how many of the 120 go that way. Each reaches the state it is named for and stays there. */
export const ways = {
  draft: { count: 4, steps: [file] },
  submitted: { count: 6, steps: [file, submit] },
  open: { count: 8, steps: toOpen },
  searching: { count: 24, steps: [...toSearch, call(20, true)] },
  searching_urgent: { count: 8, steps: [...toSearch, urgent] },
  searching_resumed: { count: 3, steps: [...toSearch, suspend, resume] },
  searching_again: { count: 3, steps: [...toSearch, report, reopen, takeUp] },
  suspended: { count: 6, steps: [...toSearch, suspend] },
  resolved: { count: 8, steps: [...toSearch, report] },
  reopened: { count: 3, steps: [...toSearch, report, reopen] },
  referred: { count: 3, steps: [file, submit, refer] },
  closed_by_enquirer: { count: 4, steps: [...toSearch, close] },
  unreachable: { count: 2, steps: [...toSearch, call(12, false), call(20, false), call(30, false), unreachable] },
} as const satisfies Record<string, { readonly count: number; readonly steps: readonly Step[] }>
