import { z } from 'zod'

/** Where something was said. A box that is not ticked would say "in confidence" of what nobody was asked about. */
export const SaidWhere = z.enum(['in_public', 'in_confidence'])

export function isPublic(said: unknown): boolean {
  return said === 'in_public'
}
