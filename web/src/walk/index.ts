import type { Room } from '#kernel/room.ts'
import { Walk } from '#walk/walk.tsx'

/** The guided walk of an exercise: no screen of its own, but words above everybody's. */
export const walk: Room = {
  name: 'walk',
  nav: [],
  routes: [],
  tasks: {},
  finds: {},
  acts: {},
  above: Walk,
  messages: { en: () => import('./en.json'), ar: () => import('./ar.json') },
}
