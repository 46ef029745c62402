/** A mail server on this machine's loopback that keeps what it gets. */
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export type TestMail = { from: string; to: string[]; text: string }

export const SMTP_PASSWORD = 'smtp-pass-3f9a'

/** `url` has a user and the password that the server asks for. `refuse()`: no mail is taken from now on. */
export async function startSmtp() {
  const mails: TestMail[] = []
  let isRefusing = false
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth({ username, password }, _session, done) {
      const isRight = username === 'galley' && password === SMTP_PASSWORD
      done(isRight ? null : new Error('Wrong user or password'), isRight ? { user: username } : undefined)
    },
    onRcptTo(_address, _session, done) {
      done(isRefusing ? Object.assign(new Error('Mailbox is full'), { responseCode: 452 }) : null)
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope
        mails.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          text: decode(Buffer.concat(chunks).toString()),
        })
        done()
      })
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo
  return {
    mails,
    url: `smtp://galley:${SMTP_PASSWORD}@127.0.0.1:${port}`,
    refuse() {
      isRefusing = true
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

/** Quoted-printable (RFC 2045 §6.7) as it was written. */
const decode = (message: string) =>
  message
    .replace(/=\r\n/g, '')
    .replace(/=([\dA-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

/** The link that sets a password. */
export const linkIn = (text: string) => /https?:\/\/\S+\/admin\/reset\/[\da-f]+/.exec(text)?.[0] ?? ''
