import { Button } from '@mantine/core'
import { useText } from '#kernel/text.tsx'
import { Page, PageHead } from '#ui/page.tsx'

/** A screen that fails says so in its place; the rest of the house stays. */
export function BrokenPage({ again }: { readonly again: () => void }) {
  const text = useText()
  return (
    <Page title={text('kernel.broken.title')} width="reading">
      <PageHead title={text('kernel.broken.title')} />
      <div className="sf-stack-wide">
        <p>{text('kernel.broken.lead')}</p>
        <div>
          <Button onClick={again}>{text('ui.trouble.again')}</Button>
        </div>
      </div>
    </Page>
  )
}

/** What one may not see and what is not there look the same. */
export function NotHerePage() {
  const text = useText()
  return (
    <Page title={text('kernel.notHere.title')} width="reading">
      <PageHead title={text('kernel.notHere.title')} />
      <p>{text('kernel.notHere.lead')}</p>
    </Page>
  )
}
