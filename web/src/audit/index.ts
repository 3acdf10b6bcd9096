import { IconHistory } from '@tabler/icons-react'
import { lazy } from 'react'
import type { Room } from '#kernel/room.ts'

export const audit: Room = {
  name: 'audit',
  nav: [{ capabilities: ['audit.read'], group: 'house', icon: IconHistory, path: '/audit' }],
  routes: [
    { path: '/audit', screen: lazy(async () => ({ default: (await import('./leaves.tsx')).Leaves })) },
    { path: '/audit/chains', screen: lazy(async () => ({ default: (await import('./chains.tsx')).Chains })) },
  ],
  tasks: {},
  finds: {},
  acts: {},
  messages: { en: () => import('./en.json'), ar: () => import('./ar.json') },
}
