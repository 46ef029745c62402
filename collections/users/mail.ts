/** How mail leaves: by SMTP, or not at all. */
import type { EmailAdapter, Payload } from 'payload'
import { withoutSecrets } from '../../src/log.ts'

const SECOND = 1000
const NONE = 'none'

/** `smtpUrl`: `smtp://` or `smtps://`; absent: nothing is sent. */
export function mail({ smtpUrl, mailFrom }: { smtpUrl: string | undefined; mailFrom: string }): EmailAdapter {
  return smtpUrl ? bySmtp(smtpUrl, mailFrom) : noMail
}

/** Whether mail can leave at all. */
export const canSendMail = (payload: Payload): boolean => payload.email.name !== NONE

/** Why a mail did not leave, fit to be shown to an admin. */
export function whyNotSent(error: unknown): string {
  const { code, response } = error as { code?: string; response?: string }
  const said = response ?? (error instanceof Error ? error.message : String(error))
  return withoutSecrets(`${code ? `${code}: ` : ''}${said}`)
}

/** Payload's own fallback writes whole messages, links for new passwords among them, to the log. */
const noMail: EmailAdapter<void> = ({ payload }) => ({
  name: NONE,
  defaultFromAddress: 'galley@localhost',
  defaultFromName: 'Galley',
  sendEmail: async () => {
    payload.logger.warn({ msg: 'email.not_configured: a message was not sent' })
  },
})

function bySmtp(smtpUrl: string, from: string): EmailAdapter {
  let transport: ReturnType<typeof openTransport> | undefined
  return () => ({
    name: 'smtp',
    defaultFromAddress: from,
    defaultFromName: 'Galley',
    async sendEmail(message) {
      transport ??= openTransport(smtpUrl, from)
      return (await transport).sendMail(message)
    },
  })
}

/** Loaded with the first mail: many a process never sends one. */
async function openTransport(smtpUrl: string, from: string) {
  const { default: nodemailer } = await import('nodemailer')
  const transport = nodemailer.createTransport(smtpUrl, {
    from: { name: 'Galley', address: from },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  // Nobody waits minutes for a server that is not there.
  Object.assign(transport.options, {
    connectionTimeout: 10 * SECOND,
    greetingTimeout: 10 * SECOND,
    socketTimeout: 20 * SECOND,
  })
  return transport
}
