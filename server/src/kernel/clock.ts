/** The only clock of the house. Instants are ISO 8601 in UTC with milliseconds. */
export type Clock = { now(): string }

export const wallClock: Clock = { now: () => new Date().toISOString() }

/** A clock that stands until it is moved: for tests and for playing the exercise's past. */
export function fixedClock(start: string): Clock & { set(instant: string): void; forward(milliseconds: number): void } {
  let at = Date.parse(start)
  return {
    now: () => new Date(at).toISOString(),
    set: (instant) => {
      at = Date.parse(instant)
    },
    forward: (milliseconds) => {
      at += milliseconds
    },
  }
}

/** An instant some milliseconds after another. */
export function later(instant: string, milliseconds: number): string {
  return new Date(Date.parse(instant) + milliseconds).toISOString()
}

export const minuteMs = 60_000
export const hourMs = 60 * minuteMs
export const dayMs = 24 * hourMs
