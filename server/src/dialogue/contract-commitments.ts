// Commitments, workflow 9. Needs two people: `dialogue.assess`.
import { z } from 'zod'
import { Id } from '#kernel/contract'
import { command, query } from '#kernel/operation'
import { Entry, EntryRead } from './entries.ts'
import { CommitmentNumber, Day, Long } from './shapes.ts'
import { Assessment, Commitment, CommitmentAsked, Evidence, EvidenceAsked, ProtectionWarning } from './shapes-work.ts'

/** A commitment entered by hand: `stated`, until somebody has made sure of the words and where they were said. */
export const stateCommitment = command({
  name: 'dialogue.stateCommitment',
  path: '/dialogue/channels/:party/commitments',
  needs: 'dialogue.write',
  input: CommitmentAsked.extend({ party: Id }),
  output: Entry,
  refusals: ['channel_unknown', 'channel_closed'],
})

/**
 * Registers it: who, level, form, exact words, day, obligation. No commitment may lower the protection of a treaty (GC III
 * 6, 7; IV 7, 8): one that seems to is refused with `may_lower_protection` until a person has seen the warnings.
 */
export const registerCommitment = command({
  name: 'dialogue.registerCommitment',
  path: '/dialogue/commitments/:id/register',
  needs: 'dialogue.write',
  input: CommitmentAsked.extend({ id: CommitmentNumber, warningsSeen: z.array(ProtectionWarning) }),
  output: Entry,
  refusals: ['entry_unknown', 'channel_closed', 'not_stated', 'day_missing', 'in_future', 'may_lower_protection'],
})

/** What would be warned of, before anything is registered. */
export const checkCommitment = query({
  name: 'dialogue.checkCommitment',
  path: '/dialogue/commitments/check',
  method: 'post',
  needs: 'dialogue.write',
  input: CommitmentAsked.pick({ words: true, translation: true, condition: true, subject: true, form: true }),
  output: z.object({ warnings: z.array(ProtectionWarning) }),
  refusals: [],
})

/** Who promised confirms the text, or contests it. Contested words may be confirmed later. */
export const confirmCommitment = command({
  name: 'dialogue.confirmCommitment',
  path: '/dialogue/commitments/:id/confirm',
  needs: 'dialogue.write',
  input: Commitment.shape.confirmation.unwrap().extend({ id: CommitmentNumber }),
  output: Entry,
  refusals: ['entry_unknown', 'channel_closed', 'not_registered', 'in_future'],
})

/** How it will be seen, and our own day to look. */
export const trackCommitment = command({
  name: 'dialogue.trackCommitment',
  path: '/dialogue/commitments/:id/track',
  needs: 'dialogue.write',
  input: z.object({ id: CommitmentNumber, howSeen: Long, lookOn: Day }),
  output: Entry,
  refusals: ['entry_unknown', 'channel_closed', 'not_confirmed', 'not_ahead'],
})

/** Something seen: from the register by its number, or entered with its source and day. */
export const addEvidence = command({
  name: 'dialogue.addEvidence',
  path: '/dialogue/commitments/:id/evidence',
  needs: 'dialogue.write',
  input: EvidenceAsked.extend({ id: CommitmentNumber }),
  output: z.object({ evidence: Evidence }),
  refusals: ['entry_unknown', 'channel_closed', 'not_tracked', 'reference_unknown', 'day_missing', 'in_future'],
})

/**
 * Proposes how it is seen: done, partly, not so far, cannot be assessed. Another person confirms. Never a verdict, inside
 * only, without colour.
 */
export const assessCommitment = command({
  name: 'dialogue.assessCommitment',
  path: '/dialogue/commitments/:id/assess',
  needs: 'dialogue.write',
  input: z.object({ id: CommitmentNumber, outcome: Assessment, reason: Long, evidence: z.array(Id).max(100) }),
  output: z.object({ proposal: Id }),
  refusals: ['entry_unknown', 'channel_closed', 'not_tracked', 'evidence_unknown', 'evidence_missing'],
})

/** Replaced by a new agreement. */
export const supersedeCommitment = command({
  name: 'dialogue.supersedeCommitment',
  path: '/dialogue/commitments/:id/supersede',
  needs: 'dialogue.write',
  input: z.object({ id: CommitmentNumber, by: CommitmentNumber, reason: Long }),
  output: Entry,
  refusals: ['entry_unknown', 'channel_closed', 'already_superseded', 'successor_unknown'],
})

/** A commitment; one about access stands beside the record of access by itself. */
export const readCommitment = query({
  name: 'dialogue.readCommitment',
  path: '/dialogue/commitments/:id',
  needs: 'dialogue.read',
  input: z.object({ id: CommitmentNumber }),
  output: EntryRead.extend({ warnings: z.array(ProtectionWarning), access: z.array(Entry) }),
  refusals: ['entry_unknown', 'channel_closed'],
})
