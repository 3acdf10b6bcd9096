import { Button, Checkbox, Select, TextInput } from '@mantine/core'
import { listAccounts, openChannel, openContext } from '@solferino/server/access/contract'
import { type FormEvent, useState } from 'react'
import type { OutputOf } from '#kernel/client.ts'
import { useAnswer, useOperation } from '#kernel/operation.ts'
import { useText } from '#kernel/text.tsx'
import { useLabel } from '#access/context-words.ts'
import { AccessTabs } from '#access/tabs.tsx'
import { useCrumbs } from '#shell/crumbs.tsx'
import { Page, PageHead } from '#ui/page.tsx'
import { Tag } from '#ui/tag.tsx'
import { Answered, TroubleLine } from '#ui/trouble.tsx'

type ContextOfWork = OutputOf<typeof listAccounts>['contexts'][number]

/** Conflicts the office works in, and the parties it has a channel with: alphabetical, without rank. */
export function Contexts() {
  const text = useText()
  const answer = useAnswer(listAccounts, {})
  useCrumbs({ words: text('access.nav.accounts'), to: '/accounts' }, { words: text('access.contexts.title') })
  return (
    <Page title={text('access.contexts.title')} width="reading">
      <PageHead title={text('access.contexts.title')} facts={[text('access.contexts.lead')]} />
      <AccessTabs />
      <Answered slice="access" answer={answer}>
        {({ contexts }) => (
          <div className="sf-stack-wide">
            {contexts.map((one) => (
              <ContextPart key={one.id} context={one} />
            ))}
            <OpenContext />
          </div>
        )}
      </Answered>
    </Page>
  )
}

function ContextPart({ context }: { readonly context: ContextOfWork }) {
  const text = useText()
  const label = useLabel()
  const parties = [...context.parties].sort((a, b) => label(a.labels).localeCompare(label(b.labels)))
  return (
    <section className="sf-box sf-stack">
      <h2 className="sf-section-title">{label(context.labels)}</h2>
      <span className="sf-second">{text(`access.context.${context.kind}`)}</span>
      {parties.map((party) => (
        <div key={party.id} className="sf-row">
          <span className="sf-grow">{label(party.labels)}</span>
          <Tag>{text(`access.party.${party.kind}`)}</Tag>
          <span className="sf-second">{text(party.hasBureau ? 'access.party.bureau' : 'access.party.noBureau')}</span>
        </div>
      ))}
      <OpenChannel context={context.id} />
    </section>
  )
}

function OpenContext() {
  const text = useText()
  const { run, isPending, trouble } = useOperation(openContext)
  const [en, setEn] = useState('')
  const [ar, setAr] = useState('')
  const [kind, setKind] = useState<'international' | 'not_international'>('international')
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const reply = await run({ kind, labels: { en, ...(ar === '' ? {} : { ar }) } })
    if (reply.ok) {
      setEn('')
      setAr('')
    }
  }
  return (
    <form className="sf-stack" onSubmit={(event) => void submit(event)}>
      <h2 className="sf-section-title">{text('access.openContext.title')}</h2>
      <TextInput label={text('access.label.en')} value={en} onChange={(event) => setEn(event.currentTarget.value)} />
      <TextInput
        label={text('access.label.ar')}
        dir="auto"
        value={ar}
        onChange={(event) => setAr(event.currentTarget.value)}
      />
      <Select
        label={text('access.context.kind')}
        description={text('access.context.kindHint')}
        data={(['international', 'not_international'] as const).map((one) => ({
          value: one,
          label: text(`access.context.${one}`),
        }))}
        value={kind}
        allowDeselect={false}
        onChange={(next) => setKind(next === 'not_international' ? next : 'international')}
      />
      <TroubleLine slice="access" trouble={trouble} kept />
      <div>
        <Button type="submit" loading={isPending} disabled={en.trim() === ''}>
          {text('access.openContext.title')}
        </Button>
      </div>
    </form>
  )
}

function OpenChannel({ context }: { readonly context: string }) {
  const text = useText()
  const { run, isPending, trouble } = useOperation(openChannel)
  const [isOpen, setOpen] = useState(false)
  const [en, setEn] = useState('')
  const [kind, setKind] = useState<'state' | 'non_state'>('state')
  const [hasBureau, setBureau] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const reply = await run({ id: context, kind, hasBureau, labels: { en } })
    if (!reply.ok) return
    setEn('')
    setOpen(false)
  }
  if (!isOpen)
    return (
      <div>
        <Button size="compact-sm" onClick={() => setOpen(true)}>
          {text('access.openChannel.title')}
        </Button>
      </div>
    )
  return (
    <form className="sf-stack" onSubmit={(event) => void submit(event)}>
      <TextInput label={text('access.label.en')} value={en} onChange={(event) => setEn(event.currentTarget.value)} />
      <Select
        label={text('access.party.kind')}
        data={(['state', 'non_state'] as const).map((one) => ({ value: one, label: text(`access.party.${one}`) }))}
        value={kind}
        allowDeselect={false}
        onChange={(next) => setKind(next === 'non_state' ? next : 'state')}
      />
      <Checkbox
        label={text('access.party.hasBureau')}
        checked={hasBureau}
        onChange={(event) => setBureau(event.currentTarget.checked)}
      />
      <TroubleLine slice="access" trouble={trouble} kept />
      <div className="sf-row">
        <Button type="submit" loading={isPending} disabled={en.trim() === ''}>
          {text('access.openChannel.title')}
        </Button>
        <Button variant="subtle" color="gray" onClick={() => setOpen(false)}>
          {text('ui.cancel')}
        </Button>
      </div>
    </form>
  )
}
