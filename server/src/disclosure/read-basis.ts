import { answer, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import { readRecords, writtenName } from '#registry'
import { Grade } from '@solferino/server/tracing/contract'
import { linkedRequests, mainName, readForAnswer } from '#tracing'
import * as contract from './contract.ts'

export const readBasis = handle(contract.readBasis, async ({ id }, context) => {
  const found = await readForAnswer(context, id)
  if (!found) return refuse('request_unknown')
  const { request, enquirer, leads } = found
  const records = await readRecords(
    context,
    leads.map((lead) => lead.record),
  )
  const pairs = leads.flatMap(({ pair, record: of, grade, at: acceptedAt }) => {
    const record = records.find((one) => one.id === of)
    // A record that was withdrawn stays shown, so that it can be seen why the gate is shut; an erased one is gone.
    if (!record?.content) return []
    const { description, legalStatus } = record.content
    const [name] = description.names
    const written = name ? writtenName(name) : ''
    const { notice, receivedOn } = record
    const status = legalStatus?.status ?? null
    return [{ pair, record: of, grade: Grade.parse(grade), acceptedAt, written, notice, receivedOn, status }]
  })
  const page = {
    state: request.state,
    sought: mainName(request.sought.description),
    enquirer: { name: enquirer.name, relation: enquirer.relation, language: enquirer.language },
    linkedCount: (await linkedRequests(context, id)).length,
    pairs,
  }
  return answer(page, [id, ...pairs.map((one) => one.record)])
})
