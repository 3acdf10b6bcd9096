import type { z } from 'zod'
import ar from './texts/ar.json' with { type: 'json' }
import en from './texts/en.json' with { type: 'json' }
import fr from './texts/fr.json' with { type: 'json' }
import ru from './texts/ru.json' with { type: 'json' }
import uk from './texts/uk.json' with { type: 'json' }
import { isDeath } from './domain.ts'
import type { AnswerAsked, Language } from './shapes.ts'

type LanguageName = z.output<typeof Language>
type Texts = Readonly<Record<keyof typeof en, string>>
const texts: Readonly<Record<LanguageName, Texts>> = { ar, en, fr, ru, uk }

/** What the words are made of beside what the officer filled in: taken from the records themselves. */
export type Named = {
  /** As the family wrote it. */
  readonly name: string
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
    sender: senderOf(named, language),
    notified: dayIn(language, named.notified),
    on: dayIn(language, asked.on ?? named.notified),
    authority: asked.authority ?? '',
    reference: asked.reference ?? '',
  }
  const lines = [fill(text[asked.known], values)]
  const said = [
    ['own_words', asked.ownWords],
    ['place', asked.place],
    ['health', asked.health],
    ['address', asked.address],
    ['date_of_death', asked.dateOfDeath],
    ['place_of_death', asked.placeOfDeath],
    ['burial', asked.burial],
  ] as const
  for (const [item, value] of said)
    if (value !== null && asked.items.includes(item)) lines.push(fill(text[item], { value }))
  lines.push(text[`identity_${named.identityGrade}`], text[`fact_${asked.factGrade}`])
  if (!isDeath(asked.known)) lines.push(text.then)
  return lines.join('\n')
}

/** The one sentence of every open state. Never "no information", never "nothing found". */
export function openSentence(language: LanguageName): string {
  return texts[language].open
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
