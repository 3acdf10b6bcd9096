import { Button, Select } from '@mantine/core'
import { changeMembership, closeAccount, issueLink, type listAccounts, Role } from '@solferino/server/access/contract'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { OutputOf } from '#kernel/client.ts'
import { useOperation } from '#kernel/operation.ts'
import { useSelf } from '#kernel/session.tsx'
import { useText } from '#kernel/text.tsx'
import { useContextWords, useLabel } from '#access/context-words.ts'
import { Day } from '#ui/elapsed.tsx'
import { Inspector } from '#ui/page.tsx'
import { Tag } from '#ui/tag.tsx'
import { TroubleLine } from '#ui/trouble.tsx'

type Accounts = OutputOf<typeof listAccounts>
type Account = Accounts['accounts'][number]
type Contexts = Accounts['contexts']

/** One account: its memberships, a link to sign in, and closing it. */
export function AccountInspector({ account, contexts }: { readonly account: Account; readonly contexts: Contexts }) {
  const text = useText()
  const self = useSelf()
  const isOwn = account.id === self.id
  return (
    <Inspector>
      <section className="sf-stack">
        <h2 className="sf-head-title">
          <bdi>{account.name}</bdi>
          {account.state === 'closed' && <Tag>{text('access.account.closed')}</Tag>}
        </h2>
        <span className="sf-second">
          {text('access.account.since')} <Day at={account.createdAt} />
        </span>
      </section>
      <Memberships account={account} contexts={contexts} isOwn={isOwn} />
      {account.state === 'open' && <IssueLink id={account.id} />}
      {account.state === 'open' && !isOwn && <CloseAccount id={account.id} />}
    </Inspector>
  )
}

type MembershipsProps = { readonly account: Account; readonly contexts: Contexts; readonly isOwn: boolean }

function Memberships({ account, contexts, isOwn }: MembershipsProps) {
  const text = useText()
  const where = useContextWords(contexts)
  const { run, isPending, trouble, clear } = useOperation(changeMembership)
  const [proposal, setProposal] = useState<string | null>(null)
  const propose = async (asked: Parameters<typeof run>[0]) => {
    setProposal(null)
    const reply = await run(asked)
    if (reply.ok) setProposal(reply.output.proposal)
  }
  return (
    <section className="sf-stack">
      <h3 className="sf-section-title">{text('access.account.memberships')}</h3>
      {account.memberships.length === 0 && <p className="sf-dim">{text('access.accounts.noRole')}</p>}
      {account.memberships.map(({ id, role, context, channel }) => (
        <div key={id} className="sf-row">
          <span className="sf-grow">
            {text(`access.role.${role}`)}
            <span className="sf-second" style={{ display: 'block' }}>
              {where(context, channel)}
            </span>
          </span>
          {!isOwn && (
            <Button
              size="compact-sm"
              variant="subtle"
              color="gray"
              onClick={() => void propose({ id: account.id, change: 'end', role, context, channel })}
            >
              {text('access.change.endShort')}
            </Button>
          )}
        </div>
      ))}
      {isOwn && <p className="sf-caption">{text('access.account.ownMemberships')}</p>}
      {!isOwn && account.state === 'open' && (
        <Grant
          contexts={contexts}
          isPending={isPending}
          grant={(wish) => void propose({ id: account.id, change: 'grant', ...wish })}
          touched={clear}
        />
      )}
      <TroubleLine slice="access" trouble={trouble} kept />
      {proposal !== null && (
        <output>
          {text('access.changeMembership.proposed')}{' '}
          <Link to={`/signatures/${proposal}`}>{text('kernel.signatures.title')}</Link>
        </output>
      )}
    </section>
  )
}

type Wish = { role: (typeof Role.options)[number]; context: string | null; channel: string | null }
type GrantProps = {
  readonly contexts: Contexts
  readonly isPending: boolean
  readonly grant: (wish: Wish) => void
  readonly touched: () => void
}

const families = 'families'

function Grant({ contexts, isPending, grant, touched }: GrantProps) {
  const text = useText()
  const label = useLabel()
  const [role, setRole] = useState<string | null>(null)
  const [context, setContext] = useState<string | null>(null)
  const [channel, setChannel] = useState<string | null>(null)
  const chosen = Role.options.find((one) => one === role)
  const parties = contexts.find((one) => one.id === context)?.parties ?? []
  return (
    <div className="sf-stack sf-box">
      <Select
        label={text('access.account.role')}
        data={Role.options.map((one) => ({ value: one, label: text(`access.role.${one}`) }))}
        value={role}
        searchable
        onChange={(next) => {
          setRole(next)
          touched()
        }}
      />
      <Select
        label={text('access.account.context')}
        description={text('access.account.contextHint')}
        data={contexts.map((one) => ({ value: one.id, label: label(one.labels) }))}
        value={context}
        clearable
        onChange={(next) => {
          setContext(next)
          setChannel(null)
          touched()
        }}
      />
      {chosen === 'nib_liaison' && (
        <Select
          label={text('access.account.channel')}
          data={[
            ...parties.map((one) => ({ value: one.id, label: label(one.labels) })),
            { value: families, label: text('access.where.families') },
          ]}
          value={channel}
          clearable
          onChange={setChannel}
        />
      )}
      <Button
        disabled={!chosen}
        loading={isPending}
        onClick={() => chosen && grant({ role: chosen, context, channel: chosen === 'nib_liaison' ? channel : null })}
      >
        {text('access.changeMembership.title')}
      </Button>
      <p className="sf-caption">{text('access.changeMembership.two')}</p>
    </div>
  )
}

function IssueLink({ id }: { readonly id: string }) {
  const text = useText()
  const { run, isPending, trouble } = useOperation(issueLink)
  const [link, setLink] = useState<{ address: string; expiresAt: string } | null>(null)
  const issue = async (kind: 'sign_in' | 'terminal') => {
    const reply = await run({ id, kind })
    if (!reply.ok) return
    const { token, expiresAt } = reply.output
    const { origin } = globalThis.location
    const line =
      kind === 'terminal' ? `npx solferino sign-in '${origin}/terminal#${token}'` : `${origin}/sign-in#${token}`
    setLink({ address: line, expiresAt })
  }
  return (
    <section className="sf-stack">
      <h3 className="sf-section-title">{text('access.issueLink.title')}</h3>
      <p className="sf-second">{text('access.issueLink.lead')}</p>
      {link && (
        <output className="sf-box">
          <bdi dir="ltr" className="sf-mono">
            {link.address}
          </bdi>
          <br />
          <span className="sf-caption">
            {text('access.issueLink.until')} <Day at={link.expiresAt} withTime />
          </span>
        </output>
      )}
      <div className="sf-row">
        <Button loading={isPending} onClick={() => void issue('sign_in')}>
          {text('access.issueLink.issue')}
        </Button>
        <Button variant="subtle" disabled={isPending} onClick={() => void issue('terminal')}>
          {text('access.issueLink.terminal')}
        </Button>
      </div>
      <TroubleLine slice="access" trouble={trouble} />
    </section>
  )
}

function CloseAccount({ id }: { readonly id: string }) {
  const text = useText()
  const { run, isPending, trouble } = useOperation(closeAccount)
  const [isAsked, setAsked] = useState(false)
  return (
    <section className="sf-stack">
      <h3 className="sf-section-title">{text('access.closeAccount.title')}</h3>
      <p className="sf-second">{text('access.closeAccount.effect')}</p>
      <div className="sf-row">
        {isAsked ? (
          <>
            <Button loading={isPending} onClick={() => void run({ id })}>
              {text('access.closeAccount.sure')}
            </Button>
            <Button variant="subtle" color="gray" onClick={() => setAsked(false)}>
              {text('ui.cancel')}
            </Button>
          </>
        ) : (
          <Button onClick={() => setAsked(true)}>{text('access.closeAccount.ask')}</Button>
        )}
      </div>
      <TroubleLine slice="access" trouble={trouble} />
    </section>
  )
}
