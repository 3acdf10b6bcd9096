import { access } from '#access/index.ts'
import type { Room } from '#kernel/room.ts'
import { shell } from '#shell/index.ts'
import { tracing } from '#tracing/index.ts'

/** The rooms of the web, one line each, in the order of the rail. */
export const slices: readonly Room[] = [shell, tracing, access]
