import { createContext, useContext } from 'react'
import type { ActShown, FoundShown, Nav, Room, Task, TaskShown } from '#kernel/room.ts'

const RoomsContext = createContext<readonly Room[]>([])
export const RoomsProvider = RoomsContext

export function useRooms(): readonly Room[] {
  return useContext(RoomsContext)
}

export type NavLine = Nav & { readonly room: string; readonly words: string }

/** The lines of the rail for somebody who holds these capabilities, in the order of the rooms. */
export function navOf(rooms: readonly Room[], may: (...capabilities: readonly string[]) => boolean): NavLine[] {
  return rooms.flatMap((room) =>
    room.nav
      .filter((line) => line.capabilities.length === 0 || may(...line.capabilities))
      .map((line) => ({
        ...line,
        room: room.name,
        words: line.key === undefined ? `${room.name}.nav` : `${room.name}.nav.${line.key}`,
      })),
  )
}

export function taskShown(rooms: readonly Room[], task: Task): TaskShown | undefined {
  return rooms.find((room) => room.name === task.slice)?.tasks[task.kind]
}

export function foundShown(rooms: readonly Room[], slice: string, kind: string): FoundShown | undefined {
  return rooms.find((room) => room.name === slice)?.finds[kind]
}

/** Whether any room can show what the search finds: without one there is no search to open. */
export function mayFind(rooms: readonly Room[]): boolean {
  return rooms.some((room) => Object.keys(room.finds).length > 0)
}

/** How the act `slice.verbNoun` is shown; undefined when its room shows none. */
export function actShown(rooms: readonly Room[], act: string): ActShown | undefined {
  return rooms.find((room) => room.name === act.split('.')[0])?.acts[act]
}
