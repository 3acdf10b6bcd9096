import { IconEraser, IconFileText, IconNotebook, IconUser } from '@tabler/icons-react'
import { lazy } from 'react'
import type { Room } from '#kernel/room.ts'
import { EraseAct, LinkAct, UnlinkAct } from '#registry/acts-shown.tsx'

export const registry: Room = {
  name: 'registry',
  nav: [
    { capabilities: ['registry.read'], group: 'persons', icon: IconNotebook, path: '/registry' },
    { capabilities: ['registry.erase'], group: 'house', icon: IconEraser, path: '/erasure', key: 'erase' },
  ],
  routes: [
    { path: '/registry', screen: lazy(async () => ({ default: (await import('./records.tsx')).Records })) },
    { path: '/registry/new', screen: lazy(async () => ({ default: (await import('./enter.tsx')).EnterRecord })) },
    {
      path: '/registry/records/$id',
      screen: lazy(async () => ({ default: (await import('./record.tsx')).RecordPage })),
    },
    { path: '/registry/persons', screen: lazy(async () => ({ default: (await import('./persons.tsx')).Persons })) },
    {
      path: '/registry/persons/$id',
      screen: lazy(async () => ({ default: (await import('./person.tsx')).PersonPage })),
    },
    { path: '/erasure', screen: lazy(async () => ({ default: (await import('./erase.tsx')).Erasure })) },
  ],
  tasks: {},
  finds: {
    record: { icon: IconFileText, to: ({ id }) => `/registry/records/${id}` },
    person: { icon: IconUser, to: ({ id }) => `/registry/persons/${id}` },
  },
  acts: {
    'registry.linkRecords': LinkAct,
    'registry.unlinkRecords': UnlinkAct,
    'registry.erase': EraseAct,
  },
  messages: { en: () => import('./en.json'), ar: () => import('./ar.json') },
}
