// What a database may say instead of an answer. Each is foreseen; whatever is not here is a bug or an outage.
import pg from 'pg'

/** Too many wait for the database, or one has waited too long; try again. HTTP 503. */
export class DatabaseBusy extends Error {
  readonly code = 'database_busy'
  override name = 'DatabaseBusy'
}

/** The disk has less free space than the reserve: reading goes on, writing is refused. HTTP 507. */
export class DatabaseFull extends Error {
  readonly code = 'database_full'
  override name = 'DatabaseFull'
}

/** Another process holds this data folder; it is never robbed. */
export class DatabaseLocked extends Error {
  readonly code = 'database_locked'
  override name = 'DatabaseLocked'
}

/** The data folder was written by another major version of PostgreSQL; it goes over by export and import. */
export class DatabaseVersion extends Error {
  readonly code = 'database_version'
  override name = 'DatabaseVersion'
}

/** A statement, or a transaction without a statement, held the database over the limit and was ended. HTTP 503. */
export class DatabaseTimeout extends Error {
  readonly code = 'database_timeout'
  override name = 'DatabaseTimeout'
}

/** The engine stopped under a statement: whether a commit in flight was kept is not known. It reopens by itself. HTTP 503. */
export class DatabaseLost extends Error {
  readonly code = 'database_lost'
  override name = 'DatabaseLost'
}

const lost = ['57P01', '57P02', '57P03', 'ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'ENOENT']

/**
 * The typed error behind what the driver threw, or the same error when it has no type of ours.
 * Codes are those of PostgreSQL's appendix A, the same on both engines.
 */
export function typedError(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  const code = 'code' in error ? String(error.code) : ''
  if (error instanceof pg.DatabaseError && code === '53100')
    return new DatabaseFull('the disk is full', { cause: error })
  if (code === '25006')
    return new DatabaseFull('too little free space on the disk: reading goes on, writing waits', { cause: error })
  if (code === '57014' || code === '25P03' || code === '25P04')
    return new DatabaseTimeout('the statement took too long and was ended', { cause: error })
  if (code === '53300' || error.message.startsWith('timeout exceeded when trying to connect'))
    return new DatabaseBusy('the database is busy; try again in a moment', { cause: error })
  if (lost.includes(code) || code.startsWith('08') || /^Connection terminated|is not queryable$/.test(error.message))
    return error.cause instanceof DatabaseTimeout
      ? error.cause
      : new DatabaseLost('the database stopped under this statement', { cause: error })
  return error
}
