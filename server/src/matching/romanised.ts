import { romanise } from '@solferino/engine'

/** A name of another script in Latin letters, beside it and never instead of it; empty where it is in Latin letters. */
export function romanised(written: string): string {
  if (/^[\p{Script=Latin}\P{L}]*$/u.test(written)) return ''
  return written
    .split(/\s+/u)
    .map(romanise)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ')
}
