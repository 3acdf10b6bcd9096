/** The ways a whole name may be read as words: particles apart or written together with what follows, neighbours as one word. */
import { isParticle, isTitle, splitName } from './split.ts'
import { nameToken, type NameToken } from './token.ts'

/** Names of more words are compared by their first ones. */
const wordsMax = 10
/** Only among so many first words neighbours are tried as one. */
const joinedMax = 7

/** One way to read a name. `joined` is the place of the word that was put together from several, −1 for none, and what of. */
export type Reading = {
  readonly words: readonly NameToken[]
  readonly joined: number
  readonly parts: readonly NameToken[]
}

/** The readings of a name: the plain one first, then each with one group of words put together. */
export type Readings = { readonly plain: Reading; readonly others: readonly Reading[] }

type Piece = { readonly text: string; readonly isTelling: boolean }

function reading(words: readonly NameToken[], joined: number, parts: readonly NameToken[]): Reading {
  return { words: words.slice(0, wordsMax), joined, parts }
}

/** Pieces `from` to `to` written together, the rest as they are told. */
function together(pieces: readonly Piece[], tokens: readonly NameToken[], from: number, to: number): Reading {
  const words: NameToken[] = []
  let joined = -1
  for (const [at, piece] of pieces.entries()) {
    if (at === from) {
      joined = words.length
      words.push(
        nameToken(
          pieces
            .slice(from, to)
            .map((one) => one.text)
            .join(''),
        ),
      )
    }
    if ((at < from || at >= to) && piece.isTelling) words.push(tokens[at]!)
  }
  const parts = pieces.slice(from, to).flatMap((piece, at) => (piece.isTelling ? [tokens[from + at]!] : []))
  return reading(words, joined, parts)
}

/** Reads a name; at most 24 words of 40 letters, so at most some 20 readings. */
export function readingsOf(name: string): Readings {
  const all = splitName(name)
  const telling = all.map((word) => !isParticle(word) && !isTitle(word))
  const isAny = telling.includes(true)
  const pieces = all.map((text, at) => ({ text, isTelling: !isAny || telling[at]! }))
  const tokens = all.map(nameToken)
  const plain = reading(
    tokens.filter((_, at) => pieces[at]!.isTelling),
    -1,
    [],
  )
  const others: Reading[] = []
  for (let at = 0; at + 1 < pieces.length && at < joinedMax; at += 1) {
    if (isTitle(all[at]!)) continue
    others.push(together(pieces, tokens, at, at + 2))
    if (at + 2 < pieces.length && isParticle(all[at + 1]!)) others.push(together(pieces, tokens, at, at + 3))
  }
  if (pieces.length > 2 && pieces.length <= 4) others.push(together(pieces, tokens, 0, pieces.length))
  return { plain, others }
}
