import { useIntl } from 'react-intl'
import { useText } from '#kernel/text.tsx'
import { partsOf, type SaidDate } from '#ui/dates.ts'
import { Tag } from '#ui/tag.tsx'

/** Only what is known of a date, then how far it goes; both readings where day and month may be exchanged. */
export function PartialDate({ date }: { readonly date: SaidDate }) {
  const text = useText()
  const words = useDateWords()
  const { precision } = partsOf(date.edtf)
  const isForeign = date.calendar !== 'gregorian'
  return (
    <span className="sf-row sf-wrap sf-date">
      <span className="sf-figures">
        {date.other === null
          ? words(date.edtf)
          : text('ui.date.either', { first: words(date.edtf), second: words(date.other) })}
      </span>
      {precision !== 'day' && <Tag>{text(`ui.date.${precision}`)}</Tag>}
      {date.other !== null && <Tag tone="attention">{text('ui.date.exchanged')}</Tag>}
      {isForeign && (
        <Tag tone="dashed">
          <bdi dir="auto">{date.written ?? text(`ui.calendar.${date.calendar}`)}</bdi>
        </Tag>
      )}
    </span>
  )
}

/** A date of a source in the reader's words: `December 1988`, `about 1990`, `1989 to 1991`. */
export function useDateWords(): (edtf: string) => string {
  const text = useText()
  const intl = useIntl()
  const end = (part: string): string => {
    const depth = part.split('-').length
    return intl.formatDate(`${part}${['-01-01', '-01', ''][depth - 1]}T00:00:00Z`, {
      timeZone: 'UTC',
      year: 'numeric',
      ...(depth > 1 ? { month: depth > 2 ? ('short' as const) : ('long' as const) } : {}),
      ...(depth > 2 ? { day: 'numeric' as const } : {}),
    })
  }
  return (edtf) => {
    const { precision, from, to } = partsOf(edtf)
    const [first, last] = [from === null ? '' : end(from), to === null ? '' : end(to)]
    if (precision === 'about') return text('ui.date.aboutWords', { first })
    if (precision === 'before') return text('ui.date.beforeWords', { last })
    if (precision === 'after') return text('ui.date.afterWords', { first })
    return precision === 'between' ? text('ui.date.betweenWords', { first, last }) : first
  }
}
