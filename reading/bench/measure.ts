import { readdirSync, readFileSync } from 'node:fs'
import { readText } from '../src/texts/index.ts'

/** One entry of the gold file, as far as it is measured. */
export interface Gold {
  readonly kind: string
  readonly speaker: string | null
  readonly party: string | null
  readonly span: { readonly start: number; readonly end: number }
  readonly text: string
  readonly quoted: boolean
  readonly negated: boolean
  readonly hedge: boolean
  readonly condition: string | null
}

export interface Figures {
  gold: number
  proposed: number
  /** Spans that overlap by at least half of what the two cover together. */
  hits: number
  speaker: number
  kind: number
  party: number
  quoted: number
  negated: number
  hedge: number
  condition: number
}

export const languages = ['en', 'fr', 'ru', 'uk', 'ar'] as const

/** Reads every text of one half in one language and compares with the gold; `show` is told of every difference. */
export function measure(folder: URL, language: string, show: (line: string) => void = () => {}): Figures {
  const figures: Figures = {
    gold: 0,
    proposed: 0,
    hits: 0,
    speaker: 0,
    kind: 0,
    party: 0,
    quoted: 0,
    negated: 0,
    hedge: 0,
    condition: 0,
  }
  for (const file of readdirSync(folder)
    .filter((name) => name.startsWith(`${language}-`) && name.endsWith('.txt'))
    .sort()) {
    const text = readFileSync(new URL(file, folder), 'utf8')
    const { entries } = JSON.parse(readFileSync(new URL(file.replace('.txt', '.json'), folder), 'utf8')) as {
      entries: Gold[]
    }
    const found = readText(text).proposals
    const free = new Set(found.keys())
    figures.gold += entries.length
    figures.proposed += found.length
    for (const gold of entries) {
      const best = [...free]
        .map((at) => [at, overlap(gold.span, found[at]!.span)] as const)
        .sort((a, b) => b[1] - a[1])[0]
      if (best === undefined || best[1] < 0.5) {
        show(`${file}: missed ${gold.kind} of ${gold.speaker}: ${gold.text}`)
        continue
      }
      const hit = found[best[0]]!
      free.delete(best[0])
      figures.hits += 1
      const speaker = sameName(gold.speaker, hit.speaker)
      if (speaker) figures.speaker += 1
      if (hit.kind === gold.kind) figures.kind += 1
      if (sameName(gold.party, hit.party)) figures.party += 1
      if (hit.quoted === gold.quoted) figures.quoted += 1
      if (hit.negated === gold.negated) figures.negated += 1
      if (hit.hedge === gold.hedge) figures.hedge += 1
      if ((hit.condition === null) === (gold.condition === null)) figures.condition += 1
      if (
        hit.hedge !== gold.hedge ||
        hit.negated !== gold.negated ||
        (hit.condition === null) !== (gold.condition === null)
      )
        show(`${file}: ${flags(gold)} read as ${flags(hit)}: ${hit.text}`)
      if (!speaker || hit.kind !== gold.kind || !sameName(gold.party, hit.party))
        show(
          `${file}: ${gold.kind}/${gold.speaker}/${gold.party} read as ${hit.kind}/${hit.speaker}/${hit.party}: ${hit.text}`,
        )
    }
    for (const at of free)
      show(`${file}: too much ${found[at]!.kind} of ${found[at]!.speaker} (${found[at]!.saidAs}): ${found[at]!.text}`)
  }
  return figures
}

function flags({ negated, hedge, condition }: Pick<Gold, 'negated' | 'hedge' | 'condition'>): string {
  return [negated ? 'negated' : 'plain', hedge ? 'hedged' : 'firm', condition === null ? 'free' : 'conditional'].join(
    ' ',
  )
}

function overlap(a: { start: number; end: number }, b: { start: number; end: number }): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start)
  return shared <= 0 ? 0 : shared / (Math.max(a.end, b.end) - Math.min(a.start, b.start))
}

/** Names are the same when the words of one are all in the other; null only equals null. */
function sameName(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return a === b
  const words = (name: string): string[] =>
    name
      .toLowerCase()
      .normalize('NFC')
      .split(/[^\p{L}\p{M}\p{N}]+/u)
      .filter((word) => word !== '' && !/^(?:the|of|de|du|des|la|le|les|l|m|mr|ms)$/u.test(word))
  const [left, right] = [words(a), words(b)]
  return (
    left.length > 0 &&
    right.length > 0 &&
    (left.every((word) => right.includes(word)) || right.every((word) => left.includes(word)))
  )
}
