import {
  Access,
  Commitment,
  EvidenceAsked,
  Interlocutor,
  Letter,
  Matter,
  Meeting,
  readCommitment,
  ReportText,
  Representation,
  Statement,
} from '@solferino/server/dialogue/contract'
import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useAnswer } from '#kernel/operation.ts'
import { useText } from '#kernel/text.tsx'
import { Exchange } from '#dialogue/entry-row.tsx'
import { type Entry, type Of, pathOf } from '#dialogue/words.ts'
import { Facts } from '#ui/facts.tsx'
import { RecordNumber } from '#ui/record-number.tsx'
import { ShapeFacts } from '#ui/shape-facts.tsx'

/** What an entry says, by the schema of its kind. */
export function EntryContent({ entry }: { readonly entry: Entry }) {
  const text = useText()
  return (
    <section className="sf-stack-wide">
      <KindContent entry={entry} />
      {entry.parent !== null && (
        <p>
          {text('dialogue.parent')} <ParentLink id={entry.parent} />
        </p>
      )}
    </section>
  )
}

function ParentLink({ id }: { readonly id: string }) {
  const text = useText()
  return <Link to={`/dialogue/entries/${id}`}>{text('dialogue.parent.open')}</Link>
}

function KindContent({ entry }: { readonly entry: Entry }): ReactElement {
  const { content } = entry
  switch (entry.kind) {
    case 'interlocutor':
      return <ShapeFacts slice="dialogue" schema={Interlocutor} value={content} />
    case 'meeting':
      return <MeetingContent entry={entry} />
    case 'letter':
      return <ShapeFacts slice="dialogue" schema={Letter} value={content} leftOut={['answers']} />
    case 'text':
      return <TextContent entry={entry} />
    case 'statement':
      return <StatementContent entry={entry} />
    case 'commitment':
      return <CommitmentContent entry={entry} />
    case 'access':
      return <ShapeFacts slice="dialogue" schema={Access} value={content} />
    case 'representation':
      return <RepresentationContent entry={entry} />
    case 'matter':
      return <ShapeFacts slice="dialogue" schema={Matter} value={content} leftOut={['from']} />
    case 'note':
    default:
      return <p dir="auto">{entry.content.text}</p>
  }
}

function MeetingContent({ entry }: { readonly entry: Of<'meeting'> }) {
  // Who is who in the list of interlocutors is known by name here.
  const value = { ...entry.content, theirs: entry.content.theirs.map(({ name, office }) => ({ name, office })) }
  return <ShapeFacts slice="dialogue" schema={Meeting} value={value} />
}

function TextContent({ entry }: { readonly entry: Of<'text'> }) {
  const text = useText()
  return (
    <>
      <ShapeFacts
        slice="dialogue"
        schema={ReportText.pick({ source: true, address: true, publishedOn: true, inPublic: true, language: true })}
        value={entry.content}
      />
      <Link to={pathOf(entry)}>{text('dialogue.readText.open')}</Link>
    </>
  )
}

function StatementContent({ entry }: { readonly entry: Of<'statement'> }) {
  const text = useText()
  const { text: from, sha256 } = entry.content
  return (
    <>
      <ShapeFacts
        slice="dialogue"
        schema={Statement}
        value={entry.content}
        leftOut={['kind', 'words', 'speaker', 'role', 'text', 'span', 'sha256']}
      />
      {from !== null && (
        <p>
          <Link to={`/dialogue/texts/${from}`}>{text('dialogue.statement.inText')}</Link>
        </p>
      )}
      {sha256 !== null && (
        <p className="sf-caption">
          {text('dialogue.field.sha256')} <bdi className="sf-mono">{sha256}</bdi>
        </p>
      )}
    </>
  )
}

const laid = ['words', 'from', 'evidence', 'assessment', 'raisedIn', 'supersededBy']

function CommitmentContent({ entry }: { readonly entry: Of<'commitment'> }) {
  const text = useText()
  const { content, id } = entry
  const { output } = useAnswer(readCommitment, { id })
  return (
    <>
      {(output?.warnings ?? []).length > 0 && (
        <div className="dialogue-warnings" role="note">
          <strong>{text('dialogue.warnings')}</strong>
          <ul>
            {output?.warnings.map((one) => (
              <li key={one}>{text(`dialogue.word.${one}`)}</li>
            ))}
          </ul>
        </div>
      )}
      <ShapeFacts slice="dialogue" schema={Commitment} value={content} leftOut={laid} />
      {content.assessment && (
        <Facts
          facts={[
            { label: text('dialogue.field.assessment'), value: text(`dialogue.word.${content.assessment.outcome}`) },
            { label: text('dialogue.field.reason'), value: content.assessment.reason },
          ]}
        />
      )}
      <Evidence evidence={content.evidence} />
      <Numbers label={text('dialogue.raisedIn')} numbers={content.raisedIn} />
      <Numbers
        label={text('dialogue.supersededBy')}
        numbers={content.supersededBy === null ? [] : [content.supersededBy]}
      />
      {content.subject === 'access' && (
        <section className="sf-stack">
          <h2 className="sf-section-title">{text('dialogue.listAccess.beside')}</h2>
          <p className="sf-second">{text('dialogue.listAccess.besideWhy')}</p>
          {(output?.access ?? []).length === 0 ? (
            <p className="sf-dim">{text('dialogue.listAccess.none')}</p>
          ) : (
            <Exchange entries={output?.access ?? []} />
          )}
        </section>
      )}
    </>
  )
}

function Evidence({ evidence }: { readonly evidence: Of<'commitment'>['content']['evidence'] }) {
  const text = useText()
  if (evidence.length === 0) return null
  return (
    <section className="sf-stack">
      <h2 className="sf-section-title">{text('dialogue.evidence')}</h2>
      {evidence.map((one) => (
        <div key={one.id} className="sf-box">
          <ShapeFacts slice="dialogue" schema={EvidenceAsked} value={one} />
        </div>
      ))}
    </section>
  )
}

function RepresentationContent({ entry }: { readonly entry: Of<'representation'> }) {
  const text = useText()
  const { content } = entry
  return (
    <>
      <p dir="auto" className="sf-box sf-said">
        {content.text}
      </p>
      <ShapeFacts
        slice="dialogue"
        schema={Representation}
        value={content}
        leftOut={['text', 'subject', 'commitments', 'escalates', 'clearedBy']}
      />
      <Numbers label={text('dialogue.field.commitments')} numbers={content.commitments} />
      <Numbers label={text('dialogue.escalates')} numbers={content.escalates === null ? [] : [content.escalates]} />
    </>
  )
}

function Numbers({ label, numbers }: { readonly label: string; readonly numbers: readonly string[] }) {
  if (numbers.length === 0) return null
  return (
    <p className="sf-row sf-wrap">
      <span className="sf-dim">{label}</span>
      {numbers.map((number) => (
        <Link key={number} to={`/dialogue/entries/${number}`}>
          <RecordNumber number={number} />
        </Link>
      ))}
    </p>
  )
}
