import { setNonce } from 'get-nonce'

const meta = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')

/** The nonce of this page, for every style that is injected while it runs. */
export const nonce = meta?.nonce ?? ''
setNonce(nonce)
