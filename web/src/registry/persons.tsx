import { Button } from '@mantine/core'
import { IconUser } from '@tabler/icons-react'
import { listPersons } from '@solferino/server/registry/contract'
import { Link } from '@tanstack/react-router'
import { usePages } from '#kernel/operation.ts'
import { useText } from '#kernel/text.tsx'
import { RegistryTabs } from '#registry/tabs.tsx'
import { useCrumbs } from '#shell/crumbs.tsx'
import { Elapsed } from '#ui/elapsed.tsx'
import { Name } from '#ui/name.tsx'
import { Page, PageHead } from '#ui/page.tsx'
import { RecordNumber } from '#ui/record-number.tsx'
import { Answered, Empty } from '#ui/trouble.tsx'

/** Persons: sets of records that two people decided belong together. */
export function Persons() {
  const text = useText()
  const pages = usePages(listPersons, {}, ({ persons, next }) => ({ items: persons, next }))
  useCrumbs({ words: text('registry.nav'), to: '/registry' }, { words: text('registry.persons') })
  return (
    <Page title={text('registry.persons')}>
      <PageHead title={text('registry.persons')} facts={[text('registry.persons.lead')]} />
      <RegistryTabs />
      <Answered slice="registry" answer={pages}>
        {(persons) =>
          persons.length === 0 ? (
            <Empty>{text('registry.persons.none')}</Empty>
          ) : (
            <ul className="sf-tasks">
              {persons.map((one) => (
                <li key={one.id}>
                  <Link to={`/registry/persons/${one.id}`} className="sf-task">
                    <IconUser size={20} stroke={1.5} aria-hidden="true" />
                    <span className="sf-task-words">
                      <span className="sf-task-title">
                        <Name written={one.name} />
                      </span>
                      <span className="sf-second sf-row">
                        <RecordNumber number={one.id} />
                        {text('registry.person.records', { count: one.recordCount })}
                      </span>
                    </span>
                    <span className="sf-task-age">
                      <Elapsed since={one.formedAt} />
                    </span>
                  </Link>
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
      {pages.hasMore && (
        <Button variant="subtle" onClick={pages.more}>
          {text('ui.more')}
        </Button>
      )}
    </Page>
  )
}
