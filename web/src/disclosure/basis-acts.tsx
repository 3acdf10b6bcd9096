import { Checkbox } from '@mantine/core'
import { decideOrder, Language, readSentence, reportChange } from '@solferino/server/disclosure/contract'
import { useState } from 'react'
import type { z } from 'zod'
import { ToldWords } from '#disclosure/told-words.tsx'
import { useAnswer, useOperation } from '#kernel/operation.ts'
import { useMay } from '#kernel/session.tsx'
import { usePreferences, useText } from '#kernel/text.tsx'
import { Act } from '#ui/act.tsx'
import { Choice, Line, Words } from '#ui/fields.tsx'
import { oneOf } from '#ui/filter.ts'
import { TroubleLine } from '#ui/trouble.tsx'

type Spoken = z.infer<typeof Language>

/** What is said when they call meanwhile: one sentence, the same in every open state, in the language they speak. */
export function Sentence({ id, language }: { readonly id: string; readonly language: string | null }) {
  const text = useText()
  const { preferences } = usePreferences()
  const [spoken, setSpoken] = useState<Spoken>(oneOf(Language.options, language ?? undefined) ?? preferences.language)
  const answer = useAnswer(readSentence, { id, language: spoken })
  if (answer.trouble?.code === 'not_open') return null
  return (
    <section className="sf-stack">
      <p className="sf-second">{text('disclosure.readSentence.why')}</p>
      {answer.output && <ToldWords words={answer.output.words} language={spoken} />}
      <TroubleLine slice="disclosure" trouble={answer.trouble} again={answer.again} />
      <Choice
        label={text('disclosure.field.language')}
        options={Language.options}
        words={(one) => text(`disclosure.language.${one}`)}
        value={spoken}
        change={(next) => next !== null && setSpoken(next)}
      />
    </section>
  )
}

const grounds = decideOrder.input.shape.ground.options
type Ground = (typeof grounds)[number]

/** Who of several enquirers is told first, and whether this one may be told while another waits. */
export function DecideOrder({ id }: { readonly id: string }) {
  const text = useText()
  const may = useMay()
  const running = useOperation(decideOrder)
  const [ground, setGround] = useState<Ground | null>(null)
  const [othersWait, setOthersWait] = useState(false)
  const [reason, setReason] = useState('')
  const act = async () => (ground === null ? { ok: false } : running.run({ id, ground, othersWait, reason }))
  const offered = grounds.filter((one) => one !== 'head_decides' || may('disclosure.order'))
  return (
    <Act
      slice="disclosure"
      title={text('disclosure.decideOrder.title')}
      done={text('disclosure.decideOrder.done')}
      running={running}
      isReady={ground !== null && reason.trim() !== ''}
      act={act}
    >
      <Choice
        label={text('disclosure.field.ground')}
        options={offered}
        words={(one) => text(`disclosure.ground.${one}`)}
        value={ground}
        change={setGround}
        isRequired
      />
      <Checkbox
        label={text('disclosure.field.othersWait')}
        checked={othersWait}
        onChange={(event) => setOthersWait(event.currentTarget.checked)}
      />
      <Words label={text('disclosure.field.reason')} value={reason} change={setReason} isRequired />
    </Act>
  )
}

const kinds = reportChange.input.shape.kind.options
type Kind = (typeof kinds)[number]

/** Something else became known of a person who was told to be held: the next answer is then to be prepared. */
export function ReportChange({ id }: { readonly id: string }) {
  const text = useText()
  const running = useOperation(reportChange)
  const [kind, setKind] = useState<Kind | null>(null)
  const [source, setSource] = useState('')
  const [reason, setReason] = useState('')
  const act = async () => (kind === null ? { ok: false } : running.run({ id, kind, source, reason }))
  return (
    <Act
      slice="disclosure"
      title={text('disclosure.reportChange.title')}
      running={running}
      isReady={kind !== null && source.trim() !== '' && reason.trim() !== ''}
      act={act}
    >
      <Choice
        label={text('disclosure.field.change')}
        options={kinds}
        words={(one) => text(`disclosure.change.${one}`)}
        value={kind}
        change={setKind}
        isRequired
      />
      <Line label={text('disclosure.field.source')} value={source} change={setSource} isRequired />
      <Words label={text('disclosure.field.reason')} value={reason} change={setReason} isRequired />
    </Act>
  )
}
