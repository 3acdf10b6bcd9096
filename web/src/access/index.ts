import { IconUser, IconUsers } from '@tabler/icons-react'
import { lazy } from 'react'
import type { Room } from '#kernel/room.ts'
import { MembershipAct } from '#access/membership-act.tsx'

export const access: Room = {
  name: 'access',
  nav: [
    { capabilities: ['access.administer'], group: 'house', icon: IconUsers, path: '/accounts', key: 'accounts' },
    { capabilities: [], group: 'house', icon: IconUser, path: '/self', key: 'self' },
  ],
  routes: [
    { path: '/self', screen: lazy(async () => ({ default: (await import('./self.tsx')).SelfPage })) },
    { path: '/accounts', screen: lazy(async () => ({ default: (await import('./accounts.tsx')).Accounts })) },
    { path: '/accounts/$id', screen: lazy(async () => ({ default: (await import('./accounts.tsx')).Accounts })) },
    { path: '/contexts', screen: lazy(async () => ({ default: (await import('./contexts.tsx')).Contexts })) },
  ],
  tasks: {},
  finds: {},
  acts: { 'access.changeMembership': MembershipAct },
  messages: { en: () => import('./en.json'), ar: () => import('./ar.json') },
}
