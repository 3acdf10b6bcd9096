import { answer, handle } from '#kernel/handler'
import * as contract from './contract.ts'
import { missing } from './domain.ts'
import { gather } from './evidence.ts'

export const previewAnswer = handle(contract.previewAnswer, async (asked, context) => {
  const evidence = await gather(context, asked)
  if (!evidence.ok) return evidence
  return answer({ words: evidence.words, missing: missing(evidence.case) }, [asked.request, evidence.record])
})
