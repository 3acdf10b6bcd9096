import { access } from '#access'
import { registry } from '#registry'
import type { Slice } from '#kernel/slice'

/** The rooms of the house, one line each, in the order in which one may call another. */
export const slices: readonly Slice[] = [access, registry]
