import { Button, Modal, Select, TextInput } from '@mantine/core'
import { listAccounts, openAccount } from '@solferino/server/access/contract'
import { IconUser } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { languageFor, languages } from '#kernel/languages.ts'
import { useAnswer, useOperation } from '#kernel/operation.ts'
import { useAddressed } from '#kernel/address.ts'
import { useText } from '#kernel/text.tsx'
import { AccountInspector } from '#access/account.tsx'
import { AccessTabs } from '#access/tabs.tsx'
import { useCrumbs } from '#shell/crumbs.tsx'
import { Page, PageHead } from '#ui/page.tsx'
import { Tag } from '#ui/tag.tsx'
import { Answered, TroubleLine } from '#ui/trouble.tsx'

/** Accounts and what they may do, for administrators; who works here, and nothing of the work. */
export function Accounts() {
  const text = useText()
  const navigate = useNavigate()
  const id = useAddressed()
  const answer = useAnswer(listAccounts, {})
  const [isOpening, setOpening] = useState(false)
  const [wanted, setWanted] = useState('')
  const chosen = answer.output?.accounts.find((one) => one.id === id)
  useCrumbs({ words: text('access.nav.accounts') })
  return (
    <Page
      title={text('access.nav.accounts')}
      {...(chosen && answer.output
        ? { inspector: <AccountInspector key={chosen.id} account={chosen} contexts={answer.output.contexts} /> }
        : {})}
      drawer={{ isOpen: chosen !== undefined, close: () => void navigate({ to: '/accounts' }) }}
    >
      <PageHead
        title={text('access.nav.accounts')}
        facts={[text('access.accounts.lead')]}
        actions={<Button onClick={() => setOpening(true)}>{text('access.openAccount.title')}</Button>}
      />
      <AccessTabs />
      <Answered slice="access" answer={answer}>
        {({ accounts }) => (
          <>
            <TextInput
              label={text('access.accounts.find')}
              value={wanted}
              onChange={(event) => setWanted(event.currentTarget.value)}
              maw={340}
              mb="md"
            />
            <ul className="sf-tasks">
              {accounts
                .filter((one) => one.name.toLocaleLowerCase().includes(wanted.trim().toLocaleLowerCase()))
                .map((one) => (
                  <li key={one.id}>
                    <Link to={`/accounts/${one.id}`} className="sf-task" data-chosen={one.id === id}>
                      <IconUser size={20} stroke={1.5} aria-hidden="true" />
                      <span className="sf-task-words">
                        <span className="sf-task-title">
                          <bdi>{one.name}</bdi>
                        </span>
                        <span className="sf-second">
                          {[...new Set(one.memberships.map((held) => text(`access.role.${held.role}`)))].join(' · ') ||
                            text('access.accounts.noRole')}
                        </span>
                      </span>
                      {one.state === 'closed' && <Tag>{text('access.account.closed')}</Tag>}
                    </Link>
                  </li>
                ))}
            </ul>
          </>
        )}
      </Answered>
      {isOpening && <OpenAccount close={() => setOpening(false)} />}
    </Page>
  )
}

function OpenAccount({ close }: { readonly close: () => void }) {
  const text = useText()
  const navigate = useNavigate()
  const { run, isPending, trouble } = useOperation(openAccount)
  const [name, setName] = useState('')
  const [language, setLanguage] = useState(languageFor('en'))
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const reply = await run({ name, language })
    if (!reply.ok) return
    close()
    await navigate({ to: `/accounts/${reply.output.id}` })
  }
  return (
    <Modal
      opened
      onClose={close}
      title={text('access.openAccount.title')}
      closeButtonProps={{ 'aria-label': text('ui.close') }}
    >
      <form className="sf-stack-wide" onSubmit={(event) => void submit(event)}>
        <TextInput
          label={text('access.openAccount.name')}
          description={text('access.openAccount.nameHint')}
          maxLength={120}
          dir="auto"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Select
          label={text('access.self.language')}
          data={languages.map((one) => ({ value: one.code, label: one.called }))}
          value={language}
          allowDeselect={false}
          onChange={(next) => next && setLanguage(languageFor(next))}
        />
        <p className="sf-caption">{text('access.openAccount.effect')}</p>
        <TroubleLine slice="access" trouble={trouble} kept />
        <Button type="submit" variant="filled" loading={isPending} disabled={name.trim() === ''}>
          {text('access.openAccount.title')}
        </Button>
      </form>
    </Modal>
  )
}
