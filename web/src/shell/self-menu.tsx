import { Menu, UnstyledButton } from '@mantine/core'
import { IconLogout, IconUser } from '@tabler/icons-react'
import { signOut } from '@solferino/server/access/contract'
import { useNavigate } from '@tanstack/react-router'
import { useOperation } from '#kernel/operation.ts'
import { useSelf } from '#kernel/session.tsx'
import { useText } from '#kernel/text.tsx'
import { initialsOf } from '#ui/script.ts'

export function SelfMenu() {
  const text = useText()
  const self = useSelf()
  const navigate = useNavigate()
  const { run } = useOperation(signOut)
  const leave = async () => {
    const reply = await run({})
    // Everything that was held in memory goes with the page.
    if (reply.ok) globalThis.location.assign('/')
  }
  return (
    <Menu position="bottom-end" width={240} transitionProps={{ duration: 120 }}>
      <Menu.Target>
        <UnstyledButton
          className="sf-self"
          aria-label={text('kernel.self.menu', { name: self.name })}
          data-initials={initialsOf(self.name)}
        />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <bdi>{self.name}</bdi>
        </Menu.Label>
        <Menu.Item leftSection={<IconUser size={16} stroke={1.5} />} onClick={() => void navigate({ to: '/self' })}>
          {text('access.self.title')}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} stroke={1.5} className="sf-flip" />} onClick={() => void leave()}>
          {text('kernel.self.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
