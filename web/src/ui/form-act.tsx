import type { ReactNode } from 'react'
import type { z } from 'zod'
import type { Operation, OutputOf } from '#kernel/client.ts'
import { useOperation } from '#kernel/operation.ts'
import { useText } from '#kernel/text.tsx'
import { Act } from '#ui/act.tsx'
import { FormFields, type Options } from '#ui/form-fields.tsx'
import { askedBy, type Form, useForm } from '#ui/form.ts'
import type { TypedGroup } from '#ui/form-shape.ts'

type FormActProps<Contract extends Operation> = {
  readonly contract: Contract
  /** What is known already and not asked: the entry it is about. */
  readonly fixed: Readonly<Record<string, unknown>>
  /** What the fields are, where that is not the whole input. */
  readonly schema?: z.ZodObject
  /** How what is said becomes what is asked, where it is not simply beside what is fixed. */
  readonly askedOf?: (said: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>
  readonly name?: string
  readonly start?: TypedGroup
  readonly options?: Options
  readonly done?: (output: OutputOf<Contract>) => void
  /** What stands with the fields and depends on what is typed. */
  readonly beside?: (form: Form) => ReactNode
  readonly variant?: 'default' | 'filled' | 'subtle'
  readonly startsOpen?: boolean
  readonly close?: () => void
}

/** An act whose form is its contract: a button, which opens its fields; refusals at their place, nothing lost. */
export function FormAct<Contract extends Operation>(props: FormActProps<Contract>) {
  // Where one act takes the place of another, nothing that was typed for the first stands in the second.
  return <OneAct key={props.name ?? props.contract.name} {...props} />
}

function OneAct<Contract extends Operation>(props: FormActProps<Contract>) {
  const { contract, fixed, schema = contract.input, askedOf, start, options = {}, beside, variant = 'default' } = props
  const { startsOpen = false, close } = props
  const text = useText()
  const running = useOperation(contract)
  const form = useForm(schema, { leftOut: Object.keys(fixed), ...(start ? { start } : {}) })
  const name = props.name ?? contract.name
  const [slice = ''] = name.split('.')
  const act = async () => {
    const said = askedOf ? askedOf(form.said.value) : form.said.value
    const asked = askedBy(form, contract, { ...said, ...fixed })
    if (!asked) return { ok: false }
    const reply = await running.run(asked)
    if (!reply.ok) return reply
    await form.empty()
    props.done?.(reply.output)
    return reply
  }
  const done = text.has(`${name}.done`) ? { done: text(`${name}.done`) } : {}
  const asks = form.parts.length > 0 || beside !== undefined || text.has(`${name}.lead`)
  return (
    <Act
      slice={slice}
      title={text(`${name}.title`)}
      running={running}
      act={act}
      variant={variant}
      startsOpen={startsOpen}
      {...(close ? { close } : {})}
      {...done}
    >
      {asks ? (
        <>
          {text.has(`${name}.lead`) && <p className="sf-second">{text(`${name}.lead`)}</p>}
          {beside?.(form)}
          <FormFields
            slice={slice}
            parts={form.parts}
            typed={form.typed}
            change={form.change}
            options={options}
            lacking={form.pointed}
          />
        </>
      ) : undefined}
    </Act>
  )
}
