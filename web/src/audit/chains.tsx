import { Button } from '@mantine/core'
import { type Chain, listChains } from '@solferino/server/audit/contract'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { z } from 'zod'
import { useAnswer } from '#kernel/operation.ts'
import { useText } from '#kernel/text.tsx'
import { useChainWords } from '#audit/chain-words.ts'
import { AuditTabs } from '#audit/tabs.tsx'
import { useCrumbs } from '#shell/crumbs.tsx'
import { Day } from '#ui/elapsed.tsx'
import { Page, PageHead } from '#ui/page.tsx'
import { Answered, Empty } from '#ui/trouble.tsx'
import '#audit/audit.css'

/** The chains of the log with their last signed heads, which whoever keeps one can hold against a changed log. */
export function Chains() {
  const text = useText()
  const answer = useAnswer(listChains, {})
  useCrumbs({ words: text('audit.nav'), to: '/audit' }, { words: text('audit.chains') })
  return (
    <Page title={text('audit.chains')} width="reading">
      <PageHead title={text('audit.nav')} facts={[text('audit.chains.lead')]} />
      <AuditTabs />
      <Answered slice="audit" answer={answer}>
        {({ chains }) => (
          <div className="sf-stack-wide">
            {chains.length === 0 && <Empty>{text('audit.chains.none')}</Empty>}
            {chains.map((chain) => (
              <ChainPart key={chain.chain} chain={chain} />
            ))}
            <section className="sf-box sf-stack">
              <h2 className="sf-section-title">{text('audit.export')}</h2>
              <p>{text('audit.export.how')}</p>
              <bdi dir="ltr" className="sf-mono">
                solferino audit verify
              </bdi>
              <p className="sf-second">{text('audit.export.why')}</p>
            </section>
          </div>
        )}
      </Answered>
    </Page>
  )
}

function ChainPart({ chain }: { readonly chain: z.infer<typeof Chain> }) {
  const text = useText()
  const words = useChainWords()
  const { head } = chain
  return (
    <section className="sf-box sf-stack">
      <h2 className="sf-section-title">{words(chain)}</h2>
      {head === null ? (
        <p className="sf-second">{text('audit.head.none')}</p>
      ) : (
        <>
          <p className="sf-second">
            {text('audit.head.of', { count: head.size })} <Day at={head.at} withTime />
          </p>
          <pre className="audit-note sf-mono" dir="ltr">
            {head.note}
          </pre>
          <div className="sf-row sf-wrap">
            <Copy note={head.note} />
            <Link to="/audit" search={{ chain: chain.chain }}>
              {text('audit.chain.leaves')}
            </Link>
          </div>
        </>
      )}
    </section>
  )
}

function Copy({ note }: { readonly note: string }) {
  const text = useText()
  const [isCopied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(note)
    setCopied(true)
  }
  return (
    <>
      <Button size="compact-sm" onClick={() => void copy().catch(() => setCopied(false))}>
        {text('audit.head.copy')}
      </Button>
      <output className="sf-second">{isCopied ? text('ui.number.copied') : ''}</output>
    </>
  )
}
