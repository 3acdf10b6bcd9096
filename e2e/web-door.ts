// Serves the built web beside the API of a house, as the real server does: a nonce and the policy with each page.
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { extname, join, normalize } from 'node:path'
import { serve } from '@hono/node-server'
import type { Hono } from 'hono'

const dist = join(import.meta.dirname, '..', 'web', 'dist')
const types: Record<string, string> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

export function serveHouse(app: Hono, port = 0): Promise<{ origin: string; close: () => void }> {
  const fetch = (request: Request): Response | Promise<Response> => {
    const path = normalize(new URL(request.url).pathname)
    if (path.startsWith('/api/')) return app.fetch(request)
    const file = join(dist, path)
    if (path !== '/' && file.startsWith(dist) && existsSync(file) && extname(file) in types)
      return new Response(readFileSync(file), { headers: { 'content-type': types[extname(file)]! } })
    const nonce = randomBytes(16).toString('base64')
    const page = readFileSync(join(dist, 'index.html'), 'utf8').replaceAll('__NONCE__', nonce)
    return new Response(page, {
      headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy(nonce) },
    })
  }
  return new Promise((ready) => {
    const server = serve({ fetch, port, hostname: '127.0.0.1' }, ({ port: at }) =>
      ready({ origin: `http://127.0.0.1:${at}`, close: () => server.close() }),
    )
  })
}

const policy = (nonce: string) =>
  `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self'; font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; media-src 'self' blob:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`
