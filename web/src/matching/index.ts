import { IconArrowsJoin, IconEyeCheck, IconHelpCircle, IconScale, IconAlertTriangle } from '@tabler/icons-react'
import type { Icon } from '@tabler/icons-react'
import { lazy } from 'react'
import type { Room, TaskShown } from '#kernel/room.ts'
import { WithdrawAct } from '#matching/withdraw.tsx'

const toState = (icon: Icon): TaskShown => ({ icon, to: ({ subject }) => `/pairs?state=${subject}` })
const toPair = (icon: Icon): TaskShown => ({ icon, to: ({ subject }) => `/pairs/${subject}` })

export const matching: Room = {
  name: 'matching',
  nav: [{ capabilities: ['matching.read'], group: 'persons', icon: IconArrowsJoin, path: '/pairs' }],
  routes: [
    { path: '/pairs', screen: lazy(async () => ({ default: (await import('./pairs.tsx')).Pairs })) },
    { path: '/pairs/propose', screen: lazy(async () => ({ default: (await import('./propose.tsx')).ProposePair })) },
    {
      path: '/pairs/asked/$id',
      screen: lazy(async () => ({ default: (await import('./asked.tsx')).AskedOfFamily })),
    },
    { path: '/pairs/$id', focus: true, screen: lazy(async () => ({ default: (await import('./pair.tsx')).PairPage })) },
  ],
  tasks: {
    reviewPairs: toState(IconArrowsJoin),
    goOnReviewing: toState(IconArrowsJoin),
    secondReview: toState(IconEyeCheck),
    settlePair: toPair(IconScale),
    pairDoubted: toPair(IconAlertTriangle),
    askFamily: { icon: IconHelpCircle, to: ({ subject }) => `/pairs/asked/${subject}` },
  },
  finds: {},
  acts: { 'matching.withdrawPair': WithdrawAct },
  messages: { en: () => import('./en.json'), ar: () => import('./ar.json') },
}
