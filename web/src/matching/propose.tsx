import { Button } from '@mantine/core'
import { proposePair } from '@solferino/server/matching/contract'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useOperation } from '#kernel/operation.ts'
import { useText } from '#kernel/text.tsx'
import { useCrumbs } from '#shell/crumbs.tsx'
import { Line, Words } from '#ui/fields.tsx'
import { useFilter } from '#ui/filter.ts'
import { Page, PageHead } from '#ui/page.tsx'
import { TroubleLine } from '#ui/trouble.tsx'

/** A person holds a request and a record to be worth a look. */
export function ProposePair() {
  const text = useText()
  const navigate = useNavigate()
  const [filter] = useFilter()
  const running = useOperation(proposePair)
  const [request, setRequest] = useState(filter['request'] ?? '')
  const [record, setRecord] = useState(filter['record'] ?? '')
  const [note, setNote] = useState('')
  useCrumbs({ words: text('matching.nav'), to: '/pairs' }, { words: text('matching.proposePair.title') })
  const number = (typed: string) => typed.replace(/\s/gu, '').toUpperCase()
  const run = async () => {
    const said = note.trim() === '' ? null : note.trim()
    const reply = await running.run({ request: number(request), record: number(record), note: said })
    if (reply.ok) void navigate({ to: `/pairs/${reply.output.id}` })
  }
  return (
    <Page
      title={text('matching.proposePair.title')}
      width="form"
      bar={
        <Button
          variant="filled"
          loading={running.isPending}
          disabled={request.trim() === '' || record.trim() === ''}
          onClick={() => void run()}
        >
          {text('matching.proposePair.title')}
        </Button>
      }
    >
      <PageHead title={text('matching.proposePair.title')} facts={[text('matching.propose.lead')]} />
      <div className="sf-stack-wide">
        <Line label={text('matching.request')} hint="TR-…" value={request} change={setRequest} isRequired />
        <Line label={text('matching.record')} hint="R-…" value={record} change={setRecord} isRequired />
        <Words label={text('matching.noteLabel')} value={note} change={setNote} />
        <TroubleLine slice="matching" trouble={running.trouble} kept />
      </div>
    </Page>
  )
}
