import { Button, Checkbox } from '@mantine/core'
import { DetrimentAsked, HarmFlag, Item, readBasis, reviewDetriment } from '@solferino/server/disclosure/contract'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { z } from 'zod'
import type { Basis } from '#disclosure/basis.tsx'
import { useAddressed } from '#kernel/address.ts'
import { useDraft } from '#kernel/draft.ts'
import { useAnswer, useOperation } from '#kernel/operation.ts'
import { useText } from '#kernel/text.tsx'
import { useCrumbs } from '#shell/crumbs.tsx'
import { Choice, DayLine, Words } from '#ui/fields.tsx'
import { Page, PageHead } from '#ui/page.tsx'
import { RecordNumber } from '#ui/record-number.tsx'
import { Answered, TroubleLine } from '#ui/trouble.tsx'
import '#disclosure/disclosure.css'

const { regime: Regime, decision: Decision } = DetrimentAsked.shape

const Form = z.object({
  pair: z.string(),
  trigger: z.array(HarmFlag),
  regime: Regime.nullable(),
  personsAtRisk: z.string(),
  sourceOfRisk: z.string(),
  decision: Decision.nullable(),
  items: z.array(Item),
  reason: z.string(),
  reviewOn: z.string(),
})
type Form = z.infer<typeof Form>
const empty: Form = {
  pair: '',
  trigger: [],
  regime: null,
  personsAtRisk: '',
  sourceOfRisk: '',
  decision: null,
  items: [],
  reason: '',
  reviewOn: '',
}
const parse = (content: unknown): Form | null => Form.safeParse(content).data ?? null

/** What telling may do to the person and the relatives: proposed by one, decided by a second (GC IV 137, 140). */
export function ReviewDetriment() {
  const text = useText()
  const id = useAddressed() ?? ''
  const basis = useAnswer(readBasis, { id })
  const title = text('disclosure.reviewDetriment.title')
  useCrumbs({ words: text('disclosure.nav'), to: '/answers' }, { words: id, to: `/answers/of/${id}` }, { words: title })
  return (
    <Page title={title} width="form">
      <PageHead
        title={title}
        facts={[<RecordNumber key="id" number={id} />, text('disclosure.reviewDetriment.lead')]}
      />
      <Answered slice="disclosure" answer={basis}>
        {(found) => <ReviewForm request={id} basis={found} />}
      </Answered>
    </Page>
  )
}

function ReviewForm({ request, basis }: { readonly request: string; readonly basis: Basis }) {
  const text = useText()
  const draft = useDraft(`disclosure.reviewDetriment.${request}`, empty, parse)
  const { run, isPending, trouble } = useOperation(reviewDetriment)
  const [isProposed, setProposed] = useState(false)
  const { content, change } = draft
  const only = basis.pairs.length === 1 ? (basis.pairs[0]?.pair ?? '') : ''
  const form = { ...content, pair: content.pair === '' ? only : content.pair }
  const asked = DetrimentAsked.safeParse({ ...form, request }).data
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!asked) return
    const reply = await run(asked)
    if (!reply.ok) return
    await draft.discard()
    setProposed(true)
  }
  const words = (field: 'personsAtRisk' | 'sourceOfRisk' | 'reason') => (
    <Words
      label={text(`disclosure.field.${field}`)}
      value={form[field]}
      change={(next) => change({ [field]: next })}
      isRequired
    />
  )
  return (
    <form className="sf-stack-wide" noValidate onSubmit={(event) => void submit(event)}>
      <Choice
        label={text('disclosure.field.pair')}
        options={basis.pairs.map((one) => one.pair)}
        words={(pair) => basis.pairs.find((one) => one.pair === pair)?.record ?? pair}
        value={form.pair === '' ? null : form.pair}
        change={(pair) => change({ pair: pair ?? '' })}
        isRequired
      />
      <Choice
        label={text('disclosure.field.regime')}
        options={Regime.options}
        words={(one) => text(`disclosure.regime.${one}`)}
        value={form.regime}
        change={(regime) => change({ regime })}
        isRequired
      />
      <Checkbox.Group
        label={text('disclosure.field.trigger')}
        value={form.trigger}
        onChange={(next) => change({ trigger: HarmFlag.options.filter((one) => next.includes(one)) })}
      >
        <div className="disclosure-columns">
          {HarmFlag.options.map((one) => (
            <Checkbox key={one} value={one} label={text(`disclosure.flag.${one}`)} />
          ))}
        </div>
      </Checkbox.Group>
      {words('personsAtRisk')}
      {words('sourceOfRisk')}
      <Choice
        label={text('disclosure.field.decision')}
        options={Decision.options}
        words={(one) => text(`disclosure.decision.${one}`)}
        value={form.decision}
        change={(decision) => change({ decision })}
        isRequired
      />
      {form.decision === 'partial' && (
        <Checkbox.Group
          label={text('disclosure.field.items')}
          value={form.items}
          onChange={(next) => change({ items: Item.options.filter((one) => next.includes(one)) })}
        >
          <div className="disclosure-columns">
            {Item.options.map((one) => (
              <Checkbox key={one} value={one} label={text(`disclosure.item.${one}`)} />
            ))}
          </div>
        </Checkbox.Group>
      )}
      {words('reason')}
      <DayLine
        label={text('disclosure.field.reviewOn')}
        value={form.reviewOn}
        change={(reviewOn) => change({ reviewOn })}
        isRequired
      />
      <TroubleLine slice="disclosure" trouble={trouble} kept />
      {isProposed && (
        <output>
          {text('disclosure.proposed')} <Link to="/signatures">{text('kernel.signatures.title')}</Link>
        </output>
      )}
      <div>
        <Button type="submit" variant="filled" loading={isPending} disabled={!asked}>
          {text('disclosure.reviewDetriment.propose')}
        </Button>
      </div>
    </form>
  )
}
