import type { z } from 'zod'

type Shape = Readonly<Record<string, z.ZodType>>

type Declared<Name extends string, Input extends Shape, Output extends z.ZodType, Refusal extends string> = {
  /** `slice.verbNoun`: also the name of its file, screen, text keys, test and command. */
  readonly name: Name
  /** Below `/api`; `:id` takes the input field of that name. */
  readonly path: `/${string}`
  /** The capability asked of the actor; `self` is any signed-in person, `open` is anyone. */
  readonly needs: string
  readonly input: z.ZodObject<Input>
  readonly output: Output
  readonly refusals: readonly Refusal[]
  /**
   * Takes a file as its body, at most so many bytes. What is not in its path then stands in a header, for an address may
   * be kept by whoever passes it on.
   */
  readonly uploadBytesMax?: number
}

export type Command<
  Name extends string = string,
  Input extends Shape = Shape,
  Output extends z.ZodType = z.ZodType,
  Refusal extends string = string,
> = Declared<Name, Input, Output, Refusal> & { readonly kind: 'command'; readonly method: 'post' }

export type Query<
  Name extends string = string,
  Input extends Shape = Shape,
  Output extends z.ZodType = z.ZodType,
  Refusal extends string = string,
> = Declared<Name, Input, Output, Refusal> & { readonly kind: 'query'; readonly method: 'get' | 'post' }

export type Operation = Command | Query
export type InputOf<Contract extends Operation> = z.output<Contract['input']>
export type AskedOf<Contract extends Operation> = z.input<Contract['input']>
export type OutputOf<Contract extends Operation> = z.output<Contract['output']>
export type RefusalOf<Contract extends Operation> = Contract['refusals'][number]

/** Declares an operation that changes something: a POST that leaves at least one event. */
export function command<
  const Name extends string,
  Input extends Shape,
  Output extends z.ZodType,
  const Refusal extends string,
>(declared: Declared<Name, Input, Output, Refusal>): Command<Name, Input, Output, Refusal> {
  return { ...declared, kind: 'command', method: 'post' }
}

/**
 * Declares an operation that only reads. It is a GET whose remaining input stands in the address, so nothing personal
 * may be in its input; a question with content in it (a name searched) declares `method: 'post'`.
 */
export function query<
  const Name extends string,
  Input extends Shape,
  Output extends z.ZodType,
  const Refusal extends string,
>(
  declared: Declared<Name, Input, Output, Refusal> & { readonly method?: 'post' },
): Query<Name, Input, Output, Refusal> {
  return { ...declared, kind: 'query', method: declared.method ?? 'get' }
}
