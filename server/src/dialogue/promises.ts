/** What a commitment has before anything of it was made sure of. */
export const blankCommitment = {
  from: null,
  confirmation: null,
  howSeen: null,
  evidence: [],
  assessment: null,
  raisedIn: [],
  supersededBy: null,
  warnings: [],
}
