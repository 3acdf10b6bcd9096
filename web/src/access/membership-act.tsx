import { changeMembership, listAccounts } from '@solferino/server/access/contract'
import { useAnswer } from '#kernel/operation.ts'
import { useText } from '#kernel/text.tsx'
import { useContextWords } from '#access/context-words.ts'

/** All of a proposed change of membership, in words. */
export function MembershipAct({ payload }: { readonly payload: unknown }) {
  const text = useText()
  const accounts = useAnswer(listAccounts, {}).output
  const words = useContextWords(accounts?.contexts ?? [])
  const change = changeMembership.input.safeParse(payload)
  if (!change.success) return null
  const { id, role, context, channel } = change.data
  const person = accounts?.accounts.find((one) => one.id === id)
  return (
    <dl className="sf-pairs">
      <dt>{text('access.act.change')}</dt>
      <dd>{text(`access.change.${change.data.change}`)}</dd>
      <dt>{text('access.account.person')}</dt>
      <dd>
        <bdi>{person?.name ?? id}</bdi>
      </dd>
      <dt>{text('access.account.role')}</dt>
      <dd>{text(`access.role.${role}`)}</dd>
      <dt>{text('access.account.where')}</dt>
      <dd>{words(context, channel)}</dd>
    </dl>
  )
}
