import { Link } from '@tanstack/react-router'
import { useText } from '#kernel/text.tsx'
import '#ui/tabs.css'

export function AccessTabs() {
  const text = useText()
  return (
    <nav className="sf-tabline" aria-label={text('access.nav.accounts')}>
      <Link to="/accounts">{text('access.nav.accounts')}</Link>
      <Link to="/contexts">{text('access.contexts.title')}</Link>
    </nav>
  )
}
