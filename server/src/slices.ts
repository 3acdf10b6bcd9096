import { access } from '#access'
import { audit } from '#audit'
import { dialogue } from '#dialogue'
import { disclosure } from '#disclosure'
import { intake } from '#intake'
import type { Slice } from '#kernel/slice'
import { matching } from '#matching'
import { registry } from '#registry'
import { tracing } from '#tracing'

/** The rooms of the house, one line each, in the order in which one may call another. */
export const slices: readonly Slice[] = [access, audit, registry, intake, tracing, matching, disclosure, dialogue]
