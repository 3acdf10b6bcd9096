import { Button } from '@mantine/core'
import { readWalk, saveSettings, walkAs } from '@solferino/server/access/contract'
import { useLocation, useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { OutputOf } from '#kernel/client.ts'
import { useNow } from '#kernel/now.ts'
import { useAnswer, useOperation } from '#kernel/operation.ts'
import { useSelf } from '#kernel/session.tsx'
import { useText } from '#kernel/text.tsx'
import { TroubleLine } from '#ui/trouble.tsx'
import { type Made, made } from '#walk/made.ts'
import { begun, noted, type Remembered, remember, remembered } from '#walk/remembered.ts'
import { type Step, steps } from '#walk/steps.ts'
import '#walk/walk.css'

/** The guided walk, above every screen for as long as the session is one. To everybody else it is not there. */
export function Walk() {
  const { session } = useSelf()
  return session.kind === 'walk' ? <Walking /> : null
}

type Walker = OutputOf<typeof readWalk>['people'][number]

function Walking() {
  const people = useAnswer(readWalk, {}).output?.people
  const { pathname } = useLocation()
  const [kept, setKept] = useState(remembered)
  const [came, setCame] = useState({ from: '', to: pathname })
  if (pathname !== came.to) setCame({ from: came.to, to: pathname })
  const walk = noted(kept, came.to, came.from)
  useEffect(() => remember(walk), [walk])
  if (walk !== kept) setKept(walk)
  const step = steps[Math.min(walk.step, steps.length - 1)]
  if (!people || !step) return null
  return <Guide walk={walk} step={step} people={people} />
}

type GuideProps = { readonly walk: Remembered; readonly step: Step; readonly people: readonly Walker[] }

function walkerOf(people: readonly Walker[], { role, nth }: Step): Walker | undefined {
  return people.filter((one) => one.role === role)[nth]
}

/** One step: who one is, what to do and why, what to type, and on to the next as whoever does it. */
function Guide({ walk, step, people }: GuideProps) {
  const text = useText()
  const navigate = useNavigate()
  const self = useSelf()
  const [isFolded, setFolded] = useState(false)
  const going = useGoing(people, walk)
  const place = steps.indexOf(step)
  const next = steps[place + 1]
  const walker = walkerOf(people, step)
  const isHere = walker?.person === self.id
  const isReady = next?.needs === undefined || walk[next.needs] !== undefined
  return (
    <section className="walk" aria-label={text('walk.name')}>
      <div className="walk-head">
        <span className="sf-second sf-figures">{text('walk.step', { step: place + 1, steps: steps.length })}</span>
        <h2>{text(`walk.${step.key}.title`)}</h2>
        <span className="sf-second">
          {text('walk.as', { name: walker?.name ?? '', role: text(`access.role.${step.role}`) })}
        </span>
        <Button variant="subtle" size="compact-sm" aria-expanded={!isFolded} onClick={() => setFolded(!isFolded)}>
          {text(isFolded ? 'walk.unfold' : 'walk.fold')}
        </Button>
      </div>
      {!isFolded && <Told step={step} walk={walk} name={walker?.name ?? ''} />}
      <div className="sf-row sf-wrap">
        {place > 0 && (
          <Button variant="subtle" color="gray" loading={going.isPending} onClick={() => void going.to(place - 1)}>
            {text('walk.back')}
          </Button>
        )}
        <Button
          loading={going.isPending}
          onClick={() => (isHere ? void navigate({ href: step.to(walk) }) : void going.to(place))}
        >
          {text('walk.show')}
        </Button>
        {next ? (
          <Button
            variant="filled"
            disabled={!isReady}
            loading={going.isPending}
            onClick={() => void going.to(place + 1)}
          >
            {text('walk.next', { name: walkerOf(people, next)?.name ?? '' })}
          </Button>
        ) : (
          <Button onClick={() => void going.anew()}>{text('walk.again')}</Button>
        )}
        {!isReady && <span className="sf-second">{text(`walk.first.${next?.needs}`)}</span>}
        <TroubleLine slice="access" trouble={going.trouble} />
      </div>
    </section>
  )
}

function Told({ step, walk, name }: { readonly step: Step; readonly walk: Remembered; readonly name: string }) {
  const text = useText()
  const one = made(walk.seed)
  const today = new Date(useNow()).toISOString().slice(0, 10)
  const typed = step.typed?.(one, { name, today }) ?? []
  const values = { given: one.given, family: one.family, number: one.number }
  return (
    <div className="walk-told">
      <p>{text(`walk.${step.key}.do`, values)}</p>
      <p className="sf-second">{text(`walk.${step.key}.why`)}</p>
      {step.key === 'receive' && <ListFile one={one} />}
      {typed.length > 0 && (
        <dl className="walk-typed">
          {typed.map(({ label, value, isWord }) => (
            <div key={label}>
              <dt>{text(label)}</dt>
              <dd>
                <bdi dir="auto">{isWord ? text(value, values) : value}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  )
}

/** The invented list as a file to save: it goes into the house as any party's file does. */
function ListFile({ one }: { readonly one: Made }) {
  const text = useText()
  return (
    <p>
      <a href={`data:text/csv;charset=utf-8,${encodeURIComponent(one.list)}`} download={`list-${one.number}.csv`}>
        {text('walk.file', { number: one.number })}
      </a>
    </p>
  )
}

/** Goes to a step as the person who does it. The page is opened anew: nothing one role had open stays for the next. */
function useGoing(people: readonly Walker[], walk: Remembered) {
  const self = useSelf()
  const change = useOperation(walkAs)
  const save = useOperation(saveSettings)
  const to = async (place: number, from: Remembered = walk) => {
    const step = steps[place]
    const walker = step && walkerOf(people, step)
    if (!step || !walker) return
    if (walker.person !== self.id) {
      const reply = await change.run({ person: walker.person })
      if (!reply.ok) return
      // Who walks keeps the language and the light they chose, whoever they are for a step.
      await save.run(self.settings)
    }
    remember({ ...from, step: place })
    globalThis.location.assign(step.to(from))
  }
  const anew = () => to(0, begun())
  return { to, anew, isPending: change.isPending || save.isPending, trouble: change.trouble ?? save.trouble }
}
