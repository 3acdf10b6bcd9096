/** A foreseen "no" of the domain: a value, answered as 409 with its code (404 when the code ends in `_unknown`). */
export type Refused<Code extends string = string> = { readonly ok: false; readonly refusal: Code }

/** Refuses with a code that the operation's contract must list. */
export function refuse<const Code extends string>(refusal: Code): Refused<Code> {
  return { ok: false, refusal }
}
