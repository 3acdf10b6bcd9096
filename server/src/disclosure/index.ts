import type { Slice } from '#kernel/slice'
import { decideOrder } from './decide-order.ts'
import { on } from './endings.ts'
import { events } from './events.ts'
import { listAnswers } from './list-answers.ts'
import { previewAnswer } from './preview-answer.ts'
import { answerAct, deathAct, proposeAnswer } from './propose-answer.ts'
import { readAnswer } from './read-answer.ts'
import { readBasis } from './read-basis.ts'
import { readSentence } from './read-sentence.ts'
import { recordTold } from './record-told.ts'
import { reportChange } from './report-change.ts'
import { detrimentAct, reviewDetriment } from './review-detriment.ts'
import { stopAnswer } from './stop-answer.ts'
import { forget } from './store.ts'
import { tasks } from './tasks.ts'
import { withdrawAnswer } from './withdraw-answer.ts'

export const disclosure: Slice = {
  name: 'disclosure',
  operations: [
    previewAnswer,
    proposeAnswer,
    recordTold,
    withdrawAnswer,
    stopAnswer,
    reviewDetriment,
    decideOrder,
    reportChange,
    readAnswer,
    listAnswers,
    readSentence,
    readBasis,
  ],
  events,
  acts: [answerAct, deathAct, detrimentAct],
  on,
  tasks,
  forgets: async (subject, context) => {
    await forget(context, subject)
    return []
  },
}
