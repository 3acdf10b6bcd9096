import { IconChecklist } from '@tabler/icons-react'
import type { Room } from '#kernel/room.ts'

/** The shell's own line and words; it is declared as a room so that nothing treats it otherwise. */
export const shell: Room = {
  name: 'kernel',
  nav: [{ capabilities: [], group: 'first', icon: IconChecklist, path: '/' }],
  routes: [],
  tasks: {},
  finds: {},
  acts: {},
  messages: { en: () => import('./en.json'), ar: () => import('./ar.json') },
}
