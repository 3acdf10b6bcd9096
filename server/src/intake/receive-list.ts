import { compartmentOf } from '#access'
import { done, handle } from '#kernel/handler'
import { enqueueJob } from '#kernel/jobs'
import { refuse } from '#kernel/result'
import * as contract from './contract.ts'
import * as store from './store.ts'

export const receiveList = handle(contract.receiveList, async ({ context: of, channel, ...envelope }, context) => {
  const { tx, actor, now, upload, files } = context
  const compartment = compartmentOf(of, channel)
  if (!actor.compartments.includes(compartment)) return refuse('channel_unknown')
  if (!upload || upload.bytes === 0) return refuse('file_empty')
  if (envelope.receivedOn > now.slice(0, 10)) return refuse('received_in_future')
  if (envelope.replaces !== null) {
    const replaced = await store.listById(tx, actor, envelope.replaces)
    if (replaced?.compartment !== compartment) return refuse('replaced_unknown')
  }
  const id = context.newNumber('NM')
  const { bytes } = upload
  const sha256 = upload.sha256.toString('hex')
  await files.keep(tx, upload, { compartment, name: envelope.fileName, now, rowId: context.newRowId() })
  const list = { id, compartment, context: of, channel, file: upload.id, bytes, sha256, envelope }
  const sameFileAs = await store.addList(context, list)
  await enqueueJob(context, { kind: 'intake.inspect', compartment, subject: id, input: {} })
  const data = { kind: envelope.kind, authenticity: envelope.authenticity.state, bytes }
  return done({ id, bytes, sha256, sameFileAs }, { type: 'intake.listReceived', subject: id, compartment, data })
})
