import { createHash, randomBytes } from 'node:crypto'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { gzipSync } from 'node:zlib'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
}
const compressible = new Set(['.html', '.js', '.css', '.json', '.svg', '.webmanifest'])
const nonceMark = '__NONCE__'

type Asset = {
  readonly body: Uint8Array<ArrayBuffer>
  readonly packed: Uint8Array<ArrayBuffer> | null
  readonly type: string
  readonly tag: string
}

/** The built web application, held in memory, and the headers that every answer of the house carries. */
export type Web = { answer(request: Request): Response; dress(response: Response): Response }

/** Reads the folder that `vite build` wrote. Any path that is no file is the application's own and gets its one page. */
export function openWeb(folder: string, options: { tls: boolean }): Web {
  const assets = new Map<string, Asset>()
  for (const path of existsSync(folder) ? globSync('**/*.*', { cwd: folder }) : []) {
    const body = new Uint8Array(readFileSync(join(folder, path)))
    const kind = extname(path)
    const packed = compressible.has(kind) && kind !== '.html' ? new Uint8Array(gzipSync(body)) : null
    const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
    assets.set(`/${path}`, { body, packed, type: types[kind] ?? 'application/octet-stream', tag })
  }
  const page = assets.get('/index.html')
  const html = page ? new TextDecoder().decode(page.body) : notBuilt
  assets.delete('/index.html')

  const dress = (response: Response, nonce = newNonce()): Response => {
    for (const [name, value] of Object.entries(headersOf(nonce, options.tls)))
      if (!response.headers.has(name)) response.headers.set(name, value)
    return response
  }
  return {
    dress: (response) => dress(response),
    answer: (request) => {
      const { pathname } = new URL(request.url)
      if (request.method !== 'GET' && request.method !== 'HEAD') return dress(new Response(null, { status: 405 }))
      const asset = assets.get(pathname)
      if (asset) return dress(assetResponse(asset, request, pathname))
      if (pathname.startsWith('/assets/')) return dress(new Response(null, { status: 404 }))
      const nonce = newNonce()
      const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }
      return dress(new Response(html.replaceAll(nonceMark, nonce), { headers }), nonce)
    },
  }
}

function assetResponse(asset: Asset, request: Request, pathname: string): Response {
  const { body, packed, type, tag } = asset
  // Vite names what it builds by its content, so such a file never changes under its name.
  const lasting = pathname.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'
  const headers = new Headers({ 'content-type': type, 'cache-control': lasting, etag: tag })
  if (request.headers.get('if-none-match') === tag) return new Response(null, { status: 304, headers })
  const zipped = packed !== null && (request.headers.get('accept-encoding') ?? '').includes('gzip')
  if (packed) headers.set('vary', 'accept-encoding')
  if (zipped) headers.set('content-encoding', 'gzip')
  return new Response(zipped ? packed : body, { headers })
}

function newNonce(): string {
  return randomBytes(18).toString('base64url')
}

/** security.md 0.9 and 3.10. Styles carry a nonce because Mantine writes some of them as it runs. */
function headersOf(nonce: string, tls: boolean): Readonly<Record<string, string>> {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "media-src 'self' blob:",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
  return {
    'content-security-policy': policy,
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    ...(tls ? { 'strict-transport-security': 'max-age=63072000; includeSubDomains' } : {}),
  }
}

const notBuilt =
  '<!doctype html><html lang="en"><meta charset="utf-8"><title>Solferino</title><p>The web application is not built here: start with <code>npm start</code>, or run <code>npx vite build web</code> first.'
