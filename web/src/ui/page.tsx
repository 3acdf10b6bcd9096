import { Drawer } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { type ReactNode, useEffect } from 'react'
import { useText } from '#kernel/text.tsx'
import '#ui/page.css'

type PageProps = {
  /** What the window and the history are called; no name of a person. */
  readonly title: string
  readonly children: ReactNode
  readonly inspector?: ReactNode
  /** Where the inspector is opened by choosing a row: below 1200 px it is then a drawer. */
  readonly drawer?: { readonly isOpen: boolean; readonly close: () => void }
  readonly bar?: ReactNode
  readonly width?: 'fluid' | 'form' | 'reading'
}

/** Content, at its end the inspector, below it the action bar. */
export function Page({ title, children, inspector, drawer, bar, width = 'fluid' }: PageProps) {
  const text = useText()
  const isWide = useMediaQuery('(min-width: 1200px)', true, { getInitialValueInEffect: false })
  useEffect(() => {
    document.title = `${title} · Solferino`
  }, [title])
  const aside = inspector && (
    <aside className="sf-page-inspector" aria-label={text('ui.inspector')}>
      {inspector}
    </aside>
  )
  const isInDrawer = !isWide && drawer !== undefined
  return (
    <div className="sf-page" data-inspector={Boolean(inspector) && isWide} data-width={width}>
      <main className="sf-page-content" id="content" tabIndex={-1}>
        {children}
        {!isWide && !isInDrawer && aside}
      </main>
      {isWide && aside}
      {isInDrawer && (
        <Drawer
          opened={drawer.isOpen && Boolean(inspector)}
          onClose={drawer.close}
          position="right"
          size={400}
          padding={0}
          closeButtonProps={{ 'aria-label': text('ui.close') }}
        >
          {inspector}
        </Drawer>
      )}
      {bar && <footer className="sf-bar">{bar}</footer>}
    </div>
  )
}

type PageHeadProps = {
  readonly title: ReactNode
  /** One line of facts. */
  readonly facts?: readonly ReactNode[]
  readonly actions?: ReactNode
}

export function PageHead({ title, facts = [], actions }: PageHeadProps) {
  return (
    <header className="sf-head">
      <div className="sf-head-words">
        <h1 className="sf-head-title">{title}</h1>
        {facts.length > 0 && (
          <div className="sf-head-facts">
            {facts.map((fact, place) => (
              // eslint-disable-next-line react/no-array-index-key -- a fact has its place and nothing else
              <span key={place}>{fact}</span>
            ))}
          </div>
        )}
      </div>
      {actions && <div className="sf-head-actions">{actions}</div>}
    </header>
  )
}

/** What stands in an inspector: parts behind hairlines, and at the bottom what is decided there. */
export function Inspector({ children, bar }: { readonly children: ReactNode; readonly bar?: ReactNode }) {
  return (
    <>
      {/* It scrolls by itself, so the keyboard must reach it even where nothing in it can be pressed. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="sf-inspector-body" tabIndex={0}>
        {children}
      </div>
      {bar && <div className="sf-bar">{bar}</div>}
    </>
  )
}
