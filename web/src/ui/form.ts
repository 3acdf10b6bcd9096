import { useState } from 'react'
import type { z } from 'zod'
import { askedFrom, type AskedOf, type Operation, wrongIn } from '#kernel/client.ts'
import { type DraftState, useDraft } from '#kernel/draft.ts'
import {
  emptyParts,
  type Part,
  partsOf,
  type Said,
  saidParts,
  type Typed,
  type TypedGroup,
  TypedKept,
} from '#ui/form-shape.ts'

/** A form as it stands: its parts, what is typed, what that says. */
export type Form = {
  readonly parts: readonly Part[]
  readonly typed: TypedGroup
  readonly change: (name: string, next: Typed) => void
  readonly said: Said
  /** Fields to point at: none before somebody has tried to send it. */
  readonly pointed: readonly string[]
  /** Points at what is lacking, and at these that the operation's own schema does not take. */
  readonly point: (wrong?: readonly string[]) => void
  readonly empty: () => Promise<void>
  /** Where it stands with keeping it; null for a short form, which is not kept. */
  readonly kept: DraftState | null
}

type FormOptions = { readonly leftOut?: readonly string[]; readonly start?: TypedGroup }

/** What the form asks of an operation, or null; then it points at the fields where something is missing or wrong. */
export function askedBy<Contract extends Operation>(
  form: Form,
  contract: Contract,
  asked: Readonly<Record<string, unknown>>,
): AskedOf<Contract> | null {
  form.point(form.said.lacking.length === 0 ? wrongIn(contract, asked) : [])
  return form.said.lacking.length === 0 ? askedFrom(contract, asked) : null
}

type Held = Pick<Form, 'parts' | 'typed' | 'change' | 'empty' | 'kept'>

/** What is pointed at, beside what is held. What was wrong is no longer pointed at once it is changed. */
function useForming({ parts, typed, change, empty, kept }: Held): Form {
  const [pointed, setPointed] = useState<readonly string[] | null>(null)
  const said = saidParts(parts, typed)
  return {
    parts,
    typed,
    change: (name, next) => {
      setPointed((was) => was && was.filter((one) => one !== name))
      change(name, next)
    },
    said,
    pointed: pointed === null ? [] : [...new Set([...said.lacking, ...pointed])],
    point: (wrong = []) => setPointed(wrong),
    empty: async () => {
      setPointed(null)
      await empty()
    },
    kept,
  }
}

/** A short form, which lives as long as it is open. */
export function useForm(schema: z.ZodObject, { leftOut = [], start = {} }: FormOptions = {}): Form {
  const parts = partsOf(schema, leftOut)
  const blank = { ...emptyParts(parts), ...start }
  const [typed, setTyped] = useState<TypedGroup>(blank)
  return useForming({
    parts,
    typed,
    change: (name, next) => setTyped((was) => ({ ...was, [name]: next })),
    empty: () => Promise.resolve(setTyped(blank)),
    kept: null,
  })
}

const parse = (content: unknown): TypedGroup | null => TypedKept.safeParse(content).data ?? null

/** A long form, kept sealed on the server under this name as it is typed. */
export function useKeptForm(name: string, schema: z.ZodObject, { leftOut = [], start = {} }: FormOptions = {}): Form {
  const parts = partsOf(schema, leftOut)
  const blank = { ...emptyParts(parts), ...start }
  const draft = useDraft<TypedGroup>(name, blank, parse)
  return useForming({
    parts,
    // What was kept by an older form may lack a field.
    typed: { ...blank, ...draft.content },
    change: (field, next) => draft.change({ [field]: next }),
    empty: draft.discard,
    kept: draft.state,
  })
}
