import { changeEnquirer, Checked } from '@solferino/server/tracing/contract'
import { useState } from 'react'
import { useOperation } from '#kernel/operation.ts'
import { useText } from '#kernel/text.tsx'
import { ActForm } from '#tracing/act-form.tsx'
import type { RequestRead } from '#tracing/request.tsx'
import { Choice, Words } from '#ui/fields.tsx'

type How = (typeof Checked.shape.how.options)[number]

/** How it was found that who asks is who they say, and the relation what they say (domain/05 4b): before any answer. */
export function CheckEnquirer({ read }: { readonly read: RequestRead }) {
  const text = useText()
  const running = useOperation(changeEnquirer)
  const { enquirer, request } = read
  const [identity, setIdentity] = useState<How | null>(enquirer.identityChecked?.how ?? null)
  const [relation, setRelation] = useState<How | null>(enquirer.relationChecked?.how ?? null)
  const [risk, setRisk] = useState(enquirer.riskConsidered ?? '')
  const checked = (how: How | null, was: typeof enquirer.identityChecked) =>
    how === null || how === was?.how ? was : { how, note: null, on: new Date().toISOString().slice(0, 10) }
  const act = () =>
    running.run({
      id: request.id,
      corrects: request.enquirerVersion,
      enquirer: {
        ...enquirer,
        identityChecked: checked(identity, enquirer.identityChecked),
        relationChecked: checked(relation, enquirer.relationChecked),
        riskConsidered: risk.trim() === '' ? null : risk,
      },
    })
  const words = (one: How) => text(`tracing.checked.${one}`)
  const options = Checked.shape.how.options
  return (
    <ActForm name="checkEnquirer" running={running} isReady={identity !== null || relation !== null} act={act}>
      <Choice
        label={text('tracing.field.identityChecked')}
        options={options}
        words={words}
        value={identity}
        change={setIdentity}
      />
      <Choice
        label={text('tracing.field.relationChecked')}
        options={options}
        words={words}
        value={relation}
        change={setRelation}
      />
      <Words
        label={text('tracing.field.riskConsidered')}
        hint={text('tracing.field.riskHint')}
        value={risk}
        change={setRisk}
      />
    </ActForm>
  )
}
