import { createHash } from 'node:crypto'
import { Hono } from 'hono'
import type { z } from 'zod'
import { inputHeader } from './client.ts'
import { DatabaseBusy, DatabaseFull, DatabaseLost, DatabaseTimeout } from './database/errors.ts'
import { FileTooLarge, type StagedFile } from './files.ts'
import type { Handler } from './handler.ts'
import type { House, Outcome } from './house.ts'
import { traceOf } from './log.ts'

const bodyBytesMax = 1 << 20

/** A problem as the wire carries it (RFC 9457), told apart by `code`. */
type Problem = {
  readonly status: number
  readonly code: string
  readonly issues?: readonly { readonly path: string; readonly code: string; readonly message: string }[]
  readonly reference?: string
}

/** The one path of every request: what it is, what it says, who asks, whether they may, the handler, the answer. */
export function createHttp(house: House, options: { secureCookie: boolean }): Hono {
  const app = new Hono()
  const cookieName = options.secureCookie ? '__Host-solferino' : 'solferino'

  for (const handler of house.handlers) {
    const { contract } = handler
    app.on(contract.method, `/api${contract.path}`, async (context) => {
      const { req } = context
      const started = performance.now()
      let staged: StagedFile | null = null
      const respond = (response: Response) => {
        house.log({
          event: 'request',
          operation: contract.name,
          status: response.status,
          milliseconds: Math.round(performance.now() - started),
        })
        return response
      }
      try {
        const token = tokenOf(req.raw, cookieName)
        if (!token && contract.needs !== 'open') return respond(problem({ status: 401, code: 'signed_out' }))
        if (contract.kind === 'command' && isForeign(req.raw)) return respond(problem({ status: 403, code: 'foreign' }))
        const raw: Record<string, unknown> = { ...req.query(), ...req.param() }
        if (contract.uploadBytesMax !== undefined) {
          // The body is taken in only after the input has been found good.
          const given = inputOfHeader(req.header(inputHeader))
          for (const [key, value] of Object.entries(given)) if (!(key in req.param())) raw[key] = value
        } else if (contract.method === 'post') {
          const body = await readBody(req.raw)
          if (body.problem) return respond(problem(body.problem))
          for (const [key, value] of Object.entries(body.value)) if (!(key in req.param())) raw[key] = value
        }
        const input = contract.input.strict().safeParse(raw)
        if (!input.success) return respond(problem({ status: 422, code: 'invalid', issues: issuesOf(input.error) }))
        const tokenHash = token ? hashToken(token) : null
        if (contract.uploadBytesMax !== undefined) {
          if (req.header('content-type') !== 'application/octet-stream')
            return respond(problem({ status: 415, code: 'wrong_type' }))
          staged = await house.files.stage(req.raw.body ?? emptyStream(), contract.uploadBytesMax)
        }
        const outcome = await house.invoke(handler, input.data, { tokenHash, token, upload: staged })
        if (staged && outcome.result.ok) staged = null
        return respond(toResponse(handler, outcome, { cookieName, secure: options.secureCookie }))
      } catch (error) {
        return respond(problem(problemOf(error, house, contract.name)))
      } finally {
        if (staged) await house.files.discard(staged)
      }
    })
  }

  // A path that is not there and one that may not be asked look the same; without a session both say so first.
  app.all('/api/*', (context) => {
    const token = tokenOf(context.req.raw, cookieName)
    return problem(token ? { status: 404, code: 'not_found' } : { status: 401, code: 'signed_out' })
  })
  return app
}

function toResponse(handler: Handler, { result }: Outcome, cookie: { cookieName: string; secure: boolean }): Response {
  if (!result.ok) {
    if (result.refusal === 'signed_out') return problem({ status: 401, code: 'signed_out' })
    const absent = result.refusal === 'not_found' || result.refusal.endsWith('_unknown')
    return problem({ status: absent ? 404 : 409, code: result.refusal })
  }
  // Parsing the output drops whatever the contract does not name: a field too many cannot leave by accident.
  const body = JSON.stringify(handler.contract.output.parse(result.output))
  const headers = new Headers({ 'content-type': 'application/json', 'cache-control': 'no-store' })
  if (result.session !== undefined) headers.append('set-cookie', cookieFor(result.session, cookie))
  if (result.session === null) headers.set('clear-site-data', '"cache", "cookies", "storage"')
  return new Response(body, { status: 200, headers })
}

function cookieFor(token: string | null, { cookieName, secure }: { cookieName: string; secure: boolean }): string {
  const life = token === null ? '; Max-Age=0' : '; Max-Age=43200'
  return `${cookieName}=${token ?? ''}; Path=/; HttpOnly; SameSite=Strict${life}${secure ? '; Secure' : ''}`
}

function tokenOf(request: Request, cookieName: string): string | null {
  const bearer = /^Bearer ([\w-]{20,200})$/.exec(request.headers.get('authorization') ?? '')?.[1]
  if (bearer) return bearer
  for (const part of (request.headers.get('cookie') ?? '').split(/;\s*/)) {
    const [name, value] = part.split('=')
    if (name === cookieName && value) return value
  }
  return null
}

/** Only the hash of a session's token is ever stored. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** A page of another site sends Sec-Fetch-Site; programs without a browser send none and hold no cookie by themselves. */
function isForeign(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site')
  return site !== null && site !== 'same-origin'
}

async function readBody(
  request: Request,
): Promise<{ problem: Problem; value?: never } | { problem?: never; value: object }> {
  const type = request.headers.get('content-type')
  if (type !== 'application/json' && type !== 'application/json; charset=utf-8')
    return { problem: { status: 415, code: 'wrong_type' } }
  const parts: Uint8Array[] = []
  let bytes = 0
  for await (const part of request.body ?? emptyStream()) {
    bytes += part.length
    if (bytes > bodyBytesMax) return { problem: { status: 413, code: 'too_large' } }
    parts.push(part)
  }
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts)))
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { value }
  } catch {
    // Not JSON, or not UTF-8: said below, with nothing of it repeated.
  }
  return {
    problem: { status: 422, code: 'invalid', issues: [{ path: '', code: 'not_json', message: 'not a JSON object' }] },
  }
}

/** The input of an upload; one that cannot be read says nothing, and the contract then names what is missing. */
function inputOfHeader(text: string | undefined): object {
  try {
    const bytes = Buffer.from(text ?? '', 'base64url')
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}
  } catch {
    return {}
  }
}

async function* emptyStream(): AsyncGenerator<Uint8Array> {}

function issuesOf(error: z.ZodError) {
  return error.issues
    .slice(0, 100)
    .map((issue) => ({ path: issue.path.join('.'), code: issue.code, message: issue.message }))
}

function problemOf(error: unknown, house: House, operation: string): Problem {
  if (error instanceof DatabaseBusy || error instanceof DatabaseLost || error instanceof DatabaseTimeout)
    return { status: 503, code: 'busy' }
  if (error instanceof DatabaseFull) return { status: 507, code: 'full' }
  if (error instanceof FileTooLarge) return { status: 413, code: 'too_large' }
  const reference = house.ids.id()
  house.log({ event: 'broken', operation, reference, ...traceOf(error) })
  return { status: 500, code: 'broken', reference }
}

/** An answer that is a problem. Its text is for programs; people read the words that the web has for its code. */
export function problem({ status, code, ...rest }: Problem): Response {
  const headers = new Headers({ 'content-type': 'application/problem+json', 'cache-control': 'no-store' })
  if (status === 503) headers.set('retry-after', '2')
  return new Response(JSON.stringify({ type: 'about:blank', status, code, ...rest }), { status, headers })
}
