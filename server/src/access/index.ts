import type { Slice } from '#kernel/slice'
import { changeMembership, membershipAct } from './change-membership.ts'
import { closeAccount } from './close-account.ts'
import { events } from './contract.ts'
import { endSession } from './end-session.ts'
import { issueLink } from './issue-link.ts'
import { listAccounts } from './list-accounts.ts'
import { listSessions } from './list-sessions.ts'
import { openAccount } from './open-account.ts'
import { openChannel } from './open-channel.ts'
import { openContext } from './open-context.ts'
import { readDoor } from './read-door.ts'
import { readSelf } from './read-self.ts'
import { readWalk } from './read-walk.ts'
import { saveSettings } from './save-settings.ts'
import { signIn } from './sign-in.ts'
import { signOut } from './sign-out.ts'
import { walkAs } from './walk-as.ts'

export const access: Slice = {
  name: 'access',
  operations: [
    readDoor,
    signIn,
    signOut,
    readSelf,
    saveSettings,
    listSessions,
    endSession,
    walkAs,
    readWalk,
    listAccounts,
    openAccount,
    closeAccount,
    issueLink,
    changeMembership,
    openContext,
    openChannel,
  ],
  events,
  acts: [membershipAct],
}

export { doors } from './actors.ts'
export { compartmentOf, installation } from './domain.ts'
export { membersOf } from './members.ts'
export { runningMode } from './read-door.ts'
export { addLink, addSession } from './sessions.ts'
export { addMembership, addPerson, compartments, contextsOf, grantsOf, readPeople } from './store.ts'
