import {
  IconArrowBackUp,
  IconFileCheck,
  IconFileImport,
  IconListDetails,
  IconListSearch,
  IconPlayerPlay,
  IconTableColumn,
  IconTool,
} from '@tabler/icons-react'
import type { Icon } from '@tabler/icons-react'
import { lazy } from 'react'
import type { Room, TaskShown } from '#kernel/room.ts'
import { ListTask } from '#intake/list-task.tsx'

const task = (icon: Icon, part = ''): TaskShown => ({
  icon,
  to: ({ subject }) => `/intake/${subject}${part}`,
  inspector: ListTask,
})

export const intake: Room = {
  name: 'intake',
  nav: [{ capabilities: ['intake.read'], group: 'first', icon: IconFileImport, path: '/intake' }],
  routes: [
    { path: '/intake', screen: lazy(async () => ({ default: (await import('./lists.tsx')).Lists })) },
    { path: '/intake/new', screen: lazy(async () => ({ default: (await import('./receive.tsx')).ReceiveList })) },
    { path: '/intake/$id', screen: lazy(async () => ({ default: (await import('./list.tsx')).ListPage })) },
    {
      path: '/intake/$id/columns',
      screen: lazy(async () => ({ default: (await import('./columns.tsx')).Columns })),
      focus: true,
    },
    { path: '/intake/$id/rows', screen: lazy(async () => ({ default: (await import('./rows.tsx')).Rows })) },
    {
      path: '/intake/$id/mend',
      screen: lazy(async () => ({ default: (await import('./mend.tsx')).Mend })),
      focus: true,
    },
    {
      path: '/intake/$id/unlisted',
      screen: lazy(async () => ({ default: (await import('./unlisted.tsx')).Unlisted })),
    },
    { path: '/intake/$id/receipt', screen: lazy(async () => ({ default: (await import('./receipt.tsx')).Receipt })) },
  ],
  tasks: {
    mapList: task(IconTableColumn, '/columns'),
    runList: task(IconPlayerPlay, '/rows'),
    mendRows: task(IconTool, '/mend'),
    lookAtUnlisted: task(IconListSearch, '/unlisted'),
    returnList: task(IconArrowBackUp),
    confirmList: task(IconFileCheck),
  },
  finds: { list: { icon: IconListDetails, to: ({ id }) => `/intake/${id}` } },
  acts: {},
  messages: { en: () => import('./en.json'), ar: () => import('./ar.json') },
}
