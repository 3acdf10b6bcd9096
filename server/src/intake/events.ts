import { WithdrawnReason } from '@solferino/server/registry/contract'
import { z } from 'zod'
import { Id } from '#kernel/contract'
import {
  RecordId,
  ListKind,
  Confirmation,
  ListState,
  AuthenticityState,
  RowState,
  FileProblemCode,
  SetAsideReason,
  ReturnReason,
  UnlistedOutcome,
} from './shapes.ts'

const count = z.number().int()
export const events = {
  listReceived: z.strictObject({ kind: ListKind, authenticity: AuthenticityState, bytes: count }),
  listRead: z.strictObject({ state: ListState, rowCount: count }),
  listUnreadable: z.strictObject({ code: FileProblemCode }),
  listReturned: z.strictObject({ reason: ReturnReason }),
  authenticityConfirmed: z.strictObject({ how: Confirmation, before: AuthenticityState }),
  mappingSet: z.strictObject({ columnCount: count, mappedCount: count }),
  runAsked: z.strictObject({ job: Id }),
  listRegistered: z.strictObject({ registered: count, known: count, quarantined: count, unlisted: count }),
  rowMended: z.strictObject({ row: Id, state: RowState, asItStands: z.boolean() }),
  rowsSetAside: z.strictObject({ rowCount: count, reason: SetAsideReason }),
  rowWithdrawn: z.strictObject({ record: RecordId, reason: WithdrawnReason }),
  unlistedNoted: z.strictObject({ outcome: UnlistedOutcome }),
  fileDestroyed: z.strictObject({}),
}
