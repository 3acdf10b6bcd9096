// An office of one context whose every call is heard: what was asked, and what was answered, in places instead of ids.
import * as access from './access/contract.ts'
import { addLink } from './access/sessions.ts'
import type { Operation } from './kernel/operation.ts'
import type { TestHouse } from './kernel/test.ts'
import { type Caller, callerWith, type Stage } from './start/world/caller.ts'
import { stageOf } from './start/world/invent.samples.ts'
import type { Seen } from './twins-seen.samples.ts'

/** An answer as a world gave it, by the name of what was asked. */
export type Heard = { readonly asked: string; readonly status: number; readonly body: unknown }

/** Writes down what a house answers. */
export class Hearing {
  readonly heard: Heard[] = []
  readonly #house: TestHouse
  readonly #seen: Seen
  readonly #paths: readonly { readonly method: string; readonly path: RegExp; readonly name: string }[]

  constructor(house: TestHouse, seen: Seen) {
    this.#house = house
    this.#seen = seen
    this.#paths = house.house.handlers.map(({ contract }) => ({
      method: contract.method.toUpperCase(),
      path: new RegExp(`^/api${contract.path.replaceAll(/:\w+/gu, '[^/]+')}$`, 'u'),
      name: contract.name,
    }))
  }

  /** The stage of a play, heard. */
  get stage(): Stage {
    return { ...stageOf(this.#house), fetch: (request) => this.#fetch(request) }
  }

  /** Somebody who holds a token, heard. */
  callerOf(token: string, person = ''): Caller {
    return callerWith(this.stage, token, person)
  }

  async #fetch(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url)
    const { method } = request
    // An address of its own before one with a place for an id.
    const fit = this.#paths.filter((one) => one.method === method && one.path.test(pathname))
    const name = (fit.find(({ path }) => !path.source.includes('[^/]+')) ?? fit[0])?.name ?? pathname
    const response = await this.#house.app.request(request)
    const body: unknown = await response.clone().json()
    this.heard.push({ asked: name, status: response.status, body: this.#seen.normal(body, name.split('.')[0]) })
    return response
  }
}

const posts = {
  officer: 'tracing_officer',
  intake: 'intake',
  one: 'matching_reviewer',
  two: 'matching_reviewer',
  three: 'matching_reviewer',
  transmission: 'transmission_officer',
  registrar: 'transmission_officer',
  liaison: 'nib_liaison',
  lead: 'protection_lead',
  head: 'head',
  data: 'data_protection_officer',
} as const
export type Post = keyof typeof posts

/** The people of one context, each in a session, and what they stand in. */
export type Office = Readonly<Record<Post, Caller>> & {
  readonly house: TestHouse
  readonly hearing: Hearing
  readonly context: string
  readonly party: string
  /** The other party of the context. */
  readonly other: string
  readonly administrators: readonly [Caller, Caller]
  /** Somebody signed in for the guided walk. */
  readonly walker: Caller
}

/** Whose tokens they are, whoever listens. */
export type People = {
  readonly tokens: Readonly<Record<Post, { readonly person: string; readonly token: string }>>
  readonly administrators: readonly [string, string]
  readonly walk: string
}

/** People of a context are taken on, two administrators, and a link to walk with. */
export async function takeOn(house: TestHouse, at: { context: string; party: string }): Promise<People> {
  const { context, party } = at
  const tokens: Partial<Record<Post, { person: string; token: string }>> = {}
  for (const [post, role] of Object.entries(posts))
    tokens[post as Post] = await house.as(role, { context, channel: role === 'nib_liaison' ? party : null })
  const one = await house.as('administrator', { context: null })
  const two = await house.as('administrator', { context: null })
  let walk = ''
  await house.house.asPrincipal('console', 'console.issueLinks', async (within) => {
    walk = (await addLink(within, tokens.liaison!.person, 'walk', true)).token
    return []
  })
  return { tokens: tokens as People['tokens'], administrators: [one.token, two.token], walk }
}

/** The same people, heard by whoever listens. Walks in by the link, which works once. */
export async function officeOf(
  people: People,
  at: { house: TestHouse; hearing: Hearing; context: string; party: string; other: string },
): Promise<Office> {
  const { hearing, house } = at
  const callers = Object.entries(people.tokens).map(([post, { token, person }]) => [
    post,
    hearing.callerOf(token, person),
  ])
  const signedIn = await house.app.request(`/api${access.signIn.path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token: people.walk }),
  })
  const cookie = /solferino=([^;]+)/u.exec(signedIn.headers.get('set-cookie') ?? '')?.[1] ?? ''
  const [one, two] = people.administrators
  return {
    ...(Object.fromEntries(callers) as Record<Post, Caller>),
    ...at,
    administrators: [hearing.callerOf(one), hearing.callerOf(two)],
    walker: hearing.callerOf(cookie),
  }
}

/** Which operations were answered well. */
export function succeededIn(heard: readonly Heard[]): Set<Operation['name']> {
  return new Set(heard.filter(({ status }) => status === 200).map(({ asked }) => asked))
}
