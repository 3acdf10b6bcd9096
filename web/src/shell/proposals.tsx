import { Link, useNavigate } from '@tanstack/react-router'
import { IconSignature } from '@tabler/icons-react'
import { useAddressed } from '#kernel/address.ts'
import { useText } from '#kernel/text.tsx'
import { useCrumbs } from '#shell/crumbs.tsx'
import { ProposalInspector, useProposalTitle } from '#shell/proposal.tsx'
import { type Proposal, useWaiting } from '#shell/waiting.ts'
import { Elapsed } from '#ui/elapsed.tsx'
import { Page, PageHead } from '#ui/page.tsx'
import { Empty } from '#ui/trouble.tsx'

/** Acts that need two: those that wait for this person, and their own that wait for another. */
export function Proposals() {
  const text = useText()
  const navigate = useNavigate()
  const id = useAddressed()
  const { toSign, mine } = useWaiting()
  const all = [...toSign, ...mine]
  const chosen = all.find((one) => one.id === id)
  useCrumbs({ words: text('kernel.worklist.title'), to: '/' }, { words: text('kernel.signatures.title') })
  const back = () => void navigate({ to: '/signatures' })
  return (
    <Page
      title={text('kernel.signatures.title')}
      {...(chosen ? { inspector: <ProposalInspector key={chosen.id} proposal={chosen} done={back} /> } : {})}
      drawer={{ isOpen: chosen !== undefined, close: back }}
    >
      <PageHead title={text('kernel.signatures.title')} facts={[text('kernel.signatures.why')]} />
      {all.length === 0 && <Empty>{text('kernel.signatures.nothing')}</Empty>}
      <Group words={text('kernel.signatures.yours')} proposals={toSign} chosen={id} />
      <Group words={text('kernel.signatures.others')} proposals={mine} chosen={id} />
    </Page>
  )
}

type GroupProps = {
  readonly words: string
  readonly proposals: readonly Proposal[]
  readonly chosen: string | undefined
}

function Group({ words, proposals, chosen }: GroupProps) {
  const title = useProposalTitle()
  if (proposals.length === 0) return null
  return (
    <section className="sf-task-group">
      <h2>
        {words} <span>{proposals.length}</span>
      </h2>
      <ul className="sf-tasks">
        {proposals.map((one) => (
          <li key={one.id}>
            <Link to={`/signatures/${one.id}`} className="sf-task" data-chosen={one.id === chosen}>
              <IconSignature size={20} stroke={1.5} aria-hidden="true" />
              <span className="sf-task-words">{title(one)}</span>
              <span className="sf-task-age">
                <Elapsed since={one.proposedAt} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
