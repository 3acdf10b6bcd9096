import { mergeRequest, suspendRequest } from '@solferino/server/tracing/contract'
import { useText } from '#kernel/text.tsx'
import { RecordNumber } from '#ui/record-number.tsx'

/** What is proposed of a request: to rest its search until a day, or to merge it into another; and why. */
export function RestAct({ payload }: { readonly payload: unknown }) {
  const text = useText()
  const merge = mergeRequest.input.safeParse(payload).data
  const rest = suspendRequest.input.safeParse(payload).data
  const asked = merge ?? rest
  if (!asked) return null
  return (
    <dl className="sf-pairs">
      <dt>{text('tracing.request')}</dt>
      <dd>
        <RecordNumber number={asked.id} />
      </dd>
      {merge && (
        <>
          <dt>{text('tracing.act.into')}</dt>
          <dd>
            <RecordNumber number={merge.into} />
          </dd>
        </>
      )}
      {rest && (
        <>
          <dt>{text('tracing.field.reviewOn')}</dt>
          <dd>
            <bdi>{rest.reviewOn}</bdi>
          </dd>
        </>
      )}
      <dt>{text('tracing.field.reason')}</dt>
      <dd dir="auto">{asked.because.reason}</dd>
    </dl>
  )
}
