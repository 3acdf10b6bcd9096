import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { OpenDatabase } from './db.ts'

const sources = join(import.meta.dirname, '..')

export type Migration = { readonly name: string; readonly text: string; readonly sha256: string }

/** Every slice's migrations in the order of their numbers, which are unique in the house. */
export function readMigrations(folder = sources): Migration[] {
  const found = globSync('*/migrations/*.sql', { cwd: folder }).map((path) => {
    const text = readFileSync(join(folder, path), 'utf8')
    return { name: basename(path), text, sha256: createHash('sha256').update(text).digest('hex') }
  })
  return found.sort((a, b) => (a.name < b.name ? -1 : 1))
}

export class MigrationChanged extends Error {}

/** Applies what was not applied yet, once, in order, each in a transaction, as the owner. Gives the names applied. */
export async function migrate(database: OpenDatabase, migrations = readMigrations()): Promise<string[]> {
  const client = await database.pool.connect()
  const applied: string[] = []
  try {
    await client.query('select pg_advisory_lock(485900)')
    await client.query(
      'create table if not exists public.migration (name text primary key, sha256 text not null, at timestamptz not null default now())',
    )
    const { rows } = await client.query<{ name: string; sha256: string }>('select name, sha256 from public.migration')
    const known = new Map(rows.map((row) => [row.name, row.sha256]))
    for (const { name, text, sha256 } of migrations) {
      const before = known.get(name)
      if (before === sha256) continue
      if (before) throw new MigrationChanged(`${name} was applied in another form: this database is of another build`)
      await client.query('begin')
      try {
        await client.query(text)
        await client.query('insert into public.migration (name, sha256) values ($1, $2)', [name, sha256])
        await client.query('commit')
      } catch (error) {
        await client.query('rollback')
        throw error
      }
      applied.push(name)
    }
    if (applied.length > 0) await client.query(grants)
    return applied
  } finally {
    await client.query('select pg_advisory_unlock(485900)').catch(() => {})
    client.release()
  }
}

// The role of every request owns nothing; of the log it may only append.
const grants = `
do $$ declare one text; begin
  for one in select nspname from pg_namespace where nspname !~ '^(pg_|information_schema$|public$)' loop
    execute format('grant usage on schema %I to solferino_app', one);
    execute format('grant select, insert, update, delete on all tables in schema %I to solferino_app', one);
  end loop;
end $$;
revoke all on kernel.root_wrap from solferino_app;
revoke update, delete on kernel.leaf, kernel.outbox, kernel.head, kernel.installation from solferino_app;
revoke update on kernel.leaf_salt, kernel.salt, kernel.compartment_key from solferino_app;
`
