import { useText } from '#kernel/text.tsx'
import type { RecordRead } from '#registry/claims.ts'
import { Tag } from '#ui/tag.tsx'

type MarksProps = { readonly of: Pick<RecordRead, 'unconfirmed' | 'withdrawnAt' | 'countsAsNotice'> }

/** What holds a record back: an origin that is not sure, a sender who took it back, a word that is no notice. */
export function Marks({ of }: MarksProps) {
  const text = useText()
  return (
    <>
      {of.withdrawnAt !== null && <Tag tone="serious">{text('registry.mark.withdrawn')}</Tag>}
      {of.unconfirmed && <Tag tone="attention">{text('registry.mark.unconfirmed')}</Tag>}
      {!of.countsAsNotice && <Tag tone="dashed">{text('registry.mark.noNotice')}</Tag>}
    </>
  )
}
