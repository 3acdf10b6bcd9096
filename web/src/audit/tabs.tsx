import { useText } from '#kernel/text.tsx'
import { StepTabs } from '#ui/step-tabs.tsx'

export function AuditTabs() {
  const text = useText()
  return (
    <StepTabs
      label={text('audit.nav')}
      tabs={[
        { to: '/audit', words: text('audit.leaves') },
        { to: '/audit/chains', words: text('audit.chains') },
      ]}
    />
  )
}
