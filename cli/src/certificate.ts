import 'reflect-metadata'
import { webcrypto } from 'node:crypto'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { join } from 'node:path'
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  X509CertificateGenerator,
} from '@peculiar/x509'
import { exitCodes, Failure, usage } from './failure.ts'
import { readArguments } from './arguments.ts'
import { say } from './say.ts'

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
const dayMs = 86_400_000
// One authority and one certificate of a year, as browsers accept from an own authority (at most 398 days).
const lifeDays = 397

/**
 * `solferino cert HOST [HOST ...] [--out FOLDER]`: an authority of one's own that vouches for one server (security.md 0.11).
 * The authority's key is thrown away once it has signed: nobody can make a second server in its name.
 */
export async function certificateCommand(args: string[]): Promise<void> {
  const at = args.indexOf('--out')
  const hosts = at < 0 ? args : args.toSpliced(at, 2)
  const { values } = readArguments(at < 0 ? [] : args.slice(at, at + 2), { out: { type: 'string' } }, 0)
  if (hosts.length === 0) throw usage('For which name or address? solferino cert HOST [HOST ...]')
  for (const host of hosts)
    if (isIP(host) === 0 && !/^(?=.{1,253}$)[a-z\d](?:[a-z\d.-]*[a-z\d])?$/iu.test(host))
      throw usage(`"${host}" is no name and no address of a server.`)
  const folder = typeof values['out'] === 'string' ? values['out'] : '.'
  const paths = { ca: join(folder, 'ca.pem'), cert: join(folder, 'server.pem'), key: join(folder, 'server.key') }
  for (const path of Object.values(paths))
    if (existsSync(path))
      throw new Failure(`solferino: ${path} is there already; nothing was written.`, exitCodes.output)
  const made = await makeCertificates(hosts, new Date())
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  for (const part of ['ca', 'cert', 'key'] as const)
    writeFileSync(paths[part], made[part], { mode: part === 'key' ? 0o600 : 0o644, flag: 'wx' })
  say(`Valid for ${lifeDays} days, for ${hosts.join(', ')}.`)
  say(`Serve with it:  SOLFERINO_TLS_CERT=${paths.cert} SOLFERINO_TLS_KEY=${paths.key} npx solferino serve`)
  say(`Each machine that connects must trust ${paths.ca}; its SHA-256 is told on the telephone, not by mail:`)
  say(made.fingerprint)
}

/** PEM texts of an authority and of a server's certificate and key; `fingerprint` is of the authority, in hexadecimal. */
async function makeCertificates(hosts: readonly string[], now: Date) {
  const { subtle } = webcrypto
  const authority = await subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const own = await subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const times = { notBefore: new Date(now.getTime() - dayMs), notAfter: new Date(now.getTime() + lifeDays * dayMs) }
  const name = `CN=Solferino authority of ${hosts[0] ?? ''}`
  const ca = await X509CertificateGenerator.createSelfSigned({
    name,
    ...times,
    keys: authority,
    signingAlgorithm: algorithm,
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign, true),
      await SubjectKeyIdentifierExtension.create(authority.publicKey),
    ],
  })
  const server = await X509CertificateGenerator.create({
    subject: `CN=${hosts[0] ?? ''}`,
    issuer: name,
    ...times,
    publicKey: own.publicKey,
    signingKey: authority.privateKey,
    signingAlgorithm: algorithm,
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
      new SubjectAlternativeNameExtension(hosts.map((value) => ({ type: isIP(value) > 0 ? 'ip' : 'dns', value }))),
      await AuthorityKeyIdentifierExtension.create(authority.publicKey),
    ],
  })
  const key = PemConverter.encode(await subtle.exportKey('pkcs8', own.privateKey), 'PRIVATE KEY')
  const fingerprint = Buffer.from(await ca.getThumbprint('SHA-256')).toString('hex')
  return { ca: `${ca.toString('pem')}\n`, cert: `${server.toString('pem')}\n`, key: `${key}\n`, fingerprint }
}
