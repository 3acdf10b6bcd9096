import { useMay } from '#kernel/session.tsx'
import { useText } from '#kernel/text.tsx'
import { StepTabs } from '#ui/step-tabs.tsx'

type ChannelTabsProps = { readonly party: string; readonly context: string }

/** The parts of a channel. Comparing parties is for the head alone. */
export function ChannelTabs({ party, context }: ChannelTabsProps) {
  const text = useText()
  const may = useMay()
  return (
    <StepTabs
      label={text('dialogue.channel')}
      tabs={[
        { to: `/dialogue/${party}`, words: text('dialogue.overview') },
        { to: `/dialogue/access/${party}`, words: text('dialogue.listAccess.title') },
        ...(may('dialogue.compare')
          ? [{ to: `/dialogue/balance/${context}`, words: text('dialogue.compareMatters.title') }]
          : []),
      ]}
    />
  )
}
