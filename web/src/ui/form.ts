import { useState } from 'react'
import type { z } from 'zod'
import type { DraftState } from '#kernel/draft.ts'
import { useDraft } from '#kernel/draft.ts'
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
  readonly point: () => void
  readonly empty: () => Promise<void>
  /** Where it stands with keeping it; null for a short form, which is not kept. */
  readonly kept: DraftState | null
}

type FormOptions = { readonly leftOut?: readonly string[]; readonly start?: TypedGroup }

/** A short form, which lives as long as it is open. */
export function useForm(schema: z.ZodObject, { leftOut = [], start = {} }: FormOptions = {}): Form {
  const parts = partsOf(schema, leftOut)
  const [typed, setTyped] = useState<TypedGroup>(() => ({ ...emptyParts(parts), ...start }))
  const [isPointed, setPointed] = useState(false)
  const said = saidParts(parts, typed)
  return {
    parts,
    typed,
    change: (name, next) => setTyped((was) => ({ ...was, [name]: next })),
    said,
    pointed: isPointed ? said.lacking : [],
    point: () => setPointed(true),
    empty: () => {
      setTyped({ ...emptyParts(parts), ...start })
      setPointed(false)
      return Promise.resolve()
    },
    kept: null,
  }
}

const parse = (content: unknown): TypedGroup | null => TypedKept.safeParse(content).data ?? null

/** A long form, kept sealed on the server under this name as it is typed. */
export function useKeptForm(name: string, schema: z.ZodObject, { leftOut = [], start = {} }: FormOptions = {}): Form {
  const parts = partsOf(schema, leftOut)
  const blank = { ...emptyParts(parts), ...start }
  const draft = useDraft<TypedGroup>(name, blank, parse)
  const [isPointed, setPointed] = useState(false)
  // What was kept by an older form may lack a field.
  const typed = { ...blank, ...draft.content }
  const said = saidParts(parts, typed)
  return {
    parts,
    typed,
    change: (field, next) => draft.change({ [field]: next }),
    said,
    pointed: isPointed ? said.lacking : [],
    point: () => setPointed(true),
    empty: async () => {
      setPointed(false)
      await draft.discard()
    },
    kept: draft.state,
  }
}
