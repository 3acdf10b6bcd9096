import '#kernel/jitless.ts'
import { nonce } from '#kernel/nonce.ts'
import '@mantine/core/styles.css'
import '#kernel/fonts.ts'
import '#ui/global.css'
import { DirectionProvider, MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Trouble } from '#kernel/client.ts'
import { ConnectionProvider } from '#kernel/connection.tsx'
import { KeysProvider } from '#kernel/keys.tsx'
import { SelfProvider } from '#kernel/session.tsx'
import { PreferencesProvider, TextProvider } from '#kernel/text.tsx'
import { cssVariablesResolver, forgetfulManager, theme } from '#kernel/theme.ts'
import { CrumbsProvider } from '#shell/crumbs.tsx'
import { Interruptions } from '#shell/interruptions.tsx'
import { RoomsProvider } from '#shell/rooms.tsx'
import { routerOf } from '#shell/router.tsx'
import { SealedPage, SignInPage } from '#shell/sign-in.tsx'
import { Waiting } from '#shell/waiting-page.tsx'
import { slices } from './slices.ts'

// Refusals and lost sessions are not asked again by themselves; a busy server is, twice.
const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      networkMode: 'always',
      retry: (count, error) => error instanceof Trouble && error.code === 'busy' && count < 2,
    },
  },
})
const router = routerOf(slices)
// A link is taken even by who is signed in already: it says who one wants to be.
const hasLink = location.pathname === '/sign-in' && location.hash.length > 1
const texts = slices.map((room) => room.messages)

createRoot(document.querySelector('#root')!).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <DirectionProvider detectDirection={false}>
        <PreferencesProvider>
          {(preferences) => (
            <MantineProvider
              theme={theme}
              cssVariablesResolver={cssVariablesResolver}
              colorSchemeManager={forgetfulManager}
              getStyleNonce={() => nonce}
              defaultColorScheme="auto"
              {...(preferences.theme === 'system' ? {} : { forceColorScheme: preferences.theme })}
            >
              <TextProvider sources={texts}>
                <ConnectionProvider>
                  {hasLink ? (
                    <SignInPage />
                  ) : (
                    <SelfProvider otherwise={(code, reference) => <Outside code={code} reference={reference} />}>
                      <RoomsProvider value={slices}>
                        <KeysProvider>
                          <CrumbsProvider>
                            <RouterProvider router={router} />
                            <Interruptions />
                          </CrumbsProvider>
                        </KeysProvider>
                      </RoomsProvider>
                    </SelfProvider>
                  )}
                </ConnectionProvider>
              </TextProvider>
            </MantineProvider>
          )}
        </PreferencesProvider>
      </DirectionProvider>
    </QueryClientProvider>
  </StrictMode>,
)

/** What somebody sees whom the house does not know: the door, the seal, or that it cannot be reached. */
function Outside({ code, reference }: { readonly code: string | null; readonly reference: string | null }) {
  if (code === 'signed_out') return <SignInPage />
  if (code === 'sealed') return <SealedPage />
  return <Waiting code={code} reference={reference} />
}
