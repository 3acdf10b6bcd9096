import { Button, TextInput } from '@mantine/core'
import { type Leaf, listChains, listLeaves } from '@solferino/server/audit/contract'
import { type FormEvent, useState } from 'react'
import type { z } from 'zod'
import { useAnswer, usePages } from '#kernel/operation.ts'
import { useText } from '#kernel/text.tsx'
import { useChainWords } from '#audit/chain-words.ts'
import { AuditTabs } from '#audit/tabs.tsx'
import { useCrumbs } from '#shell/crumbs.tsx'
import { Day } from '#ui/elapsed.tsx'
import { Choice } from '#ui/fields.tsx'
import { oneOf, useFilter } from '#ui/filter.ts'
import { Page, PageHead } from '#ui/page.tsx'
import { RecordNumber } from '#ui/record-number.tsx'
import { Answered, Empty } from '#ui/trouble.tsx'
import '#audit/audit.css'
import '#ui/table.css'

const fields = ['subject', 'actor', 'operation', 'type'] as const

/** The log: who did what to which number, when; never what was in it. */
export function Leaves() {
  const text = useText()
  const [filter, change] = useFilter()
  const asked = Object.fromEntries(['chain', ...fields].flatMap((key) => (filter[key] ? [[key, filter[key]]] : [])))
  const pages = usePages(listLeaves, asked, ({ leaves, next }) => ({ items: leaves, next }))
  useCrumbs({ words: text('audit.nav') })
  return (
    <Page title={text('audit.nav')}>
      <PageHead title={text('audit.nav')} facts={[text('audit.lead')]} />
      <AuditTabs />
      <Filters />
      <Answered slice="audit" answer={pages}>
        {(leaves) =>
          leaves.length === 0 ? (
            <Empty>{text('audit.leaves.nothing')}</Empty>
          ) : (
            // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a part that scrolls must be reached by key (WCAG 2.1.1)
            <section className="sf-table-frame" tabIndex={0} aria-label={text('audit.leaves')}>
              <table className="sf-table audit-leaves">
                <thead>
                  <tr>
                    <th scope="col" data-end="true">
                      {text('audit.field.number')}
                    </th>
                    <th scope="col">{text('audit.field.at')}</th>
                    <th scope="col">{text('audit.field.actor')}</th>
                    <th scope="col">{text('audit.field.operation')}</th>
                    <th scope="col">{text('audit.field.subject')}</th>
                    <th scope="col">{text('audit.field.hash')}</th>
                  </tr>
                </thead>
                <tbody>
                  {leaves.map((leaf) => (
                    <LeafLine key={leaf.number} leaf={leaf} change={change} />
                  ))}
                </tbody>
              </table>
            </section>
          )
        }
      </Answered>
      {pages.hasMore && (
        <Button variant="subtle" mt="sm" onClick={pages.more}>
          {text('ui.more')}
        </Button>
      )}
    </Page>
  )
}

type LeafLineProps = {
  readonly leaf: z.infer<typeof Leaf>
  readonly change: (next: Readonly<Record<string, string | null>>) => void
}

const isNumber = /^[A-Z]{1,3}-/

function LeafLine({ leaf, change }: LeafLineProps) {
  const text = useText()
  return (
    <tr>
      <td data-end="true" className="sf-figures sf-dim">
        {leaf.number}
      </td>
      <td className="audit-still">
        <Day at={leaf.at} withTime />
      </td>
      <td>
        <button
          type="button"
          className="audit-link"
          title={text('audit.filter.only')}
          onClick={() => change({ actor: leaf.actor })}
        >
          {leaf.actorName === null ? (
            <span className="sf-dim">{text('audit.principal', { name: leaf.actor })}</span>
          ) : (
            <bdi>{leaf.actorName}</bdi>
          )}
        </button>
      </td>
      <td>
        <bdi dir="ltr" className="sf-mono">
          {leaf.type}
        </bdi>
        {leaf.operation !== leaf.type && (
          <span className="audit-below">
            <bdi dir="ltr" className="sf-mono sf-dim">
              {leaf.operation}
            </bdi>
          </span>
        )}
      </td>
      <td>
        <button
          type="button"
          className="audit-link"
          title={text('audit.filter.only')}
          onClick={() => change({ subject: leaf.subject })}
        >
          {isNumber.test(leaf.subject) ? (
            <RecordNumber number={leaf.subject} />
          ) : (
            <bdi dir="ltr" className="sf-mono">
              {leaf.subject.length > 20 ? `${leaf.subject.slice(0, 8)} …` : leaf.subject}
            </bdi>
          )}
        </button>
      </td>
      <td>
        <bdi dir="ltr" className="sf-mono sf-dim" title={leaf.hash}>
          {leaf.hash.slice(0, 4)} {leaf.hash.slice(4, 8)} … {leaf.hash.slice(-4)}
        </bdi>
      </td>
    </tr>
  )
}

function Filters() {
  const text = useText()
  const words = useChainWords()
  const [filter, change] = useFilter()
  const chains = useAnswer(listChains, {}).output?.chains ?? []
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({})
  const submit = (event: FormEvent) => {
    event.preventDefault()
    change(Object.fromEntries(Object.entries(typed).map(([key, value]) => [key, value.trim()])))
  }
  const names = chains.map(({ chain }) => chain)
  const isFiltered = ['chain', ...fields].some((key) => filter[key] !== undefined)
  return (
    <form className="sf-filters" onSubmit={submit}>
      <Choice
        label={text('audit.field.chain')}
        none={text('audit.chain.any')}
        options={names}
        words={(one) => {
          const found = chains.find(({ chain }) => chain === one)
          return found ? words(found) : one
        }}
        value={oneOf(names, filter['chain']) ?? null}
        change={(chain) => change({ chain })}
      />
      {fields.map((field) => (
        <TextInput
          key={`${field} ${filter[field] ?? ''}`}
          label={text(`audit.field.${field}`)}
          maxLength={80}
          dir="ltr"
          autoComplete="off"
          defaultValue={filter[field] ?? ''}
          onChange={(event) => setTyped({ ...typed, [field]: event.currentTarget.value })}
        />
      ))}
      <Button type="submit">{text('audit.filter.show')}</Button>
      {isFiltered && (
        <Button
          variant="subtle"
          color="gray"
          onClick={() => {
            setTyped({})
            change({ chain: null, subject: null, actor: null, operation: null, type: null })
          }}
        >
          {text('audit.filter.all')}
        </Button>
      )}
    </form>
  )
}
