import { Button } from '@mantine/core'
import { erase, EraseGround } from '@solferino/server/registry/contract'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import type { z } from 'zod'
import { useOperation } from '#kernel/operation.ts'
import { useText } from '#kernel/text.tsx'
import { useCrumbs } from '#shell/crumbs.tsx'
import { Choice, Line } from '#ui/fields.tsx'
import { Page, PageHead } from '#ui/page.tsx'
import { TroubleLine } from '#ui/trouble.tsx'

const anyNumber = /^[A-Z]{1,3}-[0-9A-HJKMNP-TV-Z]{11}$/

/** Erasure by number: the data protection officer sees no content, so the number comes from whoever asks for it. */
export function Erasure() {
  const text = useText()
  const { run, isPending, trouble } = useOperation(erase)
  const [typed, setTyped] = useState('')
  const [ground, setGround] = useState<z.infer<typeof EraseGround> | null>(null)
  const [isProposed, setProposed] = useState(false)
  const id = typed.replace(/\s/gu, '').toUpperCase()
  useCrumbs({ words: text('registry.nav.erase') })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setProposed(false)
    if (ground === null) return
    const reply = await run({ id, ground })
    if (!reply.ok) return
    setTyped('')
    setGround(null)
    setProposed(true)
  }
  return (
    <Page title={text('registry.nav.erase')} width="form">
      <PageHead title={text('registry.nav.erase')} facts={[text('registry.erase.lead')]} />
      <form className="sf-stack-wide" noValidate onSubmit={(event) => void submit(event)}>
        <Line
          label={text('registry.field.subject')}
          hint={text('registry.field.subjectHint')}
          value={typed}
          change={setTyped}
          isRequired
        />
        <Choice
          label={text('registry.field.ground')}
          options={EraseGround.options}
          words={(one) => text(`registry.ground.${one}`)}
          value={ground}
          change={setGround}
          isRequired
        />
        <p className="sf-caption">{text('registry.erase.effect')}</p>
        <TroubleLine slice="registry" trouble={trouble} kept />
        {isProposed && (
          <output>
            {text('registry.proposed')} <Link to="/signatures">{text('kernel.signatures.title')}</Link>
          </output>
        )}
        <div>
          <Button type="submit" variant="filled" loading={isPending} disabled={!anyNumber.test(id) || ground === null}>
            {text('registry.erase.title')}
          </Button>
        </div>
      </form>
    </Page>
  )
}
