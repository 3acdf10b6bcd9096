import { Button, Checkbox } from '@mantine/core'
import {
  acceptPair,
  askFamily,
  type Field,
  type Grade,
  Question,
  Rejection,
  rejectPair,
  settlePair,
} from '@solferino/server/matching/contract'
import { type ReactNode, useState } from 'react'
import type { z } from 'zod'
import { useOperation } from '#kernel/operation.ts'
import { useText } from '#kernel/text.tsx'
import type { PairRead } from '#matching/states.ts'
import { Choice, Words } from '#ui/fields.tsx'
import { TroubleLine } from '#ui/trouble.tsx'

type GradeWord = z.infer<typeof Grade>
type FieldWord = z.infer<typeof Field>
type QuestionWord = z.infer<typeof Question>

/** What is being decided. */
export type Deciding =
  | { readonly kind: 'accept' | 'settle'; readonly grade: GradeWord }
  | { readonly kind: 'reject' | 'settleAgainst' | 'ask' }

type DecideProps = { readonly read: PairRead; readonly deciding: Deciding; readonly close: () => void }

export function Decide({ read, deciding, close }: DecideProps) {
  if (deciding.kind === 'ask') return <Ask read={read} close={close} />
  if (deciding.kind === 'accept' || deciding.kind === 'settle')
    return <For read={read} kind={deciding.kind} grade={deciding.grade} close={close} />
  return <Against read={read} isSettling={deciding.kind === 'settleAgainst'} close={close} />
}

type ForProps = {
  readonly read: PairRead
  readonly kind: 'accept' | 'settle'
  readonly grade: GradeWord
  readonly close: () => void
}

/** They are one person: the grade, and the fields it rests on. None is chosen beforehand. */
function For({ read, kind, grade, close }: ForProps) {
  const text = useText()
  const accepting = useOperation(acceptPair)
  const settling = useOperation(settlePair)
  const [fields, setFields] = useState<readonly FieldWord[]>([])
  const [note, setNote] = useState('')
  const { id } = read.pair
  const said = note.trim()
  const run = async () => {
    const decided = { id, grade, fields: [...fields] }
    const reply =
      kind === 'settle'
        ? await settling.run({ ...decided, because: null, note: said })
        : await accepting.run({ ...decided, note: said === '' ? null : said })
    if (reply.ok) close()
  }
  const running = kind === 'settle' ? settling : accepting
  const isReady = fields.length > 0 && (kind === 'accept' || said !== '')
  return (
    <Form
      title={text('matching.accept.head', { grade: text(`matching.grade.${grade}`) })}
      act={text('matching.acceptPair.title')}
      isReady={isReady}
      running={running}
      run={run}
      close={close}
    >
      <fieldset className="sf-bare sf-stack">
        <legend className="sf-second">{text('matching.restsOn')}</legend>
        <div className="matching-fields">
          {read.fields.map((field) => (
            <Checkbox
              key={field}
              label={text(`matching.field.${field}`)}
              checked={fields.includes(field)}
              onChange={() =>
                setFields(fields.includes(field) ? fields.filter((one) => one !== field) : [...fields, field])
              }
            />
          ))}
        </div>
      </fieldset>
      <Words label={text('matching.noteLabel')} value={note} change={setNote} isRequired={kind === 'settle'} />
    </Form>
  )
}

type AgainstProps = { readonly read: PairRead; readonly isSettling: boolean; readonly close: () => void }

/** They are two persons, with the reason. */
function Against({ read, isSettling, close }: AgainstProps) {
  const text = useText()
  const rejecting = useOperation(rejectPair)
  const settling = useOperation(settlePair)
  const [because, setBecause] = useState<z.infer<typeof Rejection> | null>(null)
  const [note, setNote] = useState('')
  const { id } = read.pair
  const said = note.trim()
  const run = async () => {
    if (because === null) return
    const reply = isSettling
      ? await settling.run({ id, grade: null, fields: [], because, note: said })
      : await rejecting.run({ id, because, note: said === '' ? null : said })
    if (reply.ok) close()
  }
  return (
    <Form
      title={text('matching.rejectPair.title')}
      act={text('matching.reject.act')}
      isReady={because !== null && (!isSettling || said !== '')}
      running={isSettling ? settling : rejecting}
      run={run}
      close={close}
    >
      <Choice
        label={text('matching.because')}
        options={Rejection.options}
        words={(one) => text(`matching.rejection.${one}`)}
        value={because}
        change={setBecause}
        isRequired
      />
      <Words label={text('matching.noteLabel')} value={note} change={setNote} isRequired={isSettling} />
    </Form>
  )
}

const asked = 3

/** Three questions of the fixed set for the family, by the officer of the case. */
function Ask({ read, close }: { readonly read: PairRead; readonly close: () => void }) {
  const text = useText()
  const running = useOperation(askFamily)
  const [questions, setQuestions] = useState<readonly QuestionWord[]>([])
  const run = async () => {
    const reply = await running.run({ id: read.pair.id, questions: [...questions] })
    if (reply.ok) close()
  }
  return (
    <Form
      title={text('matching.askFamily.title')}
      act={text('matching.ask.act')}
      isReady={questions.length === asked}
      running={running}
      run={run}
      close={close}
    >
      <p className="sf-second">{text('matching.ask.why')}</p>
      {Question.options.map((question) => {
        const isChosen = questions.includes(question)
        return (
          <Checkbox
            key={question}
            label={text(`matching.question.${question}`)}
            checked={isChosen}
            disabled={!isChosen && questions.length === asked}
            onChange={() =>
              setQuestions(isChosen ? questions.filter((one) => one !== question) : [...questions, question])
            }
          />
        )
      })}
    </Form>
  )
}

type FormProps = {
  readonly title: string
  readonly act: string
  readonly isReady: boolean
  readonly running: Pick<ReturnType<typeof useOperation<typeof acceptPair>>, 'isPending' | 'trouble'>
  readonly run: () => Promise<void>
  readonly close: () => void
  readonly children: ReactNode
}

function Form({ title, act, isReady, running, run, close, children }: FormProps) {
  const text = useText()
  return (
    <section className="sf-stack matching-decide">
      <h2 className="sf-section-title">{title}</h2>
      {children}
      <div className="sf-row">
        <Button variant="filled" loading={running.isPending} disabled={!isReady} onClick={() => void run()}>
          {act}
        </Button>
        <Button variant="subtle" color="gray" onClick={close}>
          {text('ui.cancel')}
        </Button>
      </div>
      <TroubleLine slice="matching" trouble={running.trouble} kept />
    </section>
  )
}
