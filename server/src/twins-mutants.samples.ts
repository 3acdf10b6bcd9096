// Faults that may be put in, one at a time, as a file is loaded: each lets something through that must not be (security.md
// 0.8). Loaded before a process (`--import`) that names one in SOLFERINO_MUTANT; without that it does nothing.
import { registerHooks } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

type Mutant = { readonly file: string; readonly find: string; readonly put: string }

export const mutants: Readonly<Record<string, Mutant>> = {
  'requests of every compartment': {
    file: 'tracing/store.ts',
    find: ".where('tracing.request.compartment', 'in', compartments)",
    put: '',
  },
  'records of every compartment': {
    file: 'registry/store.ts',
    find: "own(tx).selectFrom('registry.record').where('compartment', 'in', inOrNone(actor))",
    put: "own(tx).selectFrom('registry.record').where('compartment', 'is not', null)",
  },
  'lists of every compartment': {
    file: 'intake/store.ts',
    find: "own(tx).selectFrom('intake.list').where('compartment', 'in', inOrNone(actor))",
    put: "own(tx).selectFrom('intake.list').where('compartment', 'is not', null)",
  },
  'pairs whose record is elsewhere': {
    file: 'matching/store.ts',
    find: ".where('compartment', 'in', among)\n    .where('request_compartment', 'in', among)\n    .where('record_compartment', 'in', among)",
    put: '',
  },
  'answers of every compartment': {
    file: 'disclosure/store.ts',
    find: ".where('disclosure.answer.compartment', 'in', compartments)",
    put: '',
  },
  'acts that wait elsewhere': {
    file: 'kernel/second.ts',
    find: ".where('compartment', 'in', compartments)",
    put: '',
  },
  'a request filed in another context': {
    file: 'tracing/file-request.ts',
    find: "if (!context.actor.compartments.includes(compartment)) return refuse('context_unknown')",
    put: '',
  },
  'a refusal that says it is there': {
    file: 'registry/erase.ts',
    find: 'if (compartment === null || !context.actor.compartments.includes(compartment))',
    put: 'if (compartment === null)',
  },
  'the log of the installation for one context': {
    file: 'access/domain.ts',
    find: "if (reach[grant.role] === 'installation') found.add(installation)",
    put: "if (reach[grant.role] === 'installation' || capability === 'audit.read') found.add(installation)",
  },
  'a read that leaves no leaf': {
    file: 'kernel/house.ts',
    find: 'if (outcome.disclosed.length > 0 && outcome.actor)',
    put: 'if (outcome.disclosed.length < 0 && outcome.actor)',
  },
  'sealed without its place': { file: 'kernel/envelope.ts', find: '.setAAD(Buffer.from(place))', put: '' },
}

const wanted = mutants[process.env['SOLFERINO_MUTANT'] ?? '']
if (wanted) {
  const url = pathToFileURL(join(import.meta.dirname, wanted.file)).href
  registerHooks({
    load: (asked, context, next) => {
      const loaded = next(asked, context)
      if (asked !== url) return loaded
      const { source: given = '' } = loaded
      const source = typeof given === 'string' ? given : new TextDecoder().decode(given ?? new Uint8Array())
      if (!source.includes(wanted.find)) throw new Error(`${wanted.file} no longer holds what this fault changes`)
      return { ...loaded, source: source.replaceAll(wanted.find, wanted.put) }
    },
  })
}
