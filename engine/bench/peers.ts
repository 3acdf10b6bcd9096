/** Other systems that look names up, each as its users would set it up: an index over whole names, the ten best of a question. */
import { DatabaseSync } from 'node:sqlite'
import MiniSearch from 'minisearch'
import pg from 'pg'

type Named = { readonly id: string; readonly name: string }
export type Peer = {
  readonly name: string
  readonly ask: (name: string) => Promise<readonly string[]>
  readonly close: () => Promise<void>
}
/** Opens a peer over these names; nothing where it is not at hand. */
export type OpenPeer = (named: readonly Named[]) => Promise<Peer | undefined>

/** MiniSearch: words that begin alike or differ by a quarter of their letters. */
export const miniSearch: OpenPeer = (named) => {
  const index = new MiniSearch<Named>({ fields: ['name'], idField: 'id' })
  index.addAll(named)
  return Promise.resolve({
    name: 'MiniSearch, fuzzy',
    ask: (name) =>
      Promise.resolve(
        index
          .search(name, { fuzzy: 0.25 })
          .slice(0, 10)
          .map(({ id }) => String(id)),
      ),
    close: () => Promise.resolve(),
  })
}

/** SQLite FTS5 over trigrams, any of the question's, best by its own rank. */
export const fullText: OpenPeer = (named) => {
  const database = new DatabaseSync(':memory:')
  database.exec('create virtual table names using fts5(id unindexed, name, tokenize="trigram remove_diacritics 1")')
  const add = database.prepare('insert into names(id, name) values (?, ?)')
  database.exec('begin')
  for (const { id, name } of named) add.run(id, name)
  database.exec('commit')
  const find = database.prepare('select id from names where names match ? order by rank limit 10')
  return Promise.resolve({
    name: 'SQLite FTS5, trigrams',
    ask: (name) => {
      const letters = Array.from(name.replaceAll('"', ' '))
      const grams = Array.from({ length: Math.max(0, letters.length - 2) }, (_, at) =>
        letters.slice(at, at + 3).join(''),
      )
      const asked = [...new Set(grams)].map((gram) => `"${gram}"`).join(' OR ')
      return Promise.resolve(asked === '' ? [] : find.all(asked).map(({ id }) => String(id)))
    },
    close: () => Promise.resolve(database.close()),
  })
}

/** PostgreSQL's pg_trgm on the server that DATABASE_URL names: a GIN index, similarity above its own threshold. */
export const trigrams: OpenPeer = async (named) => {
  const url = process.env['DATABASE_URL']
  if (url === undefined) return undefined
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('create extension if not exists pg_trgm')
  await client.query('create temporary table bench_names (id text, name text)')
  for (let at = 0; at < named.length; at += 10_000) {
    const some = named.slice(at, at + 10_000)
    const columns = [some.map(({ id }) => id), some.map(({ name }) => name)]
    await client.query('insert into bench_names select * from unnest($1::text[], $2::text[])', columns)
  }
  await client.query('create index on bench_names using gin (name gin_trgm_ops)')
  await client.query('analyze bench_names')
  return {
    name: 'PostgreSQL pg_trgm',
    ask: async (name) => {
      const asked = 'select id from bench_names where name % $1 order by similarity(name, $1) desc, id limit 10'
      const { rows } = await client.query<{ id: string }>(asked, [name])
      return rows.map(({ id }) => id)
    },
    close: () => client.end(),
  }
}
