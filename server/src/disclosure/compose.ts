import type { z } from 'zod'
import ar from './texts/ar.json' with { type: 'json' }
import en from './texts/en.json' with { type: 'json' }
import fr from './texts/fr.json' with { type: 'json' }
import ru from './texts/ru.json' with { type: 'json' }
import uk from './texts/uk.json' with { type: 'json' }
import { valueIn } from './domain.ts'
import { isDeath, type Says } from './rules.ts'
import type { AnswerAsked, Language } from './shapes.ts'
import type { Known } from './words.ts'

type LanguageName = z.output<typeof Language>
type Texts = Readonly<Record<keyof typeof en, string>>
const texts: Readonly<Record<LanguageName, Texts>> = { ar, en, fr, ru, uk }

/** What the words are made of beside what the officer filled in: taken from the records themselves. */
export type Named = {
  /** Whom the family seeks, as the family wrote it. */
  readonly name: string
  /** The name in the source, as the source wrote it. */
  readonly written: string
  readonly says: Says
  readonly sender: { readonly labels: Readonly<Record<string, string | undefined>>; readonly hasBureau: boolean } | null
  /** The day on which we were informed, `YYYY-MM-DD`. */
  readonly notified: string
  readonly identityGrade: 'possible' | 'probable' | 'established'
}

/**
 * The exact words to be told: how it is known and from whom, then what may be told besides, then how sure we are of the
 * person and of the fact. The source is always named, nothing is said as a bare fact, and never how somebody is today
 * (domain/05 4b).
 */
export function compose(asked: z.output<typeof AnswerAsked>, named: Named): string {
  const { language } = asked
  const text = texts[language]
  const values = {
    name: named.name,
    written: named.written,
    sender: senderOf(named, language),
    notified: dayIn(language, named.notified),
    on: dayIn(language, asked.on ?? named.notified),
    authority: asked.authority ?? '',
    reference: asked.reference ?? '',
  }
  const lines = [fill(text[firstOf(asked.known, named.says)], values)]
  for (const item of asked.items) {
    const value = valueIn(asked, item)
    if (value !== null && item !== 'notice' && item !== 'seen' && item !== 'death')
      lines.push(fill(text[item], { value }))
  }
  lines.push(fill(text[`identity_${named.identityGrade}`], values), text[`fact_${asked.factGrade}`])
  if (!isDeath(asked.known)) lines.push(text.then)
  return lines.join('\n')
}

/** The one sentence of every open state. Never "no information", never "nothing found". */
export function openSentence(language: LanguageName): string {
  return texts[language].open
}

/** A notice that somebody was let go is told as what it is. */
function firstOf(known: Known, says: Says) {
  const isNotice = known === 'prisoner_notified' || known === 'civilian_notified'
  return isNotice && says === 'released' ? 'released_notified' : known
}

function senderOf({ sender }: Named, language: LanguageName): string {
  if (!sender) return ''
  const party = sender.labels[language] ?? sender.labels['en'] ?? ''
  return fill(sender.hasBureau ? texts[language].bureau : texts[language].party, { party })
}

/** Values are put in as they are: what stands in a value is never read as a place for another. */
function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (_whole, key: string) => values[key] ?? '')
}

function dayIn(language: LanguageName, day: string): string {
  const format = new Intl.DateTimeFormat(`${language}-u-nu-latn-ca-gregory`, { dateStyle: 'long', timeZone: 'UTC' })
  return format.format(Date.parse(`${day}T00:00:00Z`))
}
