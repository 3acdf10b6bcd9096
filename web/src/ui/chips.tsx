import type { ReactNode } from 'react'
import '#ui/chips.css'

export type ChipShown<Word extends string> = {
  readonly word: Word
  readonly label: ReactNode
  readonly count?: number
}

type ChipsProps<Word extends string> = {
  readonly label: string
  readonly chips: readonly ChipShown<Word>[]
  readonly chosen: Word
  readonly choose: (word: Word) => void
}

/** One of a few views of a list, each with its count. */
export function Chips<Word extends string>({ label, chips, chosen, choose }: ChipsProps<Word>) {
  return (
    <fieldset className="sf-bare sf-chip-line" aria-label={label}>
      {chips.map(({ word, label: words, count }) => (
        <button
          key={word}
          type="button"
          className="sf-chip"
          aria-pressed={word === chosen}
          onClick={() => choose(word)}
        >
          {words}
          {count !== undefined && <span className="sf-figures">{count}</span>}
        </button>
      ))}
    </fieldset>
  )
}
