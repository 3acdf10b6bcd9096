import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router'
import type { Room } from '#kernel/room.ts'
import { BrokenPage, NotHerePage } from '#shell/broken.tsx'
import { Proposals } from '#shell/proposals.tsx'
import { Shell } from '#shell/shell.tsx'
import { Worklist } from '#shell/worklist.tsx'

/** All addresses: the shell's own, and those of every room. */
export function routerOf(rooms: readonly Room[]) {
  const root = createRootRoute({
    component: Shell,
    notFoundComponent: NotHerePage,
    errorComponent: ({ reset }) => <BrokenPage again={reset} />,
  })
  const own = [
    { path: '/', screen: Worklist },
    { path: '/sign-in', screen: Worklist },
    { path: '/signatures', screen: Proposals },
    { path: '/signatures/$id', screen: Proposals },
  ]
  const children = [...own, ...rooms.flatMap((room) => room.routes)].map((route) =>
    createRoute({
      getParentRoute: () => root,
      path: route.path,
      component: route.screen,
      errorComponent: ({ reset }) => <BrokenPage again={reset} />,
      staticData: { focus: 'focus' in route && route.focus },
    }),
  )
  return createRouter({ routeTree: root.addChildren(children), defaultPreload: false })
}
