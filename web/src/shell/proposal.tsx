import { Button } from '@mantine/core'
import { confirmProposal, withdrawProposal } from '@solferino/server/kernel/contract'
import { useState } from 'react'
import { useOperation } from '#kernel/operation.ts'
import { useText } from '#kernel/text.tsx'
import { actShown, useRooms } from '#shell/rooms.tsx'
import type { Proposal } from '#shell/waiting.ts'
import { Day } from '#ui/elapsed.tsx'
import { Inspector } from '#ui/page.tsx'
import { RecordNumber } from '#ui/record-number.tsx'
import { TroubleLine } from '#ui/trouble.tsx'

/** The words of what is proposed: `<slice>.act.<verbNoun>`. */
export function useProposalTitle(): (proposal: Proposal) => string {
  const text = useText()
  return ({ act }) => {
    const [slice, verb] = act.split('.')
    return text(`${slice}.act.${verb}`)
  }
}

const isNumber = /^[A-Z]{1,3}-/

/** The second look: what would happen, to whom, who asked for it; then yes to exactly this, or not. */
export function ProposalInspector({ proposal, done }: { readonly proposal: Proposal; readonly done?: () => void }) {
  const text = useText()
  const title = useProposalTitle()
  const rooms = useRooms()
  const confirm = useOperation(confirmProposal)
  const withdraw = useOperation(withdrawProposal)
  const [isAsked, setAsked] = useState(false)
  const Shown = actShown(rooms, proposal.act)
  const slice = proposal.act.split('.')[0] ?? 'kernel'
  const confirmIt = async () => {
    const reply = await confirm.run({ id: proposal.id, digest: proposal.digest })
    if (reply.ok) done?.()
  }
  const withdrawIt = async () => {
    const reply = await withdraw.run({ id: proposal.id })
    if (reply.ok) done?.()
  }
  const bar = proposal.mine ? (
    <Button onClick={() => void withdrawIt()} loading={withdraw.isPending}>
      {text('kernel.signatures.withdraw')}
    </Button>
  ) : (
    <>
      {isAsked ? (
        <Button variant="filled" data-variant="filled" loading={confirm.isPending} onClick={() => void confirmIt()}>
          {text('kernel.signatures.confirm')}
        </Button>
      ) : (
        <Button disabled={!Shown} onClick={() => setAsked(true)}>
          {text('kernel.signatures.read')}
        </Button>
      )}
      <Button variant="subtle" color="gray" onClick={() => void withdrawIt()} loading={withdraw.isPending}>
        {text('kernel.signatures.return')}
      </Button>
    </>
  )
  return (
    <Inspector bar={bar}>
      <section className="sf-stack">
        <span className="sf-second">{text('kernel.signatures.second')}</span>
        <h2>{title(proposal)}</h2>
        {isNumber.test(proposal.subject) && (
          <span>
            <RecordNumber number={proposal.subject} isTag />
          </span>
        )}
      </section>
      <section className="sf-stack">
        <h3 className="sf-section-title">{text('kernel.signatures.what')}</h3>
        {Shown ? (
          // eslint-disable-next-line react/static-components -- looked up in the rooms, which never change; not made here
          <Shown payload={proposal.payload} subject={proposal.subject} />
        ) : (
          <p>{text('kernel.signatures.cannotShow')}</p>
        )}
      </section>
      <section className="sf-stack">
        <dl className="sf-pairs">
          <dt>{text('kernel.signatures.proposedAt')}</dt>
          <dd>
            <Day at={proposal.proposedAt} withTime />
          </dd>
          <dt>{text('kernel.signatures.expiresAt')}</dt>
          <dd>
            <Day at={proposal.expiresAt} withTime />
          </dd>
          <dt>{text('kernel.signatures.digest')}</dt>
          <dd>
            <bdi dir="ltr" className="sf-mono" title={proposal.digest}>
              {proposal.digest.slice(0, 8)} {proposal.digest.slice(8, 16)} … {proposal.digest.slice(-8)}
            </bdi>
          </dd>
        </dl>
        <p className="sf-caption">{text(isAsked ? 'kernel.signatures.effect' : 'kernel.signatures.sameOnly')}</p>
        <TroubleLine slice={slice} trouble={confirm.trouble ?? withdraw.trouble} />
      </section>
    </Inspector>
  )
}
