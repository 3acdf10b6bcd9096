import { answer as answered, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import * as contract from './contract.ts'
import * as store from './store.ts'

export const readAnswer = handle(contract.readAnswer, async ({ id }, { tx, actor }) => {
  const answer = await store.find(tx, actor, id)
  const content = answer && (await store.readContent(tx, answer))
  if (!answer || !content) return refuse('answer_unknown')
  const page = {
    answer: store.shown(answer),
    content,
    telling: await store.readTelling(tx, answer),
    stopped: await store.readStop(tx, answer),
    detriment: await store.readDetriment(tx, answer.request, answer.pair),
  }
  return answered(page, [answer.request, answer.record])
})
