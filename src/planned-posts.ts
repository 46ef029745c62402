/** Mails whoever is to post when a planned LinkedIn post is due. Without mail the dashboard alone shows it. */
import type { Payload } from 'payload'
import { canSendMail } from '../collections/users/mail.ts'
import { type MailText, plannedPostText } from '../collections/users/mail-texts.ts'
import { NO_JOINS } from '../database/no-joins.ts'
import type { Draft } from '../pipelines/channels/linkedin/draft.ts'
import { claimDue, unclaim } from '../pipelines/channels/linkedin/due.ts'

const EVERY_MS = 30_000

export type PlannedPosts = { start(): void; look(now?: Date): Promise<void>; stop(): Promise<void> }

/** `start` looks every half minute and keeps no process alive. */
export function watchPlannedPosts(payload: Payload): PlannedPosts {
  let timer: NodeJS.Timeout | undefined
  let looking: Promise<void> = Promise.resolve()

  async function look(now = new Date()) {
    if (!canSendMail(payload)) return
    try {
      for (const draft of await claimDue(payload, now)) await remind(payload, draft)
    } catch (err) {
      payload.logger.error({ err, msg: 'linkedin.reminders_failed: looks again' })
    }
  }

  return {
    look,
    start() {
      timer = setInterval(() => {
        looking = looking.then(() => look())
      }, EVERY_MS)
      timer.unref()
    },
    async stop() {
      clearInterval(timer)
      await looking
    },
  }
}

async function remind(payload: Payload, draft: Draft): Promise<void> {
  const to = await recipients(payload, draft)
  if (to.length === 0) return
  try {
    await payload.sendEmail({ to, ...toMail(payload, draft) })
  } catch (err) {
    payload.logger.warn({ err, msg: 'linkedin.reminder_not_sent: tried again', draft: draft.id })
    await unclaim(payload, draft)
  }
}

function toMail({ config }: Payload, draft: Draft): MailText {
  const link = `${config.serverURL}${config.routes.admin}/collections/linkedin-drafts/${draft.id}`
  const isApproved = draft.state === 'approved'
  return plannedPostText({ title: draft.title ?? '', text: draft.text ?? '', link, isApproved })
}

type User = { id: number; email: string }

/** The person whose voice it has; else every editor; else the admins. */
async function recipients(payload: Payload, { postAs }: Draft): Promise<string[]> {
  const uid = postAs?.startsWith('people:') ? postAs.slice('people:'.length) : ''
  const person = uid
    ? await payload.db.findOne<{ id: number; user?: unknown }>({
        collection: 'people',
        where: { uid: { equals: uid } },
        joins: NO_JOINS,
      })
    : null
  const own = person?.user ? await usersWhere(payload, { id: { equals: person.user } }) : []
  if (own.length > 0) return own
  const editors = await usersWhere(payload, { role: { equals: 'editor' } })
  return editors.length > 0 ? editors : usersWhere(payload, { role: { equals: 'admin' } })
}

async function usersWhere(payload: Payload, where: { [field: string]: { equals: unknown } }) {
  const found = await payload.db.find<User>({ collection: 'users', where, limit: 50, pagination: false })
  return found.docs.map(({ email }) => email)
}
