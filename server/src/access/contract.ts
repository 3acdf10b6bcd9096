import { z } from 'zod'
import { Id, Instant } from '#kernel/contract'
import { command, query } from '#kernel/operation'

/** The one list of roles (domain/05 section 7). A role opens nothing by itself, only inside compartments. */
export const Role = z.enum([
  'intake',
  'tracing_officer',
  'matching_reviewer',
  'detention_delegate',
  'health_delegate',
  'protection_lead',
  'head',
  'nib_liaison',
  'transmission_officer',
  'rcm_officer',
  'volunteer',
  'data_protection_officer',
  'finance',
  'auditor',
  'administrator',
])

export const Labels = z
  .object({ en: z.string().min(1).max(80), ar: z.string().max(80).optional() })
  .catchall(z.string().max(80))

export const Party = z.object({
  id: Id,
  kind: z.enum(['state', 'non_state']),
  hasBureau: z.boolean(),
  labels: Labels,
})
export const ContextOfWork = z.object({
  id: Id,
  kind: z.enum(['international', 'not_international']),
  labels: Labels,
  parties: z.array(Party),
})

export const Settings = z.object({
  language: z.enum(['en', 'ar', 'fr', 'ru', 'uk']),
  theme: z.enum(['system', 'light', 'dark']),
  digits: z.enum(['latin', 'arabic']),
  /** Whether single letters act as keys (WCAG 2.1.4). */
  keys: z.boolean(),
})

export const Session = z.object({
  id: Id,
  kind: z.enum(['browser', 'terminal', 'walk']),
  createdAt: Instant,
  seenAt: Instant,
  current: z.boolean(),
})

const Token = z.string().regex(/^[\w-]{43}$/)

/** What anyone may know of this house before signing in: whether it is an exercise. No name, count or version. */
export const readDoor = query({
  name: 'access.readDoor',
  path: '/door',
  needs: 'open',
  input: z.object({}),
  output: z.object({ mode: z.enum(['exercise', 'real']) }),
  refusals: [],
})

export const signIn = command({
  name: 'access.signIn',
  path: '/sign-in',
  needs: 'open',
  input: z.object({ token: Token }),
  output: z.object({ person: Id, kind: z.enum(['browser', 'terminal', 'walk']), token: z.string().nullable() }),
  refusals: ['link_unknown'],
})

export const signOut = command({
  name: 'access.signOut',
  path: '/sign-out',
  needs: 'self',
  input: z.object({}),
  output: z.object({}),
  refusals: [],
})

export const Self = z.object({
  id: Id,
  name: z.string(),
  mode: z.enum(['exercise', 'real']),
  settings: Settings,
  /** Capabilities held in at least one compartment: what the navigation is made of. */
  capabilities: z.array(z.string()),
  roles: z.array(Role),
  contexts: z.array(ContextOfWork),
  /** Contexts and channels in which a role is held: `channel` null means the whole context. */
  memberships: z.array(z.object({ role: Role, context: Id.nullable(), channel: z.string().nullable() })),
  session: Session,
})

export const readSelf = query({
  name: 'access.readSelf',
  path: '/self',
  needs: 'self',
  input: z.object({}),
  output: Self,
  refusals: [],
})

export const saveSettings = command({
  name: 'access.saveSettings',
  path: '/self/settings',
  needs: 'self',
  input: Settings,
  output: Settings,
  refusals: [],
})

export const listSessions = query({
  name: 'access.listSessions',
  path: '/self/sessions',
  needs: 'self',
  input: z.object({}),
  output: z.object({ sessions: z.array(Session) }),
  refusals: [],
})

export const endSession = command({
  name: 'access.endSession',
  path: '/self/sessions/:id/end',
  needs: 'self',
  input: z.object({ id: Id }),
  output: z.object({}),
  refusals: ['session_unknown'],
})

/** Only in an exercise and only for the guided walk's own session: go on as somebody of another role. */
export const walkAs = command({
  name: 'access.walkAs',
  path: '/walk-as',
  needs: 'self',
  input: z.object({ person: Id }),
  output: z.object({}),
  refusals: ['not_a_walk', 'person_unknown'],
})

/** Whom the guided walk can go on as: the posts of the first context, in the order in which they were given. */
export const readWalk = query({
  name: 'access.readWalk',
  path: '/walk',
  needs: 'self',
  input: z.object({}),
  output: z.object({ people: z.array(z.object({ person: Id, name: z.string(), role: Role })) }),
  refusals: ['not_a_walk'],
})

export const Membership = z.object({
  id: Id,
  role: Role,
  context: Id.nullable(),
  channel: z.string().nullable(),
  grantedAt: Instant,
})
export const Account = z.object({
  id: Id,
  name: z.string(),
  state: z.enum(['open', 'closed']),
  createdAt: Instant,
  memberships: z.array(Membership),
})

export const listAccounts = query({
  name: 'access.listAccounts',
  path: '/accounts',
  needs: 'access.administer',
  input: z.object({}),
  output: z.object({ accounts: z.array(Account), contexts: z.array(ContextOfWork) }),
  refusals: [],
})

export const openAccount = command({
  name: 'access.openAccount',
  path: '/accounts',
  needs: 'access.administer',
  input: z.object({ name: z.string().trim().min(1).max(120), language: Settings.shape.language }),
  output: z.object({ id: Id }),
  refusals: [],
})

/** Closes an account at once: its sessions end, its memberships rest. */
export const closeAccount = command({
  name: 'access.closeAccount',
  path: '/accounts/:id/close',
  needs: 'access.administer',
  input: z.object({ id: Id }),
  output: z.object({}),
  refusals: ['account_unknown', 'own_account'],
})

/** A one-time sign-in link, good for 30 minutes, shown once. */
export const issueLink = command({
  name: 'access.issueLink',
  path: '/accounts/:id/link',
  needs: 'access.administer',
  input: z.object({ id: Id, kind: z.enum(['sign_in', 'terminal']) }),
  output: z.object({ token: z.string(), expiresAt: Instant }),
  refusals: ['account_unknown'],
})

/** Proposes to grant or to end a membership; another administrator confirms it. */
export const changeMembership = command({
  name: 'access.changeMembership',
  path: '/accounts/:id/membership',
  needs: 'access.administer',
  input: z.object({
    id: Id,
    change: z.enum(['grant', 'end']),
    role: Role,
    context: Id.nullable(),
    channel: z.string().max(40).nullable(),
  }),
  output: z.object({ proposal: Id }),
  refusals: ['account_unknown', 'context_unknown', 'role_needs_channel', 'role_needs_context', 'own_account'],
})

export const openContext = command({
  name: 'access.openContext',
  path: '/contexts',
  needs: 'access.administer',
  input: z.object({ kind: z.enum(['international', 'not_international']), labels: Labels }),
  output: z.object({ id: Id }),
  refusals: [],
})

export const openChannel = command({
  name: 'access.openChannel',
  path: '/contexts/:id/parties',
  needs: 'access.administer',
  input: z.object({ id: Id, kind: z.enum(['state', 'non_state']), hasBureau: z.boolean(), labels: Labels }),
  output: z.object({ party: Id }),
  refusals: ['context_unknown'],
})

export const events = {
  signedIn: z.strictObject({ session: Id, kind: z.enum(['browser', 'terminal', 'walk']) }),
  signedOut: z.strictObject({ session: Id }),
  settingsSaved: z.strictObject({}),
  accountOpened: z.strictObject({}),
  accountClosed: z.strictObject({}),
  linkIssued: z.strictObject({ kind: z.enum(['sign_in', 'walk', 'terminal']) }),
  membershipGranted: z.strictObject({ role: Role, context: Id.nullable(), channel: z.string().max(40).nullable() }),
  membershipEnded: z.strictObject({ role: Role, context: Id.nullable(), channel: z.string().max(40).nullable() }),
  contextOpened: z.strictObject({ kind: z.enum(['international', 'not_international']) }),
  channelOpened: z.strictObject({ party: Id, kind: z.enum(['state', 'non_state']) }),
}
