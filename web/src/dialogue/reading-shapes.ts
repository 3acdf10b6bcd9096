import type { readText } from '@solferino/server/dialogue/contract'
import type { OutputOf } from '#kernel/client.ts'

export type TextRead = OutputOf<typeof readText>
export type Proposal = TextRead['proposals'][number]
