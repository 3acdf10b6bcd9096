import { access } from '#access/index.ts'
import { audit } from '#audit/index.ts'
import { dialogue } from '#dialogue/index.ts'
import { disclosure } from '#disclosure/index.ts'
import { intake } from '#intake/index.ts'
import type { Room } from '#kernel/room.ts'
import { matching } from '#matching/index.ts'
import { registry } from '#registry/index.ts'
import { shell } from '#shell/index.ts'
import { tracing } from '#tracing/index.ts'
import { walk } from '#walk/index.ts'

/** The rooms of the web, one line each, in the order of the rail. */
export const slices: readonly Room[] = [
  shell,
  intake,
  tracing,
  matching,
  disclosure,
  registry,
  dialogue,
  access,
  audit,
  walk,
]
