import type { Icon } from '@tabler/icons-react'
import type { ComponentType, LazyExoticComponent, ReactNode } from 'react'
import type { OutputOf } from '#kernel/client.ts'
import type { listTasks, search } from '@solferino/server/kernel/contract'
import type { Language, Messages } from '#kernel/languages.ts'

export type Task = OutputOf<typeof listTasks>['tasks'][number]
export type Found = OutputOf<typeof search>['found'][number]
type Screen = (() => ReactNode) | LazyExoticComponent<() => ReactNode>

/** A line of the rail. It is there for whom holds one of the capabilities, and for everyone when none is named. */
export type Nav = {
  readonly capabilities: readonly string[]
  readonly group: 'first' | 'persons' | 'parties' | 'house'
  readonly icon: Icon
  readonly path: string
  /** Words: `<slice>.nav`, or `<slice>.nav.<key>` when a room has several lines. */
  readonly key?: string
}

export type Route = {
  readonly path: string
  readonly screen: Screen
  /** Focus rooms have the narrow rail: review, import. */
  readonly focus?: boolean
}

/** How a kind of task is shown. Its words are `<slice>.task.<kind>` and `<slice>.task.<kind>.why`. */
export type TaskShown = {
  readonly icon: Icon
  readonly to: (task: Task) => string
  /** What it is about, where that is no person: a party, a list. */
  readonly about?: ComponentType<{ task: Task }>
  readonly inspector?: ComponentType<{ task: Task }>
}

/** How a kind of hit is shown. Its word is `<slice>.found.<kind>`. */
export type FoundShown = { readonly icon: Icon; readonly to: (found: Found) => string }

/** How an act that waits for a second person is shown: all that is proposed, in words. Its title is `<slice>.act.<verb>`. */
export type ActShown = ComponentType<{ payload: unknown; subject: string }>

/** What a room hands the shell, which knows no room by name. */
export type Room = {
  readonly name: string
  readonly nav: readonly Nav[]
  readonly routes: readonly Route[]
  readonly tasks: Readonly<Record<string, TaskShown>>
  readonly finds: Readonly<Record<string, FoundShown>>
  readonly acts: Readonly<Record<string, ActShown>>
  /** What stands at the head of the home of whom holds one of the capabilities, before what waits for them. */
  readonly home?: { readonly capabilities: readonly string[]; readonly screen: Screen }
  /** What stands above every screen, where the room has something to say there. */
  readonly above?: ComponentType
  readonly messages: Readonly<Record<Language, () => Promise<{ readonly default: Messages }>>>
}

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    readonly focus?: boolean
  }
}
