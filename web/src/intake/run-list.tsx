import { Button } from '@mantine/core'
import { runList } from '@solferino/server/intake/contract'
import { useOperation } from '#kernel/operation.ts'
import { useText } from '#kernel/text.tsx'
import { TroubleLine } from '#ui/trouble.tsx'

type RunListProps = { readonly id: string; readonly isAgain?: boolean }

/** Makes records of the rows, as a job that goes on when one leaves. */
export function RunList({ id, isAgain = false }: RunListProps) {
  const text = useText()
  const { run, isPending, trouble } = useOperation(runList)
  return (
    <>
      <Button variant={isAgain ? 'default' : 'filled'} loading={isPending} onClick={() => void run({ id })}>
        {text(isAgain ? 'intake.runList.again' : 'intake.runList.title')}
      </Button>
      <TroubleLine slice="intake" trouble={trouble} />
    </>
  )
}
