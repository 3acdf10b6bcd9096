import { answer, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import * as contract from './contract.ts'
import { mayReadDecision } from './domain.ts'
import { checkGiven } from './judging.ts'
import { fieldsOnBoth } from './person.ts'
import { linesOf, readEnds, sideOfRecord, sideOfRequest } from './sides.ts'
import * as store from './store.ts'

export const readPair = handle(contract.readPair, async ({ id }, context) => {
  const { tx, actor } = context
  const row = await store.find(tx, actor, id)
  const ends = row ? await readEnds(context, row) : null
  const [pair] = row && ends ? await linesOf(context, [row]) : []
  const record = ends ? sideOfRecord(ends.record) : null
  const [score] = row ? await store.readScores(tx, [row]) : []
  if (!row || !ends || !pair || !record || !score) return refuse('pair_unknown')
  const request = sideOfRequest(ends.request)
  const steps = (await store.readSteps(tx, row)).map((step) => ({
    ...step,
    decision: mayReadDecision(row.state, step.by === actor.id) ? step.decision : null,
  }))
  const fields = fieldsOnBoth(request.description, record.description)
  const learned: readonly string[] = ['photoRecognised', 'visitInterview', 'circumstances']
  const named = fields.filter((field) => !learned.includes(field))
  const grades = []
  for (const grade of contract.Grade.options) {
    const against = await checkGiven(context, ends, { grade, fields: named })
    grades.push({ grade, against: against?.refusal ?? null })
  }
  return answer({ pair, request, record, score, steps, fields, grades }, [row.request, row.record])
})
