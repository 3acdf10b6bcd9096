import type { Slice } from '#kernel/slice'
import { acceptProposal } from './accept-proposal.ts'
import { acknowledgeLetter } from './acknowledge-letter.ts'
import { acts } from './acts.ts'
import { addEvidence } from './add-evidence.ts'
import { addInterlocutor } from './add-interlocutor.ts'
import { addStatement } from './add-statement.ts'
import { agreeMinutes } from './agree-minutes.ts'
import { answerMatter } from './answer-matter.ts'
import { assessCommitment } from './assess-commitment.ts'
import { changeInterlocutor } from './change-interlocutor.ts'
import { changeRepresentation } from './change-representation.ts'
import { checkCommitment } from './check-commitment.ts'
import { checkDraft } from './check-draft.ts'
import { clearRepresentation } from './clear-representation.ts'
import { closeMatter } from './close-matter.ts'
import { closeRepresentation } from './close-representation.ts'
import { compareMatters } from './compare-matters.ts'
import { confirmCommitment } from './confirm-commitment.ts'
import { correctHistory } from './correct-history.ts'
import { correctStatement } from './correct-statement.ts'
import { deliverRepresentation } from './deliver-representation.ts'
import { doFollowUp } from './do-follow-up.ts'
import { draftRepresentation } from './draft-representation.ts'
import { draftsIn } from './drafts-in.ts'
import { dropProposal } from './drop-proposal.ts'
import { enterChannel } from './enter-channel.ts'
import { escalateRepresentation } from './escalate-representation.ts'
import { events } from './events.ts'
import { leaveChannel } from './leave-channel.ts'
import { listAccess } from './list-access.ts'
import { listChannels } from './list-channels.ts'
import { openMatter } from './open-matter.ts'
import { planAccess } from './plan-access.ts'
import { planFollowUp } from './plan-follow-up.ts'
import { putMatter } from './put-matter.ts'
import { raiseStatement } from './raise-statement.ts'
import { readChannel } from './read-channel.ts'
import { readCommitment } from './read-commitment.ts'
import { readEntry } from './read-entry.ts'
import { readReport } from './read-report.ts'
import { readText } from './read-text.ts'
import { recordAccessAnswer } from './record-access-answer.ts'
import { recordLetter } from './record-letter.ts'
import { recordMeeting } from './record-meeting.ts'
import { recordReply } from './record-reply.ts'
import { recordVisit } from './record-visit.ts'
import { registerCommitment } from './register-commitment.ts'
import { requestAccess } from './request-access.ts'
import { scheduleVisit } from './schedule-visit.ts'
import { settleConditions } from './settle-conditions.ts'
import { shareMatter } from './share-matter.ts'
import { stateCommitment } from './state-commitment.ts'
import { supersedeCommitment } from './supersede-commitment.ts'
import { tasks } from './tasks.ts'
import { trackCommitment } from './track-commitment.ts'
import { writeNote } from './write-note.ts'

export const dialogue: Slice = {
  name: 'dialogue',
  operations: [
    listChannels,
    enterChannel,
    leaveChannel,
    readChannel,
    readEntry,
    addInterlocutor,
    changeInterlocutor,
    recordMeeting,
    agreeMinutes,
    writeNote,
    recordLetter,
    acknowledgeLetter,
    planFollowUp,
    doFollowUp,
    correctHistory,
    readReport,
    readText,
    acceptProposal,
    dropProposal,
    addStatement,
    correctStatement,
    raiseStatement,
    stateCommitment,
    registerCommitment,
    checkCommitment,
    confirmCommitment,
    trackCommitment,
    addEvidence,
    assessCommitment,
    supersedeCommitment,
    readCommitment,
    planAccess,
    requestAccess,
    recordAccessAnswer,
    settleConditions,
    scheduleVisit,
    recordVisit,
    listAccess,
    draftRepresentation,
    changeRepresentation,
    checkDraft,
    clearRepresentation,
    deliverRepresentation,
    recordReply,
    escalateRepresentation,
    closeRepresentation,
    openMatter,
    shareMatter,
    putMatter,
    answerMatter,
    closeMatter,
    compareMatters,
  ],
  events,
  acts,
  tasks,
  draftsIn,
}
