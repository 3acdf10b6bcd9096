import type { z } from 'zod'
import type { Role } from './contract.ts'

export type RoleName = z.output<typeof Role>

/** Where a role is held: a context, one channel of it, or (both null) the installation itself. */
export type Grant = { readonly role: string; readonly context: string | null; readonly channel: string | null }

export type Compartment = {
  readonly compartment: string
  readonly context: string
  readonly channel: string
  readonly sensitivity: string
}

/** The compartment of the installation itself: accounts, memberships, the log. */
export const installation = 'house'

export function compartmentOf(context: string, channel: string, sensitivity = 'case'): string {
  return `${context}/${channel}/${sensitivity}`
}

/** How far a role reaches (domain/05 section 7): by context, one channel, families alone, or the installation. */
type Reach = 'context' | 'channel' | 'families' | 'installation'
const reach: Readonly<Record<string, Reach>> = {
  intake: 'families',
  tracing_officer: 'context',
  matching_reviewer: 'context',
  detention_delegate: 'context',
  health_delegate: 'context',
  protection_lead: 'context',
  head: 'context',
  nib_liaison: 'channel',
  transmission_officer: 'context',
  rcm_officer: 'context',
  volunteer: 'families',
  data_protection_officer: 'context',
  finance: 'installation',
  auditor: 'installation',
  administrator: 'installation',
} satisfies Record<RoleName, Reach>

const dialogueRoles = new Set(['head', 'protection_lead'])

/** What each role may do, inside the compartments it reaches. Nothing that is not here may be done. */
const capabilities: Readonly<Record<string, readonly string[]>> = {
  intake: ['tracing.read', 'tracing.file'],
  tracing_officer: [
    'tracing.read',
    'tracing.file',
    'tracing.write',
    'tracing.confirm',
    'registry.read',
    'matching.read',
    'matching.propose',
    'disclosure.read',
    'disclosure.propose',
  ],
  matching_reviewer: ['matching.read', 'matching.review', 'registry.link'],
  detention_delegate: [],
  health_delegate: [],
  protection_lead: [
    'tracing.read',
    'tracing.confirm',
    'tracing.correct',
    'registry.read',
    'matching.read',
    'matching.settle',
    'registry.link',
    'disclosure.read',
    'disclosure.sign',
    'disclosure.sign_death',
    'registry.erase_confirm',
    'dialogue.read',
    'dialogue.write',
    'dialogue.sign',
    'dialogue.raise',
  ],
  head: [
    'tracing.read',
    'tracing.confirm',
    'registry.read',
    'matching.read',
    'matching.settle',
    'registry.link',
    'disclosure.read',
    'disclosure.sign',
    'disclosure.order',
    'registry.erase_confirm',
    'dialogue.read',
    'dialogue.write',
    'dialogue.sign',
    'dialogue.compare',
    'dialogue.escalate',
  ],
  nib_liaison: ['intake.receive', 'intake.read', 'registry.read', 'registry.withdraw'],
  transmission_officer: [
    'intake.read',
    'intake.register',
    'registry.read',
    'registry.write',
    'registry.link',
    'disclosure.send',
  ],
  rcm_officer: [],
  volunteer: [],
  data_protection_officer: ['audit.read', 'registry.erase', 'disclosure.read', 'disclosure.stop'],
  finance: [],
  auditor: ['audit.read'],
  administrator: ['access.administer'],
} satisfies Record<RoleName, readonly string[]>

/** The system's named principals and what each may do, in every compartment of service class. */
const principals: Readonly<Record<string, readonly string[]>> = {
  matching: ['matching.write', 'registry.link', 'registry.read', 'tracing.read', 'tracing.system'],
  index: ['matching.index', 'registry.read', 'tracing.read', 'matching.read'],
  intake: ['intake.register', 'intake.read', 'registry.read', 'registry.write', 'registry.withdraw'],
  tracing: ['tracing.system', 'tracing.read'],
  disclosure: [
    'disclosure.system',
    'disclosure.read',
    'tracing.read',
    'tracing.system',
    'matching.read',
    'registry.read',
  ],
  dialogue: [],
  jobs: [],
  console: [],
}

const sessionClass = new Set(['medical', 'interview', 'dialogue'])

/** Whether a compartment's key is opened by its members' sessions alone (security.md 0.1). */
export function isSessionClass(sensitivity: string): boolean {
  return sessionClass.has(sensitivity)
}

/** The one decision of access: the compartments in which these grants give a capability. Total, pure, no cache. */
export function decide(grants: readonly Grant[], capability: string, compartments: readonly Compartment[]): string[] {
  const found = new Set<string>()
  for (const grant of grants) {
    if (!mayEver(grant.role, capability)) continue
    // The log has no content, so who audits it reads every chain of it, and only that.
    if (grant.role === 'auditor') for (const { compartment } of compartments) found.add(compartment)
    for (const compartment of reachOf(grant, compartments)) {
      const { sensitivity } = compartment
      const isDialogue = capability.startsWith('dialogue.')
      if (isDialogue !== (sensitivity === 'dialogue')) continue
      found.add(compartment.compartment)
    }
    if (reach[grant.role] === 'installation') found.add(installation)
  }
  return [...found].sort()
}

/**
 * The chain in which a read is recorded: of the one compartment that is reached, else of the house of the one context. Only
 * a read across contexts stands in the installation's, which nobody of a single context reads: what goes on elsewhere
 * would show there.
 */
export function chainOfRead(compartments: readonly string[]): string {
  const [first, ...more] = compartments
  if (first === undefined) return installation
  if (more.length === 0) return first
  const contexts = new Set(compartments.map((one) => one.split('/')[0] ?? ''))
  const [context] = contexts
  return contexts.size === 1 && context !== undefined ? compartmentOf(context, 'house') : installation
}

/** All capabilities of these grants, wherever: for the navigation, never for a decision. */
export function capabilitiesOf(grants: readonly Grant[]): string[] {
  return [...new Set(grants.flatMap((grant) => capabilities[grant.role] ?? []))].sort()
}

/** A principal's compartments: all of service class, when its row has the capability. */
export function decideForPrincipal(name: string, capability: string, compartments: readonly Compartment[]): string[] {
  if (!principals[name]?.includes(capability)) return []
  return compartments
    .filter((one) => !sessionClass.has(one.sensitivity))
    .map((one) => one.compartment)
    .sort()
}

export function isPrincipal(name: string): boolean {
  return name in principals
}

/** Whether a grant is well-formed: a liaison needs one channel, an administrator no context, the rest a context. */
export function checkGrant(grant: Grant): 'role_needs_channel' | 'role_needs_context' | null {
  const far = reach[grant.role]
  if (far === 'installation') return null
  if (grant.context === null) return 'role_needs_context'
  return far === 'channel' && grant.channel === null ? 'role_needs_channel' : null
}

function mayEver(role: string, capability: string): boolean {
  return capabilities[role]?.includes(capability) ?? false
}

function reachOf(grant: Grant, compartments: readonly Compartment[]): Compartment[] {
  const far = reach[grant.role]
  if (far === undefined || far === 'installation' || grant.context === null) return []
  return compartments.filter((one) => {
    if (one.context !== grant.context) return false
    // A confidential channel is opened by a membership of its context, or of this one channel alone.
    if (one.sensitivity === 'dialogue')
      return dialogueRoles.has(grant.role) && (grant.channel === null || grant.channel === one.channel)
    if (one.sensitivity !== 'case') return false
    if (far === 'families') return one.channel === 'families'
    if (far === 'channel') return one.channel === grant.channel
    return true
  })
}
