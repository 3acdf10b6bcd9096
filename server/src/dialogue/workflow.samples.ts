// Workflows 5, 8 and 9 of domain/07 as tables, written from that page and not from the code they test.
export type Line = { readonly on: string; readonly from: readonly string[]; readonly to: string }

const assessed = ['tracked', 'seen_done', 'partly_seen', 'not_seen', 'cannot_assess']

export const commitmentWorkflow: readonly Line[] = [
  { on: 'register', from: ['stated'], to: 'registered' },
  { on: 'confirm', from: ['registered', 'confirmed', 'contested'], to: 'confirmed' },
  { on: 'contest', from: ['registered', 'confirmed', 'contested'], to: 'contested' },
  { on: 'track', from: ['confirmed'], to: 'tracked' },
  { on: 'seeDone', from: assessed, to: 'seen_done' },
  { on: 'seePartly', from: assessed, to: 'partly_seen' },
  { on: 'notSee', from: assessed, to: 'not_seen' },
  { on: 'notAssess', from: assessed, to: 'cannot_assess' },
  {
    on: 'supersede',
    from: ['stated', 'registered', 'confirmed', 'contested', ...assessed],
    to: 'superseded',
  },
]

export const accessWorkflow: readonly Line[] = [
  { on: 'request', from: ['planned', 'refused', 'refused_temporary'], to: 'requested' },
  { on: 'agree', from: ['requested'], to: 'agreed' },
  { on: 'dispute', from: ['requested'], to: 'conditions_disputed' },
  { on: 'refuse', from: ['requested'], to: 'refused' },
  { on: 'refuseForATime', from: ['requested'], to: 'refused_temporary' },
  { on: 'settle', from: ['conditions_disputed'], to: 'agreed' },
  { on: 'notSettle', from: ['conditions_disputed'], to: 'refused' },
  { on: 'schedule', from: ['agreed'], to: 'scheduled' },
  { on: 'visit', from: ['scheduled'], to: 'visited' },
  { on: 'prevent', from: ['scheduled'], to: 'prevented' },
]

export const representationWorkflow: readonly Line[] = [
  { on: 'clear', from: ['drafted'], to: 'cleared' },
  { on: 'deliver', from: ['cleared'], to: 'delivered' },
  { on: 'reply', from: ['delivered', 'answered'], to: 'answered' },
  { on: 'escalate', from: ['answered', 'escalated'], to: 'escalated' },
  { on: 'close', from: ['delivered', 'answered', 'escalated'], to: 'closed' },
]
