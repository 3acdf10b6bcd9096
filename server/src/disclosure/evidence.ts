import type { z } from 'zod'
import { compartmentOf, contextsOf } from '#access'
import type { Context } from '#kernel/handler'
import { refuse, type Refused } from '#kernel/result'
import { readRecords } from '#registry'
import { mainName, readForAnswer, type RequestRead } from '#tracing'
import { compose } from './compose.ts'
import type { Case } from './domain.ts'
import { acceptedPair, rivals } from './pairing.ts'
import type { AnswerAsked } from './shapes.ts'
import * as store from './store.ts'

export type Evidence = {
  readonly ok: true
  readonly case: Case
  readonly words: string
  readonly record: string
  readonly compartment: string
  readonly identityGrade: string
  readonly state: RequestRead['state']
}

/**
 * Gathers, now and with the actor's own rights, everything that an answer rests on: the pair and its record, uniqueness
 * both ways, who asks, what was decided about harm. Called when proposing, when signing and when telling.
 */
export async function gather(
  context: Context,
  asked: z.output<typeof AnswerAsked>,
): Promise<Evidence | Refused<'request_unknown' | 'pair_unknown'>> {
  const { tx, now } = context
  const found = await readForAnswer(context, asked.request)
  if (!found) return refuse('request_unknown')
  const lead = await acceptedPair(context, { request: asked.request, pair: asked.pair })
  if (!lead) return refuse('pair_unknown')
  const [record] = await readRecords(context, [lead.record])
  const content = record?.content
  if (!record || !content) return refuse('pair_unknown')

  const { request, enquirer } = found
  const [of] = await contextsOf(tx, [request.context])
  const sender = of?.parties.find((party) => party.id === record.channel) ?? null
  const asLikely = await rivals(context, { request: request.id, record: record.id })
  const saysDead =
    record.notice === 'deaths' || record.notice === 'graves' || content.events.some((event) => event.kind === 'death')
  const whole: Case = {
    asked,
    enquirer,
    sought: {
      minor: request.sought.minor,
      age: request.sought.description.age,
      wishes: request.sought.wishes,
    },
    pair: { standing: true, grade: lead.grade },
    record: {
      withdrawnAt: record.withdrawnAt,
      unconfirmed: record.unconfirmed,
      countsAsNotice: record.countsAsNotice && sender !== null,
      status: content.legalStatus?.status ?? null,
      saysDead,
      age: content.description.age,
    },
    asLikely: { records: asLikely.secondRecord ? 1 : 0, requests: asLikely.secondRequest ? 1 : 0 },
    detriment: await store.readDetriment(tx, request.id, asked.pair),
    today: now.slice(0, 10),
  }
  const words = compose(asked, {
    name: mainName(request.sought.description),
    sender,
    notified: record.receivedOn,
    identityGrade: gradeOf(lead.grade),
  })
  return {
    ok: true,
    case: whole,
    words,
    record: record.id,
    compartment: compartmentOf(request.context, 'house'),
    identityGrade: lead.grade,
    state: request.state,
  }
}

function gradeOf(grade: string): 'possible' | 'probable' | 'established' {
  return grade === 'established' || grade === 'probable' ? grade : 'possible'
}
