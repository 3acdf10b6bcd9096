import type { Slice } from '#kernel/slice'
import { changeEnquirer } from './change-enquirer.ts'
import { changeSought } from './change-sought.ts'
import { clearUrgent } from './clear-urgent.ts'
import { closeByEnquirer } from './close-by-enquirer.ts'
import { correctHistory } from './correct-history.ts'
import { events } from './events.ts'
import { fileRequest } from './file-request.ts'
import { giveConsent } from './give-consent.ts'
import { linkRequest } from './link-request.ts'
import { listLinked } from './list-linked.ts'
import { listRequests } from './list-requests.ts'
import { listVersions } from './list-versions.ts'
import { markUrgent } from './mark-urgent.ts'
import { mergeAct, mergeRequest } from './merge-request.ts'
import { openRequest } from './open-request.ts'
import { planSearch } from './plan-search.ts'
import { readRequest } from './read-request.ts'
import { recordCall } from './record-call.ts'
import { recordCorrection } from './record-correction.ts'
import { referRequest } from './refer-request.ts'
import { reopenRequest } from './reopen-request.ts'
import { reportOutcome } from './report-outcome.ts'
import { resumeSearch } from './resume-search.ts'
import { seeWarning } from './see-warning.ts'
import { compartmentHolding, forget } from './store.ts'
import { submitRequest } from './submit-request.ts'
import { suspendAct, suspendRequest } from './suspend-request.ts'
import { takeUp } from './take-up.ts'
import { tasks } from './tasks.ts'
import { unlinkRequest } from './unlink-request.ts'
import { unmergeRequest } from './unmerge-request.ts'
import { withdrawConsent } from './withdraw-consent.ts'

export const tracing: Slice = {
  name: 'tracing',
  operations: [
    fileRequest,
    submitRequest,
    openRequest,
    referRequest,
    planSearch,
    linkRequest,
    unlinkRequest,
    mergeRequest,
    unmergeRequest,
    suspendRequest,
    resumeSearch,
    markUrgent,
    clearUrgent,
    recordCall,
    changeSought,
    changeEnquirer,
    giveConsent,
    withdrawConsent,
    reportOutcome,
    closeByEnquirer,
    reopenRequest,
    takeUp,
    recordCorrection,
    correctHistory,
    seeWarning,
    readRequest,
    listVersions,
    listRequests,
    listLinked,
  ],
  events,
  acts: [mergeAct, suspendAct],
  tasks,
  holds: (subject, context) => compartmentHolding(context.tx, subject),
  forgets: (subject, context) => forget(context.tx, subject),
}

export {
  clearanceEnded,
  clearedForInforming,
  enquirySent,
  factWithdrawn,
  heldOrReleased,
  replyReceived,
  told,
} from './answers.ts'
export { isDeath, isOpen, isPending, isSought, mainName } from './domain.ts'
export { candidatesCounted, pairAccepted, pairWithdrawn } from './pairs.ts'
export {
  linkedNumbers,
  linkedRequests,
  pendingRequests,
  readForAnswer,
  readRequests,
  type RequestRead,
  requestsForIndex,
  requestsRestingOn,
  rivalsOf,
} from './reading.ts'
export type { Grade, Informing, Outcome, ToldOutcome } from './words.ts'
