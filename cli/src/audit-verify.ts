import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto'

// The stand-alone verifier of an exported log. It shares no line with the server on purpose: what proves the server
// right must not be wrong in the same way. The form is described in docs/audit-log.md; the tree is RFC 9162 section 2.1.

export type Finding = { readonly code: string; readonly where: string; readonly text: string }
export type Verdict = {
  readonly installation: string
  /** SHA-256 of the key that signed the heads, to be compared with one that was noted earlier. */
  readonly keyFingerprint: string
  readonly leaves: number
  readonly chains: number
  readonly heads: number
  /** Leaves that no signed head covers yet, at the ends of their chains. */
  readonly unsigned: number
  readonly findings: readonly Finding[]
}

type Leaf = {
  chain: string
  position: number
  number: number
  at: string
  actor: string
  operation: string
  type: string
  subject: string
  digest: string
  previous: string
  hash: string
}
type Head = { chain: string; size: number; root: string; at: string; from: string; text: string; signature: Buffer }
type Chain = {
  last: string
  size: number
  peaks: { height: number; hash: Buffer }[]
  covered: number
  isBroken: boolean
}

const noLeaf = '0'.repeat(64)

export class NotALog extends Error {}

/**
 * Checks an exported log: every leaf's hash, its link to the one before, its number, and the root and signature of every
 * head, from the export and from copies kept elsewhere. `lines` is called twice and gives the export's lines each time.
 * Findings come in the order of the log; the first names the first leaf that is not as it was signed.
 */
export async function verifyLog(lines: () => AsyncIterable<string>, keptHeads: string): Promise<Verdict> {
  const { installation, key, heads } = await readHeads(lines, keptHeads)
  const findings: Finding[] = []
  const bySize = new Map<string, Head[]>()
  for (const head of heads) {
    if (!verify(null, Buffer.from(head.text), key, head.signature))
      findings.push({
        code: 'head_forged',
        where: head.from,
        text: `the head of ${head.chain} at ${head.size} is not signed by this key`,
      })
    const at = `${head.chain} ${head.size}`
    bySize.set(at, [...(bySize.get(at) ?? []), head])
  }

  const chains = new Map<string, Chain>()
  let leaves = 0
  for await (const { value, place } of parsed(lines())) {
    if (value['kind'] !== 'leaf') continue
    leaves += 1
    const leaf = value as unknown as Leaf
    const chain = chains.get(leaf.chain) ?? { last: noLeaf, size: 0, peaks: [], covered: 0, isBroken: false }
    chains.set(leaf.chain, chain)
    const wrong = wrongWith(leaf, chain, leaves)
    // One finding a chain: after the first break every later link is broken by it.
    if (wrong && !chain.isBroken) {
      findings.push({ ...wrong, where: `leaf ${String(leaf.number)} (${place})` })
      chain.isBroken = true
    }
    chain.last = leaf.hash
    append(chain, Buffer.from(leaf.hash, 'hex'))
    for (const head of bySize.get(`${leaf.chain} ${chain.size}`) ?? []) {
      chain.covered = chain.size
      if (head.root !== rootOf(chain) && !chain.isBroken) {
        findings.push({
          code: 'head_differs',
          where: `leaf ${String(leaf.number)} (${place})`,
          text: `the chain ${leaf.chain} up to here is not what was signed at ${head.at} (${head.from})`,
        })
        chain.isBroken = true
      }
    }
  }
  for (const head of heads) {
    const size = chains.get(head.chain)?.size ?? 0
    if (head.size > size)
      findings.push({
        code: 'tail_cut',
        where: `after position ${size - 1} of ${head.chain}`,
        text: `${head.size - size} leaves are missing that were signed at ${head.at} (${head.from})`,
      })
  }
  const unsigned = [...chains.values()].reduce((sum, chain) => sum + chain.size - chain.covered, 0)
  const keyFingerprint = createHash('sha256')
    .update(key.export({ format: 'der', type: 'spki' }))
    .digest('hex')
  return { installation, keyFingerprint, leaves, chains: chains.size, heads: heads.length, unsigned, findings }
}

/** What is wrong with a leaf in its place, or null. */
function wrongWith(leaf: Leaf, chain: Chain, count: number): Omit<Finding, 'where'> | null {
  if (leaf.number !== count)
    return { code: 'number', text: `leaf ${count} was expected here: one is missing, doubled or moved` }
  if (leaf.position !== chain.size)
    return { code: 'position', text: `position ${chain.size} of ${leaf.chain} was expected here` }
  if (leaf.previous !== chain.last) return { code: 'link', text: 'it does not follow the leaf before it in its chain' }
  if (leaf.hash !== hashOf(leaf)) return { code: 'changed', text: 'something in it was changed: its hash does not fit' }
  return null
}

function hashOf(leaf: Leaf): string {
  const { chain, position, number, at, actor, operation, type, subject, digest, previous } = leaf
  const text = JSON.stringify([chain, position, number, at, actor, operation, type, subject, digest, previous])
  return hash(Buffer.of(0), Buffer.from(text)).toString('hex')
}

function append(chain: Chain, leafHash: Buffer): void {
  let node = { height: 0, hash: leafHash }
  for (let last = chain.peaks.at(-1); last?.height === node.height; last = chain.peaks.at(-1)) {
    chain.peaks.pop()
    node = { height: node.height + 1, hash: hash(Buffer.of(1), last.hash, node.hash) }
  }
  chain.peaks.push(node)
  chain.size += 1
}

function rootOf(chain: Chain): string {
  const root = chain.peaks.map((peak) => peak.hash).reduceRight((right, left) => hash(Buffer.of(1), left, right))
  return root.toString('base64')
}

async function readHeads(lines: () => AsyncIterable<string>, keptHeads: string) {
  let installation: string | null = null
  let key: KeyObject | null = null
  const heads: Head[] = []
  for await (const { value, place } of parsed(lines())) {
    if (value['kind'] === 'log' && value['form'] === 1) {
      installation = String(value['installation'])
      key = createPublicKey({ key: Buffer.from(String(value['key']), 'base64'), format: 'der', type: 'spki' })
    } else if (value['kind'] === 'head') heads.push(headOf(String(value['note']), installation, place))
    if (!installation)
      throw new NotALog('This is not an exported log: its first line should say which installation it is of.')
  }
  if (!installation || !key) throw new NotALog('The file is empty.')
  const notes = keptHeads.split(/(?=^solferino\/)/m).filter((note) => note.trim() !== '')
  for (const [index, note] of notes.entries()) heads.push(headOf(note, installation, `kept head ${index + 1}`))
  return { installation, key, heads }
}

/** A note: three lines of text and an instant, an empty line, and the signature of that text. */
function headOf(note: string, installation: string | null, from: string): Head {
  const found = /^((solferino\/\S+)\n(\d+)\n(\S+)\n(\S+)\n)\n— solferino (\S+)\s*$/.exec(note)
  const [, text = '', origin = '', size, root = '', at = '', signature = ''] = found ?? []
  const prefix = `solferino/${installation}/`
  if (!found || !origin.startsWith(prefix))
    return { chain: '?', size: 0, root: '', at: '', from, text: 'unreadable', signature: Buffer.alloc(64) }
  return {
    chain: origin.slice(prefix.length),
    size: Number(size),
    root,
    at,
    from,
    text,
    signature: Buffer.from(signature, 'base64'),
  }
}

async function* parsed(
  lines: AsyncIterable<string>,
): AsyncGenerator<{ value: Record<string, unknown>; place: string }> {
  let count = 0
  for await (const line of lines) {
    count += 1
    if (line.trim() === '') continue
    let value: unknown
    try {
      value = JSON.parse(line)
    } catch {
      throw new NotALog(`Line ${count} is not JSON.`)
    }
    if (typeof value !== 'object' || value === null) throw new NotALog(`Line ${count} is not an entry of a log.`)
    yield { value: value as Record<string, unknown>, place: `line ${count}` }
  }
}

function hash(...parts: Uint8Array[]): Buffer {
  const sum = createHash('sha256')
  for (const part of parts) sum.update(part)
  return sum.digest()
}
