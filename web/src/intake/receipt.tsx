import { Button } from '@mantine/core'
import { readReceipt } from '@solferino/server/intake/contract'
import { useState } from 'react'
import { useIntl } from 'react-intl'
import type { OutputOf } from '#kernel/client.ts'
import { useAnswer } from '#kernel/operation.ts'
import { type Text, useText } from '#kernel/text.tsx'
import { CountTable } from '#intake/counts.tsx'
import { ListHead, useList } from '#intake/list-head.tsx'
import { useFileProblem } from '#intake/problems.ts'
import { Day } from '#ui/elapsed.tsx'
import { Facts } from '#ui/facts.tsx'
import { Page } from '#ui/page.tsx'
import { PartialDate } from '#ui/partial-date.tsx'
import { usePlaces } from '#ui/places.ts'
import { RecordNumber } from '#ui/record-number.tsx'
import { Answered } from '#ui/trouble.tsx'

type ReceiptRead = OutputOf<typeof readReceipt>

/** What the sender gets for a list: that it came, the hash of the file, how many rows became what. No name of a person. */
export function Receipt() {
  const { id, answer } = useList()
  const receipt = useAnswer(readReceipt, { id })
  return (
    <Page title={id}>
      <Answered slice="intake" answer={answer}>
        {(list) => (
          <>
            <ListHead list={list} />
            <Answered slice="intake" answer={receipt}>
              {(found) => <ReceiptPaper receipt={found} context={list.context} />}
            </Answered>
          </>
        )}
      </Answered>
    </Page>
  )
}

function ReceiptPaper({ receipt, context }: { readonly receipt: ReceiptRead; readonly context: string }) {
  const text = useText()
  const places = usePlaces()
  const problem = useFileProblem()
  const field = (name: string) => text(`intake.field.${name}`)
  const isOpen = receipt.counts.quarantined > 0
  return (
    <article className="sf-box intake-receipt sf-stack-wide">
      <h2 className="sf-head-title">{text('intake.receipt.title')}</h2>
      <Facts
        facts={[
          { label: field('list'), value: <RecordNumber number={receipt.id} /> },
          { label: field('channel'), value: places.channel(context, receipt.channel) },
          { label: field('kind'), value: text(`intake.kind.${receipt.kind}`) },
          { label: field('number'), value: receipt.number },
          { label: field('date'), value: receipt.date && <PartialDate date={receipt.date} /> },
          { label: field('receivedOn'), value: <Day at={receipt.receivedOn} /> },
          { label: field('receivedBy'), value: receipt.receivedBy },
          { label: field('fileName'), value: receipt.fileName },
          { label: field('bytes'), value: text('intake.receipt.bytes', { count: receipt.bytes }) },
          {
            label: field('sha256'),
            value: (
              <bdi dir="ltr" className="sf-mono">
                {receipt.sha256}
              </bdi>
            ),
          },
          { label: field('authenticity'), value: text(`intake.authenticity.${receipt.authenticity}`) },
          { label: field('problem'), value: receipt.problem && problem(receipt.problem) },
        ]}
      />
      <CountTable counts={receipt.counts} />
      <p className="sf-second">{text(isOpen ? 'intake.receipt.open' : 'intake.receipt.whole')}</p>
      <Copy receipt={receipt} channel={places.channel(context, receipt.channel)} />
    </article>
  )
}

function Copy({ receipt, channel }: { readonly receipt: ReceiptRead; readonly channel: string }) {
  const text = useText()
  const intl = useIntl()
  const [isCopied, setCopied] = useState(false)
  const copy = async () => {
    const day = intl.formatDate(receipt.receivedOn, { dateStyle: 'long' })
    await navigator.clipboard.writeText(wordsOf(text, receipt, { channel, day }))
    setCopied(true)
  }
  return (
    <div className="sf-row">
      <Button onClick={() => void copy().catch(() => setCopied(false))}>{text('intake.receipt.copy')}</Button>
      <output className="sf-second">{isCopied ? text('ui.number.copied') : ''}</output>
    </div>
  )
}

/** The receipt as plain text, to be handed over. */
function wordsOf(text: Text, receipt: ReceiptRead, { channel, day }: { channel: string; day: string }): string {
  const { counts } = receipt
  const lines: readonly (readonly [string, string | number | null])[] = [
    ['field.list', receipt.id],
    ['field.channel', channel],
    ['field.kind', text(`intake.kind.${receipt.kind}`)],
    ['field.number', receipt.number],
    ['field.receivedOn', day],
    ['field.fileName', receipt.fileName],
    ['field.bytes', receipt.bytes],
    ['field.sha256', receipt.sha256],
    ['counts.rows', counts.rows],
    ['counts.registered', counts.registered],
    ['counts.known', counts.known],
    ['counts.quarantined', counts.quarantined],
    ['counts.setAside', counts.setAside],
    ['counts.withdrawn', counts.withdrawn],
  ]
  const said = lines.filter(([, value]) => value !== null).map(([key, value]) => `${text(`intake.${key}`)}: ${value}`)
  return [text('intake.receipt.title'), ...said].join('\n')
}
