import { LinkBasis, linkRecords } from '@solferino/server/registry/contract'
import { useState } from 'react'
import type { z } from 'zod'
import { useOperation } from '#kernel/operation.ts'
import { useText } from '#kernel/text.tsx'
import { Act } from '#ui/act.tsx'
import { Choice, Line } from '#ui/fields.tsx'

const bases = LinkBasis.exclude(['accepted_pair'])
const recordNumber = /^R-[0-9A-HJKMNP-TV-Z]{11}$/

/** Proposes that another record speaks of the same person; two people decide it. */
export function LinkRecord({ id }: { readonly id: string }) {
  const text = useText()
  const running = useOperation(linkRecords)
  const [typed, setTyped] = useState('')
  const [basis, setBasis] = useState<z.infer<typeof bases> | null>(null)
  const other = typed.replace(/\s/gu, '').toUpperCase()
  const act = async () => (basis === null ? { ok: false } : running.run({ id, other, basis }))
  return (
    <Act
      slice="registry"
      title={text('registry.linkRecords.title')}
      running={running}
      isReady={basis !== null && recordNumber.test(other)}
      act={act}
      done={text('registry.proposed')}
    >
      <p className="sf-caption">{text('registry.linkRecords.effect')}</p>
      <Line
        label={text('registry.field.other')}
        hint={text('registry.field.otherHint')}
        value={typed}
        change={setTyped}
        isRequired
      />
      <Choice
        label={text('registry.field.basis')}
        options={bases.options}
        words={(one) => text(`registry.basis.${one}`)}
        value={basis}
        change={setBasis}
        isRequired
      />
    </Act>
  )
}
