import { useText } from '#kernel/text.tsx'
import { StepTabs } from '#ui/step-tabs.tsx'

export function RegistryTabs() {
  const text = useText()
  return (
    <StepTabs
      label={text('registry.nav')}
      tabs={[
        { to: '/registry', words: text('registry.records') },
        { to: '/registry/persons', words: text('registry.persons') },
      ]}
    />
  )
}
