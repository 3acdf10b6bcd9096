import { Checkbox } from '@mantine/core'
import { FactGrade, HarmFlag, Known, Language, rules } from '@solferino/server/disclosure/contract'
import { relations, ToldOutcome } from '@solferino/server/tracing/contract'
import type { z } from 'zod'
import type { Basis } from '#disclosure/basis.tsx'
import { type Form, knownAs, offeredItems, valueField } from '#disclosure/form.ts'
import type { Draft } from '#kernel/draft.ts'
import { useText } from '#kernel/text.tsx'
import { Choice, DayLine, Line, Words } from '#ui/fields.tsx'

type PartProps = { readonly draft: Draft<Form> }
type KnownProps = PartProps & { readonly known: z.infer<typeof Known> }

/** Which pair, how the fact is known, how sure, and by what source. */
export function FactPart({ draft, basis }: PartProps & { readonly basis: Basis }) {
  const text = useText()
  const { content: form, change } = draft
  const rule = form.known === null ? null : rules[form.known]
  const pairWords = (id: string) => {
    const pair = basis.pairs.find((one) => one.pair === id)
    return pair ? `${pair.written} · ${pair.record} · ${text(`disclosure.grade.${pair.grade}`)}` : id
  }
  return (
    <section className="sf-stack">
      <h2 className="sf-section-title">{text('disclosure.part.fact')}</h2>
      <Choice
        label={text('disclosure.field.pair')}
        options={basis.pairs.map((one) => one.pair)}
        words={pairWords}
        value={form.pair === '' ? null : form.pair}
        change={(next) => change({ pair: next ?? '' })}
        isRequired
      />
      <Choice
        label={text('disclosure.field.known')}
        hint={text('disclosure.field.knownHint')}
        options={Known.options}
        words={(one) => text(`disclosure.known.${one}`)}
        value={form.known}
        change={(next) => next !== null && change(knownAs(form, next))}
        isRequired
      />
      {rule && (
        <>
          <Choice
            label={text('disclosure.field.outcome')}
            options={ToldOutcome.options.filter((one) => rule.outcomes.includes(one))}
            words={(one) => text(`tracing.outcome.${one}`)}
            value={form.outcome}
            change={(outcome) => change({ outcome })}
            isRequired
          />
          <Choice
            label={text('disclosure.field.factGrade')}
            options={FactGrade.options.filter((one) => rule.factGrades.includes(one))}
            words={(one) => text(`disclosure.factGrade.${one}`)}
            value={form.factGrade}
            change={(factGrade) => change({ factGrade })}
            isRequired
          />
          {form.outcome === 'located_in_detention' && (
            <Checkbox
              label={text('disclosure.field.stillHeld')}
              checked={form.stillHeld}
              onChange={(event) => change({ stillHeld: event.currentTarget.checked })}
            />
          )}
          {rule.base === 'seen' && (
            <DayLine label={text('disclosure.field.on')} value={form.on} change={(on) => change({ on })} isRequired />
          )}
          {rule.authority && (
            <>
              <Line
                label={text('disclosure.field.authority')}
                value={form.authority}
                change={(authority) => change({ authority })}
                isRequired
              />
              <Line
                label={text('disclosure.field.reference')}
                value={form.reference}
                change={(reference) => change({ reference })}
                isRequired
              />
            </>
          )}
        </>
      )}
      <Words
        label={text('disclosure.field.factSource')}
        hint={text('disclosure.field.factSourceHint')}
        value={form.factSource}
        change={(factSource) => change({ factSource })}
        isRequired
      />
    </section>
  )
}

/** What is told besides the fact, each with its words; what such a fact never carries is not offered. */
export function ItemsPart({ draft, known }: KnownProps) {
  const text = useText()
  const { content: form, change } = draft
  const offered = offeredItems(known)
  return (
    <section className="sf-stack">
      <h2 className="sf-section-title">{text('disclosure.part.items')}</h2>
      <p className="sf-second">{text(`disclosure.base.${rules[known].base}`)}</p>
      {offered.length === 0 && <p className="sf-second">{text('disclosure.items.none')}</p>}
      {offered.map((item) => {
        const isIn = form.items.includes(item)
        const field = valueField[item]
        const items = isIn ? form.items.filter((one) => one !== item) : [...form.items, item]
        return (
          <div key={item} className="sf-stack">
            <Checkbox label={text(`disclosure.item.${item}`)} checked={isIn} onChange={() => change({ items })} />
            {isIn && (
              <Words
                label={text(`disclosure.value.${item}`)}
                value={form[field]}
                change={(next) => change({ [field]: next })}
                isRequired
              />
            )}
          </div>
        )
      })}
    </section>
  )
}

/** What the person found agreed to, for whom and item by item. "Tell my mother" does not cover the sister. */
export function ConsentPart({ draft, known }: KnownProps) {
  const text = useText()
  const { content: form, change } = draft
  if (!rules[known].consent) return null
  return (
    <section className="sf-stack">
      <h2 className="sf-section-title">{text('disclosure.part.consent')}</h2>
      <Line
        label={text('disclosure.field.recipient')}
        hint={text('disclosure.field.recipientHint')}
        value={form.consentRecipient}
        change={(consentRecipient) => change({ consentRecipient })}
        isRequired
      />
      <Choice
        label={text('disclosure.field.consentRelation')}
        options={relations}
        words={(one) => text(`tracing.relation.${one}`)}
        value={form.consentRelation}
        change={(consentRelation) => change({ consentRelation })}
        isRequired
      />
      <Checkbox
        label={text('disclosure.field.consentNames')}
        checked={form.consentNames}
        onChange={(event) => change({ consentNames: event.currentTarget.checked })}
      />
      <Checkbox.Group
        label={text('disclosure.field.consentItems')}
        value={form.consentItems}
        onChange={(next) => change({ consentItems: itemsOf(known).filter((one) => next.includes(one)) })}
      >
        <div className="disclosure-columns">
          {itemsOf(known).map((one) => (
            <Checkbox key={one} value={one} label={text(`disclosure.item.${one}`)} />
          ))}
        </div>
      </Checkbox.Group>
      <DayLine
        label={text('disclosure.field.consentOn')}
        value={form.consentOn}
        change={(consentOn) => change({ consentOn })}
        isRequired
      />
      <Line
        label={text('disclosure.field.consentBy')}
        value={form.consentBy}
        change={(consentBy) => change({ consentBy })}
        isRequired
      />
    </section>
  )
}

const itemsOf = (known: z.infer<typeof Known>) => [rules[known].base, ...rules[known].items]

/** Harm is considered always, and in words. */
export function HarmPart({ draft }: PartProps) {
  const text = useText()
  const { content: form, change } = draft
  return (
    <section className="sf-stack">
      <h2 className="sf-section-title">{text('disclosure.part.harm')}</h2>
      <Words
        label={text('disclosure.field.harmConsidered')}
        hint={text('disclosure.field.harmConsideredHint')}
        value={form.harmConsidered}
        change={(harmConsidered) => change({ harmConsidered })}
        isRequired
      />
      <Checkbox.Group
        label={text('disclosure.field.harmFlags')}
        value={form.harmFlags}
        onChange={(next) => change({ harmFlags: HarmFlag.options.filter((one) => next.includes(one)) })}
      >
        <div className="disclosure-columns">
          {HarmFlag.options.map((one) => (
            <Checkbox key={one} value={one} label={text(`disclosure.flag.${one}`)} />
          ))}
        </div>
      </Checkbox.Group>
      <Words
        label={text('disclosure.field.bestInterests')}
        hint={text('disclosure.field.bestInterestsHint')}
        value={form.bestInterests}
        change={(bestInterests) => change({ bestInterests })}
      />
    </section>
  )
}

/** The language of the enquirer, and how long the clearance holds. */
export function LastPart({ draft }: PartProps) {
  const text = useText()
  const { content: form, change } = draft
  return (
    <section className="sf-stack">
      <h2 className="sf-section-title">{text('disclosure.part.telling')}</h2>
      <Choice
        label={text('disclosure.field.language')}
        options={Language.options}
        words={(one) => text(`disclosure.language.${one}`)}
        value={form.language}
        change={(language) => change({ language })}
        isRequired
      />
      <DayLine
        label={text('disclosure.field.until')}
        hint={text('disclosure.field.untilHint')}
        value={form.until}
        change={(until) => change({ until })}
        isRequired
      />
    </section>
  )
}
