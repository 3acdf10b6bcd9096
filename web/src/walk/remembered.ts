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

const seen = { list: /^\/intake\/(NM-\w+)/, request: /^\/tracing\/([A-Z]+-\w+)/ } as const

/** What the address of a screen says of the list and the request of this walk. */
export function noted(was: Remembered, path: string): Remembered {
  const list = was.list ?? seen.list.exec(path)?.[1]
  const request = was.request ?? seen.request.exec(path)?.[1]
  if (list === was.list && request === was.request) return was
  return { ...was, ...(list === undefined ? {} : { list }), ...(request === undefined ? {} : { request }) }
}
