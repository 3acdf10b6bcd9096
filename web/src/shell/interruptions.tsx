import { Modal } from '@mantine/core'
import { useConnection } from '#kernel/connection.tsx'
import { useSelf } from '#kernel/session.tsx'
import { useText } from '#kernel/text.tsx'
import { SignInForm } from '#shell/sign-in.tsx'

/** What may stand between a person and their work. It lies over the page, which stays as it is, with all that was typed. */
export function Interruptions() {
  const text = useText()
  const self = useSelf()
  const { interruption, resume } = useConnection()
  const signedIn = (person: string) => {
    // Somebody else must not find what the first one had open.
    if (person === self.id) resume()
    else globalThis.location.assign('/')
  }
  const calm = { closeOnEscape: false, closeOnClickOutside: false, withCloseButton: false, centered: true, size: 480 }
  return (
    <>
      <Modal
        opened={interruption === 'signed_out'}
        onClose={() => {}}
        title={text('kernel.expired.title')}
        {...calm}
        overlayProps={{ blur: 12 }}
      >
        <p>{text('kernel.expired.lead')}</p>
        <br />
        <SignInForm signedIn={signedIn} />
      </Modal>
      <Modal
        opened={interruption === 'sealed'}
        onClose={() => {}}
        title={text('kernel.sealed.title')}
        {...calm}
        overlayProps={{ blur: 12 }}
      >
        <p>{text('kernel.sealed.kept')}</p>
      </Modal>
    </>
  )
}
