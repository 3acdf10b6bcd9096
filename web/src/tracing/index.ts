import { IconCalendarDue, IconFolderOpen, IconLink, IconPhone, IconUserSearch } from '@tabler/icons-react'
import type { Icon } from '@tabler/icons-react'
import { lazy } from 'react'
import type { Room, TaskShown } from '#kernel/room.ts'
import { RestAct } from '#tracing/rest-act.tsx'

const task = (icon: Icon): TaskShown => ({ icon, to: ({ subject }) => `/tracing/${subject}` })

export const tracing: Room = {
  name: 'tracing',
  nav: [{ capabilities: ['tracing.read'], group: 'persons', icon: IconUserSearch, path: '/tracing' }],
  routes: [
    { path: '/tracing', screen: lazy(async () => ({ default: (await import('./list.tsx')).Requests })) },
    { path: '/tracing/new', screen: lazy(async () => ({ default: (await import('./file.tsx')).FileRequest })) },
    { path: '/tracing/$id', screen: lazy(async () => ({ default: (await import('./request.tsx')).RequestPage })) },
  ],
  tasks: {
    openRequest: task(IconFolderOpen),
    takeUp: task(IconFolderOpen),
    recordCorrection: task(IconPhone),
    review: task(IconCalendarDue),
    urgentReview: task(IconCalendarDue),
    nextCall: task(IconPhone),
    noBasis: task(IconFolderOpen),
    linkedRequest: task(IconLink),
  },
  finds: { request: { icon: IconUserSearch, to: ({ id }) => `/tracing/${id}` } },
  acts: { 'tracing.suspendRequest': RestAct, 'tracing.mergeRequest': RestAct },
  messages: { en: () => import('./en.json'), ar: () => import('./ar.json') },
}
