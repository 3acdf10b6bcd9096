import { z } from 'zod'

/** Where the walk stands. Numbers only, in this tab only: the walk changes the person, and with them every page. */
const Remembered = z.object({
  step: z.number(),
  seed: z.number(),
  list: z.string().optional(),
  request: z.string().optional(),
})
export type Remembered = z.infer<typeof Remembered>

const key = 'solferino.walk'
const seeds = 2 ** 31

/** A walk at its beginning, with a person of its own. */
export function begun(): Remembered {
  return { step: 0, seed: (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) % seeds }
}

export function remembered(): Remembered {
  const kept = globalThis.sessionStorage.getItem(key)
  return kept === null ? begun() : Remembered.parse(JSON.parse(kept))
}

export function remember(next: Remembered): void {
  globalThis.sessionStorage.setItem(key, JSON.stringify(next))
}

const filed = {
  list: { from: '/intake/new', to: /^\/intake\/(NM-\w+)/ },
  request: { from: '/tracing/new', to: /^\/tracing\/([A-Z]+-\w+)/ },
} as const

/**
 * What coming from one screen to the next says of the list and the request of this walk: filing one leads to its page.
 * What is merely looked at is not the walk's. The last one filed counts.
 */
export function noted(was: Remembered, path: string, from: string): Remembered {
  const of = (what: keyof typeof filed) =>
    (from === filed[what].from ? filed[what].to.exec(path)?.[1] : undefined) ?? was[what]
  const [list, request] = [of('list'), of('request')]
  if (list === was.list && request === was.request) return was
  return { ...was, ...(list === undefined ? {} : { list }), ...(request === undefined ? {} : { request }) }
}
