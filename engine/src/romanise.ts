import { romaniseWord } from './names/romanise-word.ts'
import { splitName } from './names/split.ts'

/** A Latin spelling of a name in any script, for display and for plain comparison; its words joined by one space. */
export function romanise(text: string): string {
  return splitName(text).map(romaniseWord).join(' ')
}
