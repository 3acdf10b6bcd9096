import { IconBell, IconHourglass, IconMailOpened, IconMessage2, IconSignature } from '@tabler/icons-react'
import type { Icon } from '@tabler/icons-react'
import { lazy } from 'react'
import { AssessAct, ClearAct, EscalateAct } from '#dialogue/acts-shown.tsx'
import { PartyOfTask } from '#dialogue/party-of-task.tsx'
import type { Room, TaskShown } from '#kernel/room.ts'

const ofParty = (icon: Icon): TaskShown => ({ icon, to: ({ subject }) => `/dialogue/${subject}`, about: PartyOfTask })

export const dialogue: Room = {
  name: 'dialogue',
  nav: [{ capabilities: ['dialogue.read'], group: 'parties', icon: IconMessage2, path: '/dialogue' }],
  routes: [
    { path: '/dialogue', screen: lazy(async () => ({ default: (await import('./channels.tsx')).Channels })) },
    { path: '/dialogue/$id', screen: lazy(async () => ({ default: (await import('./channel.tsx')).ChannelPage })) },
    { path: '/dialogue/add/$id', screen: lazy(async () => ({ default: (await import('./add.tsx')).AddEntry })) },
    { path: '/dialogue/entries/$id', screen: lazy(async () => ({ default: (await import('./entry.tsx')).EntryPage })) },
    { path: '/dialogue/read/$id', screen: lazy(async () => ({ default: (await import('./read.tsx')).ReadReport })) },
    {
      path: '/dialogue/texts/$id',
      focus: true,
      screen: lazy(async () => ({ default: (await import('./reading.tsx')).ReadingPage })),
    },
    {
      path: '/dialogue/access/$id',
      screen: lazy(async () => ({ default: (await import('./access.tsx')).AccessLedger })),
    },
    { path: '/dialogue/draft/$id', screen: lazy(async () => ({ default: (await import('./draft.tsx')).DraftPage })) },
    { path: '/dialogue/balance/$id', screen: lazy(async () => ({ default: (await import('./balance.tsx')).Balance })) },
  ],
  home: {
    capabilities: ['dialogue.read'],
    screen: lazy(async () => ({ default: (await import('./home.tsx')).ChannelsAtHome })),
  },
  tasks: {
    toConfirm: ofParty(IconSignature),
    owed: ofParty(IconMailOpened),
    reminders: ofParty(IconBell),
    unanswered: ofParty(IconHourglass),
  },
  finds: {},
  acts: {
    'dialogue.assess': AssessAct,
    'dialogue.clear': ClearAct,
    'dialogue.escalateBeyond': EscalateAct,
  },
  messages: { en: () => import('./en.json'), ar: () => import('./ar.json') },
}
