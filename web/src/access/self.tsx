import { Button, SegmentedControl, Select, Switch } from '@mantine/core'
import { endSession, listSessions, saveSettings } from '@solferino/server/access/contract'
import { IconDeviceDesktop } from '@tabler/icons-react'
import { languageFor, languages } from '#kernel/languages.ts'
import { useAnswer, useOperation } from '#kernel/operation.ts'
import { useSelf } from '#kernel/session.tsx'
import { useText } from '#kernel/text.tsx'
import { useContextWords } from '#access/context-words.ts'
import { useCrumbs } from '#shell/crumbs.tsx'
import { Day, Elapsed } from '#ui/elapsed.tsx'
import { Page, PageHead } from '#ui/page.tsx'
import { Answered, TroubleLine } from '#ui/trouble.tsx'

/** One's own page: how things are shown, in which roles one works, where one is signed in. */
export function SelfPage() {
  const text = useText()
  const self = useSelf()
  const where = useContextWords(self.contexts)
  useCrumbs({ words: text('access.self.title') })
  return (
    <Page title={text('access.self.title')} width="form">
      <PageHead title={<bdi>{self.name}</bdi>} facts={[text('access.self.lead')]} />
      <Settings />
      <hr className="sf-divider" />
      <section className="sf-stack">
        <h2 className="sf-section-title">{text('access.self.roles')}</h2>
        <dl className="sf-pairs">
          {self.memberships.map((one) => (
            <div key={`${one.role} ${one.context} ${one.channel}`} style={{ display: 'contents' }}>
              <dt>{text(`access.role.${one.role}`)}</dt>
              <dd>{where(one.context, one.channel)}</dd>
            </div>
          ))}
        </dl>
      </section>
      <hr className="sf-divider" />
      <Sessions />
    </Page>
  )
}

function Settings() {
  const text = useText()
  const { settings } = useSelf()
  const { run, trouble } = useOperation(saveSettings)
  const save = (wish: Partial<typeof settings>) => void run({ ...settings, ...wish })
  return (
    <section className="sf-stack-wide">
      <Select
        label={text('access.self.language')}
        data={languages.map((one) => ({ value: one.code, label: one.called }))}
        value={languageFor(settings.language)}
        allowDeselect={false}
        onChange={(language) => language && save({ language: languageFor(language) })}
      />
      <Choice
        label={text('access.self.theme')}
        value={settings.theme}
        choices={['system', 'light', 'dark'] as const}
        words={(theme) => text(`access.theme.${theme}`)}
        choose={(theme) => save({ theme })}
      />
      <Choice
        label={text('access.self.digits')}
        value={settings.digits}
        choices={['latin', 'arabic'] as const}
        words={(digits) => text(`access.digits.${digits}`)}
        choose={(digits) => save({ digits })}
      />
      <Switch
        label={text('access.self.keys')}
        description={text('access.self.keysHint')}
        checked={settings.keys}
        onChange={(event) => save({ keys: event.currentTarget.checked })}
      />
      <TroubleLine slice="access" trouble={trouble} />
    </section>
  )
}

type ChoiceProps<Value extends string> = {
  readonly label: string
  readonly value: Value
  readonly choices: readonly Value[]
  readonly words: (value: Value) => string
  readonly choose: (value: Value) => void
}

function Choice<Value extends string>({ label, value, choices, words, choose }: ChoiceProps<Value>) {
  return (
    <fieldset className="sf-bare" aria-label={label}>
      <div className="mantine-InputWrapper-label">{label}</div>
      <SegmentedControl
        value={value}
        onChange={(next) => {
          const chosen = choices.find((one) => one === next)
          if (chosen) choose(chosen)
        }}
        data={choices.map((one) => ({ value: one, label: words(one) }))}
      />
    </fieldset>
  )
}

function Sessions() {
  const text = useText()
  const answer = useAnswer(listSessions, {})
  const { run, isPending, trouble } = useOperation(endSession)
  return (
    <section className="sf-stack">
      <h2 className="sf-section-title">{text('access.self.sessions')}</h2>
      <Answered slice="access" answer={answer}>
        {({ sessions }) =>
          sessions.map((session) => (
            <div key={session.id} className="sf-row">
              <IconDeviceDesktop size={18} stroke={1.5} aria-hidden="true" />
              <span className="sf-grow">
                {text(`access.session.${session.kind}`)}
                <span className="sf-second" style={{ display: 'block' }}>
                  {text('access.session.since')} <Day at={session.createdAt} withTime />
                  {!session.current && (
                    <>
                      {' · '}
                      {text('access.session.seen')} <Elapsed since={session.seenAt} />
                    </>
                  )}
                </span>
              </span>
              {session.current ? (
                <span className="sf-dim">{text('access.session.current')}</span>
              ) : (
                <Button size="compact-sm" loading={isPending} onClick={() => void run({ id: session.id })}>
                  {text('access.session.end')}
                </Button>
              )}
            </div>
          ))
        }
      </Answered>
      <TroubleLine slice="access" trouble={trouble} />
    </section>
  )
}
