import { useIntl } from 'react-intl'
import { useNow } from '#kernel/now.ts'

const minuteMs = 60_000

/** How long ago, in the largest whole unit; never coloured, for the treaties set few numbers. */
export function Elapsed({ since }: { readonly since: string }) {
  const now = useNow()
  const intl = useIntl()
  const minutes = Math.max(0, Math.floor((now - Date.parse(since)) / minuteMs))
  const [amount, unit] =
    minutes < 60
      ? ([minutes, 'minute'] as const)
      : minutes < 60 * 24
        ? ([Math.floor(minutes / 60), 'hour'] as const)
        : ([Math.floor(minutes / 60 / 24), 'day'] as const)
  return (
    <time
      dateTime={since}
      className="sf-figures"
      title={intl.formatDate(since, { dateStyle: 'long', timeStyle: 'short' })}
    >
      {intl.formatNumber(amount, { style: 'unit', unit, unitDisplay: 'long' })}
    </time>
  )
}

/** The day of an act of ours, in the reader's own calendar words. */
export function Day({ at, withTime = false }: { readonly at: string; readonly withTime?: boolean }) {
  const intl = useIntl()
  return (
    <time dateTime={at} className="sf-figures">
      {intl.formatDate(at, {
        day: 'numeric',
        month: 'short',
        year: 'numeric',
        ...(withTime ? { hour: '2-digit', minute: '2-digit' } : {}),
      })}
    </time>
  )
}
