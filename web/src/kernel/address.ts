import { useParams } from '@tanstack/react-router'

/** The part of the address that a route calls `$id`; undefined where the route has none. */
export function useAddressed(): string | undefined {
  const { id }: { readonly id?: string } = useParams({ strict: false })
  return id
}
