import type { Language } from './languages/language.ts'
import { tokensOf } from './languages/tokens.ts'
import { find } from './languages/words.ts'
import { resolve } from './people.ts'
import type { People, Person } from './person.ts'
import { isMinutes, markLabels } from './transcript.ts'
import type { Turn } from './turns.ts'
import type { Read } from './walk-state.ts'

const labelMax = 60

/**
 * Finds questions and answers: "Question: ... / Sorel: ...", or paragraphs that begin with a dash, of which some
 * end with a question mark. Marks the answers with who gives them.
 */
export function markTurns(text: string, reads: Read[], language: Language, people: People): void {
  const turns = reads.map((read) => (read.paragraph.kind === 'headline' ? null : turnOf(text, read)))
  const labels = new Map<string, number>()
  for (const turn of turns) if (turn !== null && !turn.dash) labels.set(turn.label, (labels.get(turn.label) ?? 0) + 1)
  const dashes = turns.filter((turn) => turn?.dash === true).length
  const questions = reads.filter((read, at) => turns[at]?.dash === true && asks(text, read)).length
  const dialogue = dashes >= 2 && questions >= 1
  const asked = [...labels.keys()].some((label) => role(label, language) === 'question')
  const bare = reads.filter((read) => read.paragraph.kind === 'body' && asks(text, read)).length
  const minuted = isMinutes(reads, language)
  const repeated = [...labels.values()].reduce((most, one) => Math.max(most, one), 0) >= 2
  if (minuted || (!dialogue && !asked && !(repeated && bare >= 1))) {
    if (minuted || !markBare(text, reads, turns, { language, people })) markLabels(reads, turns, people, minuted)
    return
  }
  const guest = guestOf(text, reads, language, people)
  const asking = new Set(
    turns.flatMap((turn, at) => (turn !== null && !turn.dash && asks(text, reads[at]!) ? [turn.label] : [])),
  )
  let current: Person | 'unknown' | null = null
  for (const [at, read] of reads.entries()) {
    const turn = turns[at] ?? null
    if (turn !== null && (dialogue ? turn.dash : !turn.dash) && (dialogue || known(turn.label, labels, language))) {
      const kind = turn.dash ? dashed(text, reads, turns, at) : role(turn.label, language)
      const speaker = kind === 'answer' ? guest : (speakerOf(text, turn, read, { language, people }) ?? guest)
      const question =
        kind === 'question' || (kind === null && asking.has(turn.label) && !turn.dash && speaker?.name !== guest?.name)
      mark(read, turn, question, speaker)
      current = question ? null : (speaker ?? 'unknown')
    } else if (current !== null && turn === null && read.paragraph.kind === 'body' && !says(read, language)) {
      if (asks(text, read)) {
        read.question = true
        current = guest ?? 'unknown'
      } else read.answer = current
    } else if (asked || dialogue) current = null
  }
}

/** A dash asks when it ends so, or when it stands between two answers («Родственники жалуются.»). */
function dashed(
  text: string,
  reads: readonly Read[],
  turns: readonly (Turn | null)[],
  at: number,
): 'question' | 'answer' {
  if (asks(text, reads[at]!)) return 'question'
  const next = reads[at + 1]
  const between =
    reads[at - 1]?.answer != null && turns[at + 1]?.dash === true && next !== undefined && !asks(text, next)
  return between && text.slice(reads[at]!.paragraph.start, reads[at]!.paragraph.end).split(/\s+/u).length < 30
    ? 'question'
    : 'answer'
}

const questionWordsMax = 45

/** Questions that stand as paragraphs of their own, each with an answer behind it, without labels or dashes. */
function markBare(
  text: string,
  reads: readonly Read[],
  turns: readonly (Turn | null)[],
  of: { language: Language; people: People },
): boolean {
  const question = (read: Read | undefined): boolean =>
    read !== undefined &&
    read.paragraph.kind !== 'formal' &&
    asks(text, read) &&
    !/^["«“„]/u.test(text.slice(read.paragraph.start, read.paragraph.start + 1)) &&
    text.slice(read.paragraph.start, read.paragraph.end).split(/\s+/u).length <= questionWordsMax
  const asked = reads.filter(
    (read, at) => at > 0 && question(read) && reads[at + 1] !== undefined && !question(reads[at + 1]),
  )
  if (asked.length < 2 || turns.some((turn) => turn?.dash === true) || asked.length * 5 < reads.length) return false
  const first = reads.indexOf(asked[0]!)
  const guest = guestOf(text, reads.slice(0, first), of.language, of.people)
  for (const [at, read] of reads.entries()) {
    if (at < first || read.paragraph.kind === 'formal') continue
    Object.assign(read, { paragraph: { ...read.paragraph, kind: 'body' } })
    if (question(read)) read.question = true
    else read.answer = guest ?? 'unknown'
  }
  return true
}

function mark(read: Read, turn: Turn, question: boolean, speaker: Person | null): void {
  const { start, end } = read.paragraph
  Object.assign(read, { paragraph: { ...read.paragraph, kind: 'body', turn: { start, end: turn.end } } })
  void end
  if (question) read.question = true
  else read.answer = speaker ?? 'unknown'
}

function turnOf(text: string, read: Read): Turn | null {
  const { start, end } = read.paragraph
  const line = text.slice(start, Math.min(end, start + labelMax + 10))
  const dash = /^[—–-]\s+/u.exec(line)
  if (dash !== null) return { label: '', end: start + dash[0].length, dash: true }
  const label = /^([^\s:.!?«"“][^:!?«"“\n]{0,58}?)\s*:\s+[–—-]?\s*(?=\S)/u.exec(line)
  return label === null ? null : { label: label[1]!.trim().toLowerCase(), end: start + label[0].length, dash: false }
}

function role(label: string, language: Language): 'question' | 'answer' | null {
  const tokens = tokensOf(label, 0, label.length, language.table.code)
  const whole = (found: { length: number } | null): boolean => found !== null && tokens.length - found.length <= 1
  if (whole(find(language.set.questionTurns, tokens, 0))) return 'question'
  return whole(find(language.set.answerTurns, tokens, 0)) ? 'answer' : null
}

function known(label: string, labels: ReadonlyMap<string, number>, language: Language): boolean {
  return role(label, language) !== null || (labels.get(label) ?? 0) >= 2 || label.split(' ').length <= 4
}

function asks(text: string, read: Read): boolean {
  return /[?؟]["»”]?\s*$/u.test(text.slice(read.paragraph.start, read.paragraph.end))
}

function says(read: Read, language: Language): boolean {
  return read.sentences.some(({ sentence, mentions }) => {
    const at = sentence.tokens.findIndex(
      (_, one) => find(language.cues, sentence.tokens, one, false)?.value.agrees === 'any',
    )
    return at > 0 && mentions.some((mention) => mention.kind === 'person' && mention.to <= at)
  })
}

function speakerOf(text: string, turn: Turn, read: Read, of: { language: Language; people: People }): Person | null {
  if (turn.dash || role(turn.label, of.language) !== null) return null
  const first = read.sentences[0]?.mentions.find((one) => one.from === 0 || one.from === 1)
  const tokenEnd = first === undefined ? 0 : (read.sentences[0]!.sentence.tokens[first.to - 1]?.end ?? 0)
  if (first !== undefined && tokenEnd <= turn.end) return resolve(of.people, first)
  const name = text.slice(read.paragraph.start, turn.end).replace(/\s*:\s*[–—-]?\s*$/u, '')
  const tokens = tokensOf(name, 0, name.length, of.language.table.code)
  const last = tokens.at(-1)?.key ?? ''
  for (const person of of.people.bySurname.values()) if (person.name.toLowerCase().endsWith(last)) return person
  return { kind: 'person', name, role: null, party: null, gender: null, head: null, sure: true }
}

/** Who is interviewed: the one person the headline or introduction names; an office there without a name is theirs. */
function guestOf(text: string, reads: readonly Read[], language: Language, people: People): Person | null {
  const persons: Person[] = []
  const offices: Person[] = []
  for (const { paragraph, sentences, answer, question } of reads) {
    if (answer !== null || question) continue
    if (/^[—–-]\s/u.test(text.slice(paragraph.start, paragraph.start + 3))) break
    for (const { mentions } of sentences) {
      for (const mention of mentions) {
        const person = mention.pronoun === null ? resolve(people, mention) : null
        if (person?.kind === 'person' && !persons.includes(person)) persons.push(person)
        if (person?.kind === 'office' && !offices.includes(person)) offices.push(person)
      }
    }
    if (persons.length > 0 && offices.length > 0) break
  }
  const guest = persons.find((one) => one.role !== null) ?? persons[0] ?? null
  const office = offices.length === 1 ? offices[0]! : null
  void language
  if (guest === null) return office
  if (guest.role === null && office !== null)
    Object.assign(guest, { role: office.role, party: guest.party ?? office.party, head: office.head })
  return guest
}
