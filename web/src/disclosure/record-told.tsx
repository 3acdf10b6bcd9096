import { Checkbox, TextInput } from '@mantine/core'
import { How, isDeath, recordTold } from '@solferino/server/disclosure/contract'
import { useState } from 'react'
import type { z } from 'zod'
import type { AnswerRead } from '#disclosure/answer.tsx'
import { useOperation } from '#kernel/operation.ts'
import { useSelf } from '#kernel/session.tsx'
import { useText } from '#kernel/text.tsx'
import { Act } from '#ui/act.tsx'
import { Choice, Line, Words } from '#ui/fields.tsx'

type RecordToldProps = {
  readonly id: string
  readonly content: AnswerRead['content']
  readonly known: AnswerRead['answer']['known']
}

/** Who told whom, when and how. The words are those that were cleared: they are shown and cannot be changed. */
export function RecordTold({ id, content, known }: RecordToldProps) {
  const text = useText()
  const self = useSelf()
  const running = useOperation(recordTold)
  const [to, setTo] = useState('')
  const [by, setBy] = useState(self.name)
  const [how, setHow] = useState<z.infer<typeof How> | null>(null)
  const [at, setAt] = useState('')
  const [isTrained, setTrained] = useState(false)
  const [interpreter, setInterpreter] = useState('')
  const [papers, setPapers] = useState('')
  const [remarks, setRemarks] = useState('')
  const [isWordForWord, setWordForWord] = useState(false)
  if (!content) return null
  const act = async () => {
    if (how === null) return { ok: false }
    const heldAt = new Date(at).toISOString()
    const said = (typed: string) => (typed.trim() === '' ? null : typed.trim())
    return running.run({
      id,
      to,
      by,
      trained: isTrained,
      how,
      heldAt,
      interpreter: said(interpreter),
      words: content.words,
      papers: papers
        .split('\n')
        .map((one) => one.trim())
        .filter((one) => one !== ''),
      remarks: said(remarks),
    })
  }
  const isReady = to.trim() !== '' && by.trim() !== '' && how !== null && at !== '' && isWordForWord
  return (
    <section className="sf-stack">
      <h2 className="sf-section-title">{text('disclosure.recordTold.head')}</h2>
      <Act
        slice="disclosure"
        title={text('disclosure.recordTold.title')}
        running={running}
        isReady={isReady}
        act={act}
        variant="filled"
      >
        {isDeath(known) && <p className="sf-second">{text('disclosure.recordTold.death')}</p>}
        <Line label={text('disclosure.field.to')} value={to} change={setTo} isRequired />
        <Line label={text('disclosure.field.by')} value={by} change={setBy} isRequired />
        <Choice
          label={text('disclosure.field.how')}
          options={How.options}
          words={(one) => text(`disclosure.how.${one}`)}
          value={how}
          change={setHow}
          isRequired
        />
        <TextInput
          type="datetime-local"
          label={text('disclosure.field.heldAt')}
          withAsterisk
          value={at}
          onChange={(event) => setAt(event.currentTarget.value)}
        />
        <Checkbox
          label={text('disclosure.field.trained')}
          checked={isTrained}
          onChange={(event) => setTrained(event.currentTarget.checked)}
        />
        <Line label={text('disclosure.field.interpreter')} value={interpreter} change={setInterpreter} />
        <Words
          label={text('disclosure.field.papers')}
          hint={text('disclosure.field.papersHint')}
          value={papers}
          change={setPapers}
        />
        <Words label={text('disclosure.field.remarks')} value={remarks} change={setRemarks} />
        <Checkbox
          label={text('disclosure.field.wordForWord')}
          checked={isWordForWord}
          onChange={(event) => setWordForWord(event.currentTarget.checked)}
        />
      </Act>
    </section>
  )
}
