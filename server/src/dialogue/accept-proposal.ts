import type { z } from 'zod'
import { done, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import * as contract from './contract.ts'
import { readWhenDecided, takeOpen } from './deciding.ts'
import { channelOfRow, proposals, shown, statements } from './drawers.ts'
import type { ReportText, Statement, StoredProposal } from './shapes.ts'
import { wordsAt } from './spans.ts'

type Corrected = z.output<typeof contract.acceptProposal.input>['corrected']

export const acceptProposal = handle(contract.acceptProposal, async ({ id, corrected }, context) => {
  const taken = await takeOpen(context, id)
  if (!taken.ok) return taken
  const { proposal, text } = taken
  const span = corrected.span ?? proposal.content.span
  const words = wordsAt(text.content.text, span)
  if (words === null) return refuse('span_outside')

  const content = {
    ...statementOf(proposal.content, text.content),
    ...given(corrected),
    span,
    words,
    text: text.row.id,
  }
  const { held, event } = await statements.add(context, channelOfRow(text.row), {
    state: 'recorded',
    content,
    parent: text.row.id,
    step: { act: Object.keys(corrected).length > 0 ? 'accepted_corrected' : 'accepted' },
  })
  const decided = await proposals.change(context, proposal, {
    state: 'accepted',
    content: { ...proposal.content, statement: held.row.id },
    step: { act: 'accepted' },
  })
  return done(shown(held), event, decided.event, ...(await readWhenDecided(context, proposal)))
})

/** A statement as it was read: the words, and all that the text says around them. */
function statementOf(
  read: z.output<typeof StoredProposal>,
  { source, address, publishedOn, inPublic, language, sha256 }: z.output<typeof ReportText>,
): Omit<z.input<typeof Statement>, 'words' | 'text' | 'span'> {
  const { kind, quoted, subject, negated, hedge } = read
  return {
    source,
    address,
    publishedOn,
    inPublic,
    sha256,
    kind,
    quoted,
    subject,
    negated,
    hedge,
    speaker: short(read.speaker),
    role: short(read.role),
    party: short(read.party),
    language: language ?? 'und',
    translation: null,
    saidAs: short(read.saidAs),
    saidOn: null,
    addressee: short(read.addressee),
    against: short(read.against),
    treaty: short(read.treaty),
    place: short(read.place),
    since: short(read.since),
    condition: short(read.condition),
  }
}

/** What a person has said of it; what was left out stays as it was read. */
function given(corrected: Corrected) {
  return Object.fromEntries(Object.entries(corrected).filter(([, value]) => value !== undefined))
}

function short(text: string | null): string | null {
  const cut = text?.trim().slice(0, 300) ?? ''
  return cut === '' ? null : cut
}
