import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

// While developing there is one fixed nonce; the built page carries `__NONCE__`, which the server replaces in each answer.
const nonceOfDevelopment = 'c29sZmVyaW5v'
const policyOfDevelopment = (port: number) =>
  [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonceOfDevelopment}'`,
    `style-src 'self' 'nonce-${nonceOfDevelopment}'`,
    "img-src 'self'",
    "font-src 'self'",
    `connect-src 'self' ws://127.0.0.1:${port}`,
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')

const port = 5173

export default defineConfig(({ command }) => ({
  plugins: [react()],
  html: { cspNonce: command === 'serve' ? nonceOfDevelopment : '__NONCE__' },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
    // zod and its first word (`kernel/jitless.ts`) are one chunk: contracts that several rooms share make chunks of their
    // own, which run before the program's first line, and would otherwise make zod try `eval`.
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: 'zod', test: /kernel.jitless|node_modules.zod/ }] } },
    },
  },
  server: {
    host: '127.0.0.1',
    port,
    headers: { 'content-security-policy': policyOfDevelopment(port) },
    proxy: { '/api': 'http://127.0.0.1:8080' },
  },
}))
