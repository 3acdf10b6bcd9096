import { IconCalendarDue, IconMessageCheck, IconMessages, IconPencil, IconSignature } from '@tabler/icons-react'
import type { Icon } from '@tabler/icons-react'
import { lazy } from 'react'
import type { Room, Task, TaskShown } from '#kernel/room.ts'
import { DetrimentAct, SignAct } from '#disclosure/acts-shown.tsx'
import { AnswerTask, BasisTask } from '#disclosure/task-shown.tsx'

const answer = (icon: Icon): TaskShown => ({ icon, to: ({ subject }) => `/answers/${subject}`, inspector: AnswerTask })
const ofRequest = (icon: Icon, to: (task: Task) => string): TaskShown => ({ icon, to, inspector: BasisTask })

export const disclosure: Room = {
  name: 'disclosure',
  nav: [{ capabilities: ['disclosure.read'], group: 'persons', icon: IconMessages, path: '/answers' }],
  routes: [
    { path: '/answers', screen: lazy(async () => ({ default: (await import('./answers.tsx')).Answers })) },
    { path: '/answers/$id', screen: lazy(async () => ({ default: (await import('./answer.tsx')).AnswerPage })) },
    { path: '/answers/of/$id', screen: lazy(async () => ({ default: (await import('./basis.tsx')).BasisPage })) },
    {
      path: '/answers/propose/$id',
      screen: lazy(async () => ({ default: (await import('./propose.tsx')).ProposeAnswer })),
    },
    {
      path: '/answers/detriment/$id',
      screen: lazy(async () => ({ default: (await import('./detriment.tsx')).ReviewDetriment })),
    },
  ],
  tasks: {
    signAnswer: answer(IconSignature),
    tell: answer(IconMessageCheck),
    clearanceExpired: answer(IconCalendarDue),
    prepareAnswer: ofRequest(IconPencil, ({ subject }) => `/answers/of/${subject}`),
    reviewDetriment: ofRequest(IconCalendarDue, ({ subject }) => `/answers/detriment/${subject}`),
  },
  finds: {},
  acts: {
    'disclosure.clearAnswer': SignAct,
    'disclosure.clearDeath': SignAct,
    'disclosure.reviewDetriment': DetrimentAct,
  },
  messages: { en: () => import('./en.json'), ar: () => import('./ar.json') },
}
