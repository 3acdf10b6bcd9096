import type { AskedOf, Operation, OutputOf, RefusalOf } from './operation.ts'

/** Codes any operation may answer with, besides its own refusals. */
export type KernelCode =
  | 'signed_out'
  | 'not_found'
  | 'foreign'
  | 'invalid'
  | 'wrong_type'
  | 'too_large'
  | 'busy'
  | 'sealed'
  | 'full'
  | 'broken'
  | 'unreachable'

export type Issue = { readonly path: string; readonly code: string; readonly message: string }

export type Reply<Contract extends Operation> =
  | { readonly ok: true; readonly output: OutputOf<Contract> }
  | {
      readonly ok: false
      readonly code: RefusalOf<Contract> | KernelCode
      readonly issues: readonly Issue[]
      readonly reference: string | null
    }

/** Where the input of an upload stands: JSON, UTF-8, base64url. */
export const inputHeader = 'solferino-input'

export type Sender = (path: string, init: RequestInit) => Promise<Response>

/**
 * Calls an operation: typed by its contract, for web, command line and tests. A lost connection is the code
 * `unreachable`; nothing is thrown for what a server may answer.
 */
export async function call<Contract extends Operation>(
  send: Sender,
  contract: Contract,
  asked: AskedOf<Contract>,
  upload?: RequestInit['body'],
): Promise<Reply<Contract>> {
  const rest: Record<string, unknown> = { ...(asked as Record<string, unknown>) }
  const path = contract.path.replace(/:(\w+)/g, (_whole, key: string) => {
    const value = String(rest[key])
    delete rest[key]
    return encodeURIComponent(value)
  })
  const inAddress = contract.method === 'get'
  const address = inAddress ? `/api${path}${queryOf(rest)}` : `/api${path}`
  const init: RequestInit = { method: contract.method.toUpperCase() }
  if (contract.uploadBytesMax !== undefined) {
    init.body = upload ?? null
    init.headers = { 'content-type': 'application/octet-stream', [inputHeader]: headerText(rest) }
  } else if (!inAddress) {
    init.body = JSON.stringify(rest)
    init.headers = { 'content-type': 'application/json' }
  }
  let response: Response
  try {
    response = await send(address, init)
  } catch {
    return { ok: false, code: 'unreachable', issues: [], reference: null }
  }
  const body = (await response.json().catch(() => ({ code: 'broken' }))) as Record<string, unknown>
  if (response.ok) return { ok: true, output: contract.output.parse(body) as OutputOf<Contract> }
  return {
    ok: false,
    code: body['code'] as RefusalOf<Contract> | KernelCode,
    issues: (body['issues'] as Issue[] | undefined) ?? [],
    reference: (body['reference'] as string | undefined) ?? null,
  }
}

function headerText(rest: Record<string, unknown>): string {
  const bytes = new TextEncoder().encode(JSON.stringify(rest))
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '')
}

function queryOf(rest: Record<string, unknown>): string {
  const query = new URLSearchParams()
  for (const [key, value] of Object.entries(rest))
    if (value !== undefined && value !== null) query.set(key, `${value as string | number | boolean}`)
  const text = query.toString()
  return text && `?${text}`
}
