import type { EmailAdapter } from 'payload'

/** Sends nothing. Payload's own fallback writes whole messages, reset links among them, to the log. */
export const noEmail: EmailAdapter<void> = ({ payload }) => ({
  name: 'none',
  defaultFromAddress: 'galley@localhost',
  defaultFromName: 'Galley',
  sendEmail: async () => {
    payload.logger.warn({ msg: 'email.not_configured: a message was not sent' })
  },
})
