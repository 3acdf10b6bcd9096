import { Button } from '@mantine/core'
import { acceptProposal, dropProposal, readText, StatementKind } from '@solferino/server/dialogue/contract'
import { useRef, useState } from 'react'
import { useAddressed } from '#kernel/address.ts'
import { useKeys } from '#kernel/keys.tsx'
import { useAnswer, useOperation } from '#kernel/operation.ts'
import { useMay } from '#kernel/session.tsx'
import { useText } from '#kernel/text.tsx'
import { EditProposal } from '#dialogue/edit-proposal.tsx'
import { MarkPassage } from '#dialogue/mark.tsx'
import { useChannel } from '#dialogue/places.ts'
import { ProposalCard } from '#dialogue/proposal-card.tsx'
import { ReadPassages } from '#dialogue/read-passages.tsx'
import type { Proposal, TextRead } from '#dialogue/reading-shapes.ts'
import { useCrumbs } from '#shell/crumbs.tsx'
import { Day } from '#ui/elapsed.tsx'
import { Keys } from '#ui/keys.tsx'
import { Inspector, Page, PageHead } from '#ui/page.tsx'
import { Answered, TroubleLine } from '#ui/trouble.tsx'
import '#dialogue/dialogue.css'

type Doing = 'looking' | 'editing' | 'marking'

/** A text beside what was read in it. Each proposal is taken, corrected or dropped by a person; nothing is kept before. */
export function ReadingPage() {
  const text = useText()
  const id = useAddressed() ?? ''
  const answer = useAnswer(readText, { id })
  if (answer.output) return <Reading key={id} read={answer.output} />
  return (
    <Page title={text('dialogue.readText.title')}>
      <Answered slice="dialogue" answer={answer}>
        {() => null}
      </Answered>
    </Page>
  )
}

function Reading({ read }: { readonly read: TextRead }) {
  const text = useText()
  const may = useMay()
  const { called } = useChannel(read.entry.party)
  const { proposals } = read
  const [chosenId, setChosenId] = useState<string | null>(null)
  const [doing, setDoing] = useState<Doing>('looking')
  const shown = useRef<HTMLDivElement>(null)
  const chosen = proposals.find((one) => one.id === chosenId) ?? proposals.find((one) => one.state === 'open')
  const choose = (id: string) => {
    setChosenId(id)
    setDoing('looking')
  }
  useCrumbs(
    { words: text('dialogue.nav'), to: '/dialogue' },
    { words: called, to: `/dialogue/${read.entry.party}` },
    { words: text('dialogue.readText.title') },
  )
  const decided = proposals.filter((one) => one.state !== 'open').length
  const writes = may('dialogue.write')
  return (
    <Page
      title={text('dialogue.readText.title')}
      inspector={
        <Inspector>
          <section className="sf-stack">
            <div className="sf-row sf-wrap">
              <h2 className="sf-section-title sf-grow">{text('dialogue.proposals')}</h2>
              <span className="sf-figures">
                {text('dialogue.proposals.of', { done: decided, total: proposals.length })}
              </span>
            </div>
            <p className="sf-second">{text('dialogue.proposals.why')}</p>
            {doing === 'marking' && <MarkPassage read={read} shown={shown} close={() => setDoing('looking')} />}
            {proposals.length === 0 && <p className="sf-dim">{text('dialogue.proposals.none')}</p>}
            {proposals.map((one, at) =>
              one.id === chosen?.id && doing === 'editing' ? (
                <EditProposal
                  key={one.id}
                  read={read}
                  shown={shown}
                  proposal={one}
                  number={at + 1}
                  close={() => setDoing('looking')}
                />
              ) : (
                <ProposalCard
                  key={one.id}
                  proposal={one}
                  number={at + 1}
                  isChosen={one.id === chosen?.id}
                  choose={() => choose(one.id)}
                />
              ),
            )}
          </section>
        </Inspector>
      }
      {...(writes ? { bar: <Bar read={read} chosen={chosen} choose={choose} doing={doing} set={setDoing} /> } : {})}
    >
      <Head read={read} />
      <ReadPassages ref={shown} read={read} chosen={chosen?.id ?? null} choose={choose} />
    </Page>
  )
}

function Head({ read }: { readonly read: TextRead }) {
  const text = useText()
  const { source, publishedOn, language, inPublic, sha256, notes } = read.text
  return (
    <>
      <PageHead
        title={<bdi dir="auto">{source}</bdi>}
        facts={[
          publishedOn === null ? text('dialogue.readText.noDay') : <Day key="day" at={publishedOn} />,
          ...(language === null ? [] : [text(`dialogue.word.${language}`)]),
          text(inPublic ? 'dialogue.readText.public' : 'dialogue.readText.inConfidence'),
          <span key="hash">
            {text('dialogue.field.sha256')}{' '}
            <bdi className="sf-mono" title={sha256}>
              {sha256.slice(0, 8)}…{sha256.slice(-4)}
            </bdi>
          </span>,
        ]}
      />
      {notes.length > 0 && (
        <ul className="dialogue-notes" aria-label={text('dialogue.readText.notes')}>
          {notes.map(({ code, detail }) => (
            <li key={code}>
              {text(`dialogue.note.${code}`)}
              {detail !== null && (
                <>
                  : <bdi>{detail}</bdi>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

type BarProps = {
  readonly read: TextRead
  readonly chosen: Proposal | undefined
  readonly choose: (id: string) => void
  readonly doing: Doing
  readonly set: (doing: Doing) => void
}

/** Every act of the room with its key: the hands stay where they are from the first proposal to the last. */
function Bar({ read, chosen, choose, doing, set }: BarProps) {
  const text = useText()
  const accept = useOperation(acceptProposal)
  const drop = useOperation(dropProposal)
  const { proposals } = read
  const isOpen = chosen?.state === 'open'
  const move = (by: number) => {
    const at = proposals.findIndex((one) => one.id === chosen?.id)
    const next = proposals[Math.min(Math.max(at + by, 0), proposals.length - 1)]
    if (next) choose(next.id)
  }
  const after = (ok: boolean, id: string) => {
    const at = proposals.findIndex((one) => one.id === id)
    const next = [...proposals.slice(at + 1), ...proposals.slice(0, at)].find((one) => one.state === 'open')
    if (ok && next) choose(next.id)
  }
  const take = async (corrected: { kind?: Proposal['content']['kind'] } = {}) => {
    if (chosen && isOpen) after((await accept.run({ id: chosen.id, corrected })).ok, chosen.id)
  }
  const leave = async () => {
    if (chosen && isOpen) after((await drop.run({ id: chosen.id })).ok, chosen.id)
  }
  const edit = () => isOpen && set('editing')
  const mark = () => set('marking')
  const digits = StatementKind.options.slice(0, 7).map((kind, at) => ({
    code: `Digit${at + 1}`,
    cap: String(at + 1),
    label: `dialogue.word.kind.${kind}`,
    run: () => void take({ kind }),
  }))
  useKeys([
    { code: 'KeyJ', cap: 'J', label: 'kernel.keys.next', run: () => move(1) },
    { code: 'ArrowDown', cap: '↓', label: 'kernel.keys.next', run: () => move(1) },
    { code: 'KeyK', cap: 'K', label: 'kernel.keys.previous', run: () => move(-1) },
    { code: 'ArrowUp', cap: '↑', label: 'kernel.keys.previous', run: () => move(-1) },
    { code: 'KeyN', cap: 'N', label: 'dialogue.markPassage.title', run: mark },
    ...(isOpen
      ? [
          { code: 'KeyA', cap: 'A', label: 'dialogue.acceptProposal.title', run: () => void take() },
          { code: 'KeyD', cap: 'D', label: 'dialogue.dropProposal.title', run: () => void leave() },
          { code: 'KeyE', cap: 'E', label: 'dialogue.editProposal.title', run: edit },
          ...digits,
        ]
      : []),
  ])
  return (
    <>
      <Button
        variant="filled"
        disabled={!isOpen}
        loading={accept.isPending}
        leftSection={<Keys caps={['A']} />}
        onClick={() => void take()}
      >
        {text('dialogue.acceptProposal.title')}
      </Button>
      <Button
        disabled={!isOpen}
        loading={drop.isPending}
        leftSection={<Keys caps={['D']} />}
        onClick={() => void leave()}
      >
        {text('dialogue.dropProposal.title')}
      </Button>
      <Button disabled={!isOpen} aria-pressed={doing === 'editing'} leftSection={<Keys caps={['E']} />} onClick={edit}>
        {text('dialogue.editProposal.title')}
      </Button>
      <Button
        variant="subtle"
        color="gray"
        aria-pressed={doing === 'marking'}
        leftSection={<Keys caps={['N']} />}
        onClick={mark}
      >
        {text('dialogue.markPassage.title')}
      </Button>
      <TroubleLine slice="dialogue" trouble={accept.trouble ?? drop.trouble} />
      <span className="sf-bar-end sf-second">
        <span>
          <Keys caps={['J', 'K']} /> {text('dialogue.keys.proposal')}
        </span>
        <span>
          <Keys caps={['1', '7']} /> {text('dialogue.keys.kind')}
        </span>
      </span>
    </>
  )
}
