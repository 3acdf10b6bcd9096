import { answer, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import { isOpen, readRequests } from '#tracing'
import { openSentence } from './compose.ts'
import * as contract from './contract.ts'

/** The same words in the same way in every open state: whoever hears them learns nothing by them. */
export const readSentence = handle(contract.readSentence, async ({ id, language }, context) => {
  const [request] = await readRequests(context, [id])
  if (!request) return refuse('request_unknown')
  if (!isOpen(request.state) && request.state !== 'submitted') return refuse('not_open')
  return answer({ words: openSentence(language) }, [id])
})
