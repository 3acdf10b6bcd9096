import { Button, PasswordInput } from '@mantine/core'
import { readDoor, signIn } from '@solferino/server/access/contract'
import { IconLock, IconLockOpen } from '@tabler/icons-react'
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { languages } from '#kernel/languages.ts'
import { useAnswer, useOperation } from '#kernel/operation.ts'
import { usePreferences, useText } from '#kernel/text.tsx'
import { ExerciseStrip } from '#shell/shell.tsx'
import { TroubleLine } from '#ui/trouble.tsx'
import '#shell/sign-in.css'

const token = /[\w-]{43}$/

/** The page before sign-in. It shows no name, count or version, for whoever sees it is unknown. */
export function Door({ children }: { readonly children: ReactNode }) {
  const { preferences, prefer } = usePreferences()
  const text = useText()
  const door = useAnswer(readDoor, {})
  useEffect(() => {
    document.title = 'Solferino'
  })
  return (
    <>
      {door.output?.mode === 'exercise' && <ExerciseStrip />}
      <div className="sf-door">
        <div className="sf-door-logo">Solferino</div>
        <main className="sf-door-body">{children}</main>
        <nav className="sf-door-languages" aria-label={text('access.self.language')}>
          {languages.map((one) => (
            <button
              key={one.code}
              type="button"
              lang={one.code}
              aria-pressed={preferences.language === one.code}
              onClick={() => prefer({ language: one.code })}
            >
              {one.called}
            </button>
          ))}
        </nav>
      </div>
    </>
  )
}

export function SignInPage() {
  const text = useText()
  return (
    <Door>
      <span className="sf-row sf-second">
        <IconLockOpen size={16} stroke={1.5} aria-hidden="true" /> {text('kernel.door.open')}
      </span>
      <h1>{text('kernel.signIn.title')}</h1>
      <p className="sf-door-lead">{text('kernel.signIn.lead')}</p>
      <SignInForm signedIn={() => globalThis.location.assign('/')} />
    </Door>
  )
}

export function SealedPage() {
  const text = useText()
  return (
    <Door>
      <span className="sf-row sf-second">
        <IconLock size={16} stroke={1.5} aria-hidden="true" /> {text('kernel.sealed.state')}
      </span>
      <h1>{text('kernel.sealed.title')}</h1>
      <p className="sf-door-lead">{text('kernel.sealed.lead')}</p>
      <p className="sf-second">{text('kernel.sealed.next')}</p>
    </Door>
  )
}

/** Takes a one-time link: from the address, where the token stands behind the hash and reaches no log, or pasted. */
export function SignInForm({ signedIn }: { readonly signedIn: (person: string) => void }) {
  const text = useText()
  const { run, isPending, trouble } = useOperation(signIn)
  const [pasted, setPasted] = useState('')
  const [isNoLink, setNoLink] = useState(false)
  const isTaken = useRef(false)
  const enter = async (link: string) => {
    const found = token.exec(link.trim())?.[0]
    setNoLink(found === undefined)
    if (found === undefined) return
    const reply = await run({ token: found })
    if (reply.ok) signedIn(reply.output.person)
  }
  useEffect(() => {
    const hash = globalThis.location.pathname === '/sign-in' ? globalThis.location.hash : ''
    if (hash === '' || isTaken.current) return
    isTaken.current = true
    globalThis.history.replaceState(null, '', '/sign-in')
    void enter(hash)
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void enter(pasted)
  }
  return (
    <form onSubmit={submit} className="sf-stack-wide" noValidate>
      <PasswordInput
        size="md"
        label={text('kernel.signIn.link')}
        description={text('kernel.signIn.linkHint')}
        autoComplete="off"
        value={pasted}
        onChange={(event) => setPasted(event.currentTarget.value)}
        error={isNoLink ? text('kernel.signIn.noLink') : null}
        visibilityToggleButtonProps={{ 'aria-label': text('kernel.signIn.show') }}
      />
      <Button type="submit" variant="filled" size="md" loading={isPending} fullWidth>
        {text('kernel.signIn.enter')}
      </Button>
      <TroubleLine slice="access" trouble={trouble} />
      <p className="sf-second">{text('kernel.signIn.none')}</p>
    </form>
  )
}
