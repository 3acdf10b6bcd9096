import { createHash } from 'node:crypto'

// The form of the log that the outside verifier checks too (cli/src/audit-verify.ts states it again, on purpose:
// a verifier that shares code with what it verifies proves less). RFC 9162 section 2.1 for the tree.

export type ChainedLeaf = {
  readonly chain: string
  readonly position: number
  readonly number: number
  readonly at: string
  readonly actor: string
  readonly operation: string
  readonly type: string
  readonly subject: string
  /** SHA-256 of salt and data, hex. */
  readonly digest: string
  /** Hash of the leaf before it in its chain, hex; 64 zeros for the first. */
  readonly previous: string
}

export const noLeaf = '0'.repeat(64)

/** SHA-256 over 0x00 and the leaf's values as one JSON array: domain-separated from the nodes of the tree. */
export function leafHash(leaf: ChainedLeaf): Buffer {
  const { chain, position, number, at, actor, operation, type, subject, digest, previous } = leaf
  const text = JSON.stringify([chain, position, number, at, actor, operation, type, subject, digest, previous])
  return sha256(Buffer.of(0), Buffer.from(text))
}

/** The Merkle tree of one chain, grown leaf by leaf: the roots of its full subtrees, largest first. */
export class MerkleTree {
  readonly #peaks: { height: number; hash: Buffer }[] = []
  size = 0

  append(hash: Buffer): void {
    let node = { height: 0, hash }
    for (let last = this.#peaks.at(-1); last && last.height === node.height; last = this.#peaks.at(-1)) {
      this.#peaks.pop()
      node = { height: node.height + 1, hash: sha256(Buffer.of(1), last.hash, node.hash) }
    }
    this.#peaks.push(node)
    this.size += 1
  }

  /** Merkle tree hash of everything appended; of nothing it is SHA-256 of the empty string. */
  root(): Buffer {
    if (this.#peaks.length === 0) return sha256()
    return this.#peaks.map((peak) => peak.hash).reduceRight((right, left) => sha256(Buffer.of(1), left, right))
  }
}

/** The signed text of a head: installation and chain, size, root, instant (C2SP checkpoint form, our origin). */
export function headText(installation: string, chain: string, tree: MerkleTree, at: string): string {
  return `solferino/${installation}/${chain}\n${tree.size}\n${tree.root().toString('base64')}\n${at}\n`
}

export function sha256(...parts: Uint8Array[]): Buffer {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}
