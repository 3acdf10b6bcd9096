// What stands in many places of an OpenAPI page stands there once, and is pointed at.
import { createHash } from 'node:crypto'

const shortest = 200

/** The paths with every schema that stands in them more than once taken out, and the schemas by their names. */
export function shareSchemas(paths: unknown): { paths: unknown; schemas: Record<string, unknown> } {
  const times = new Map<string, number>()
  count(paths, times)
  const schemas: Record<string, unknown> = {}
  return { paths: replace(paths, { times, schemas }), schemas: inOrder(schemas) }
}

function count(value: unknown, times: Map<string, number>): void {
  if (typeof value !== 'object' || value === null) return
  if (isSchema(value)) {
    const text = JSON.stringify(value)
    const seen = times.get(text) ?? 0
    times.set(text, seen + 1)
    // What lies in a schema that was seen before was counted with it.
    if (seen > 0) return
  }
  for (const one of Object.values(value)) count(one, times)
}

type Sharing = { readonly times: ReadonlyMap<string, number>; readonly schemas: Record<string, unknown> }

function replace(value: unknown, sharing: Sharing): unknown {
  if (Array.isArray(value)) return value.map((one) => replace(one, sharing))
  if (typeof value !== 'object' || value === null) return value
  const inside = () => Object.fromEntries(Object.entries(value).map(([key, one]) => [key, replace(one, sharing)]))
  if (!isSchema(value)) return inside()
  const text = JSON.stringify(value)
  if (text.length < shortest || (sharing.times.get(text) ?? 0) < 2) return inside()
  const name = `S${createHash('sha256').update(text).digest('hex').slice(0, 10)}`
  if (!(name in sharing.schemas)) {
    sharing.schemas[name] = null
    sharing.schemas[name] = inside()
  }
  return { $ref: `#/components/schemas/${name}` }
}

function isSchema(value: object): boolean {
  return ('type' in value && typeof value.type === 'string') || 'anyOf' in value || 'oneOf' in value
}

function inOrder(schemas: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(schemas).sort(([a], [b]) => (a < b ? -1 : 1)))
}
