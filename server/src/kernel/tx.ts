import type { Kysely, Transaction } from 'kysely'
import type { SessionKeys } from './keyring.ts'
import type { Tables } from './tables.gen.ts'
import type { Vault } from './vault.ts'

const sealed = Symbol('the inside of a transaction')

type Inside = {
  readonly rows: Transaction<Tables>
  readonly vault: Vault
  /** What the asking session can open beyond the service class; null for background work, which never can. */
  keys: SessionKeys | null
}

/** A transaction as handlers hold it: opaque. A store opens the drawer of its own schema with `tablesOf`. */
export type Tx = { readonly [sealed]: Inside }

export type Schema = keyof Tables extends `${infer Name}.${string}` ? Name : never
type DrawerOf<Name extends Schema> = Pick<Tables, Extract<keyof Tables, `${Name}.${string}`>>

/** The tables of one schema, by type: another room's tables do not compile. */
export function tablesOf<const Name extends Schema>(_schema: Name) {
  return (tx: Tx): Kysely<DrawerOf<Name>> => tx[sealed].rows as unknown as Kysely<DrawerOf<Name>>
}

/** For the kernel only: wraps an open transaction. */
export function wrap(rows: Transaction<Tables>, vault: Vault): Tx {
  return { [sealed]: { rows, vault, keys: null } }
}

/** For the kernel only. */
export function insideOf(tx: Tx): Inside {
  return tx[sealed]
}
