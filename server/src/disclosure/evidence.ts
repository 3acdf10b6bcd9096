import type { z } from 'zod'
import { compartmentOf, contextsOf } from '#access'
import type { Context } from '#kernel/handler'
import { refuse, type Refused } from '#kernel/result'
import { acceptedPair, type AcceptedPair, rivals } from '#matching'
import { readRecords, recordsOfPerson, type StoredRecord, writtenName } from '#registry'
import { mainName, readForAnswer, type RequestRead } from '#tracing'
import { compose } from './compose.ts'
import type { Case, Rests } from './domain.ts'
import { saysOf } from './rules.ts'
import type { AnswerAsked } from './shapes.ts'
import * as reviews from './reviews.ts'

export type Evidence = {
  readonly ok: true
  readonly case: Case
  readonly words: string
  readonly record: string
  readonly compartment: string
  readonly pair: AcceptedPair
  readonly rests: Rests
  readonly state: RequestRead['state']
}

/**
 * Gathers, now and with the actor's own rights, everything that an answer rests on: the pair and its record, uniqueness
 * both ways, who asks, what was decided about harm. Called when proposing, when signing and when telling; `day` is the
 * one on which it is or was told, today where nothing else is said.
 */
export async function gather(
  context: Context,
  asked: z.output<typeof AnswerAsked>,
  day?: string,
): Promise<Evidence | Refused<'request_unknown' | 'pair_unknown'>> {
  const { tx } = context
  const found = await readForAnswer(context, asked.request)
  if (!found) return refuse('request_unknown')
  const { request, enquirer } = found
  const pair = await acceptedPair(context, { request: asked.request, pair: asked.pair })
  const [record] = pair ? await readRecords(context, [pair.record]) : []
  const content = record?.content
  if (!pair || !record || !content) return refuse('pair_unknown')

  const [of] = await contextsOf(tx, [request.context])
  const sender = of?.parties.find((party) => party.id === record.channel) ?? null
  const others = (await recordsOfPerson(context, record.id)).filter((one) => one.withdrawnAt === null && one.content)
  const { description } = content
  const says = saysOfRecord(record)
  const [name] = description.names
  const words = compose(asked, {
    name: mainName(request.sought.description),
    written: name ? writtenName(name) : '',
    says,
    sender,
    notified: record.receivedOn,
    identityGrade: pair.grade,
  })
  return {
    ok: true,
    case: {
      asked,
      enquirer,
      sought: { ...request.sought.description, minor: request.sought.minor, wishes: request.sought.wishes },
      pair,
      record: {
        withdrawnAt: record.withdrawnAt,
        unconfirmed: record.unconfirmed,
        countsAsNotice: record.countsAsNotice && sender !== null,
        says,
        status: content.legalStatus?.status ?? null,
        age: description.age,
        born: description.born,
      },
      deathClaimed: [record, ...others].some((one) => saysOfRecord(one) === 'dead'),
      rivals: await rivals(context, { request: request.id, record: record.id }),
      detriment: await reviews.readDetriment(tx, request.id, asked.pair),
      today: day ?? context.now.slice(0, 10),
    },
    words,
    record: record.id,
    compartment: compartmentOf(request.context, 'house'),
    pair,
    rests: {
      soughtVersion: request.version,
      enquirerVersion: found.enquirerVersion,
      consents: found.consents.map((consent) => consent.id),
      records: others.map((one) => one.id),
      words,
    },
    state: request.state,
  }
}

function saysOfRecord({ notice, content }: StoredRecord) {
  return saysOf(notice, content?.events.map((event) => event.kind) ?? [])
}
