import type { z } from 'zod'
import { contextsOf } from '#access'
import type { Context, Event } from '#kernel/handler'
import { refuse, type Refused } from '#kernel/result'
import { addConsent } from './history.ts'
import type { ConsentAsked } from './shapes.ts'
import type { Request } from './store.ts'

/** Records a consent. Sharing with a party names one of this conflict's parties; no other purpose names one. */
export async function record(
  context: Context,
  request: Request,
  asked: z.output<typeof ConsentAsked>,
): Promise<{ ok: true; consent: string; event: Event } | Refused<'recipient_unfit'>> {
  if (asked.purpose !== 'share_party') {
    if (asked.recipient !== null) return refuse('recipient_unfit')
  } else {
    const [of] = await contextsOf(context.tx, [request.context])
    if (!of?.parties.some((party) => party.id === asked.recipient)) return refuse('recipient_unfit')
  }
  const consent = await addConsent(context, request, asked)
  const { purpose, recipient, basis } = asked
  const data = { consent, purpose, recipient, basis }
  const event = { type: 'tracing.consentGiven', subject: request.id, compartment: request.compartment, data }
  return { ok: true, consent, event }
}
