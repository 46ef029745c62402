/**
 * Links that set a password: invitations, resets by an admin, resets that people ask for themselves. Mailed where
 * there is SMTP; else, or when the mail fails, the admin is given the link.
 */
import { randomBytes } from 'node:crypto'
import {
  APIError,
  addDataAndFileToRequest,
  type Endpoint,
  Forbidden,
  type Payload,
  type PayloadRequest,
} from 'payload'
import { type Role, roleOf } from '../../src/access.ts'
import { countAttempt, forgetAttempts, isUsedUp } from './lockout.ts'
import { canSendMail, whyNotSent } from './mail.ts'
import { invitationText, type MailText, resetText } from './mail-texts.ts'
import { findUser, toAccountName, type UserRow, userOfRoute } from './user-row.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const INVITATION_DAYS = 7
const OWN_RESET_MINUTES = 60

/** `POST /api/users/invite` `{ name, email, role }`: makes the user, 201 with the link or that it was mailed. */
const invite: Endpoint = {
  path: '/invite',
  method: 'post',
  handler: async (req) => {
    const by = asAdmin(req)
    await addDataAndFileToRequest(req)
    const { name, email, role } = (req.data ?? {}) as { name?: string; email?: string; role?: Role }
    if (!email || !role) throw new APIError('Give an "email" and a "role" (and a "name").', 400, null, true)
    const made = await req.payload.create({
      collection: 'users',
      // Nobody knows this password: the link sets another.
      data: { name, email, role, password: randomBytes(32).toString('base64url') },
      depth: 0,
      req,
    })
    const user: UserRow = { id: made.id, email: made.email, name: made.name ?? null, role }
    const write = (site: string, link: string) =>
      invitationText({ to: user, by, site, link, days: INVITATION_DAYS })
    return handOver(req, { user, lifetime: INVITATION_DAYS * DAY, status: 201, write })
  },
}

/** `POST /api/users/:id/reset-link`: the same for somebody who is already here. 200. */
const resetLink: Endpoint = {
  path: '/:id/reset-link',
  method: 'post',
  handler: async (req) => {
    asAdmin(req)
    const user = await userOfRoute(req)
    const write = (site: string, link: string) => resetText({ to: user, site, link, minutes: DAY / MINUTE })
    return handOver(req, { user, lifetime: DAY, status: 200, write })
  },
}

/**
 * `POST /api/users/forgot-password` in Payload's place. The answer is given before anything is looked up, so that
 * it tells nothing about who has an account.
 */
const forgotPassword: Endpoint = {
  path: '/forgot-password',
  method: 'post',
  handler: async (req) => {
    await addDataAndFileToRequest(req)
    const email = toAccountName(req.data?.email)
    if (!email) throw new APIError('Give an "email".', 400, null, true)
    setImmediate(() => {
      mailReset(req.payload, email).catch((err: unknown) =>
        req.payload.logger.error({ err, msg: 'users.reset_mail_failed' }),
      )
    })
    return Response.json({ message: req.t('general:success') })
  },
}

export const passwordLinkEndpoints: Endpoint[] = [invite, resetLink, forgotPassword]

async function mailReset(payload: Payload, email: string): Promise<void> {
  if (!canSendMail(payload) || (await isUsedUp(payload, 'reset-mail', email))) return
  await countAttempt(payload, 'reset-mail', email)
  const user = await findUser(payload, { email })
  if (!user) return
  const { link, site } = await makeLink(payload, user, OWN_RESET_MINUTES * MINUTE)
  const text = resetText({ to: user, site, link, minutes: OWN_RESET_MINUTES })
  await payload.sendEmail({ to: user.email, ...text })
}

function asAdmin(req: PayloadRequest): { name?: string | null } {
  if (roleOf(req) !== 'admin') throw new Forbidden(req.t)
  return req.user as { name?: string | null }
}

async function handOver(
  req: PayloadRequest,
  options: { user: UserRow; lifetime: number; status: number; write(site: string, link: string): MailText },
): Promise<Response> {
  const { payload } = req
  const { user, lifetime, status, write } = options
  const { link, site } = await makeLink(payload, user, lifetime)
  const { id, email, name, role } = user
  const known = { user: { id, email, name, role }, expiresAt: new Date(Date.now() + lifetime).toISOString() }
  const reply = (rest: { mailed: boolean; message: string; link?: string }) =>
    Response.json({ ...known, ...rest }, { status, headers: { 'Cache-Control': 'no-store' } })
  payload.logger.info({ msg: 'users.password_link_made', user: id, by: req.user?.id })
  // A link from an admin is worth more than a count of wrong guesses.
  await forgetAttempts(payload, 'sign-in', toAccountName(email))
  if (!canSendMail(payload)) return reply({ mailed: false, link, message: `Give this link to ${email}.` })
  try {
    await payload.sendEmail({ to: email, ...write(site, link) })
    return reply({ mailed: true, message: `A mail with the link is on its way to ${email}.` })
  } catch (err) {
    payload.logger.warn({ err, msg: 'users.mail_failed', user: id })
    const message = `The mail to ${email} could not be sent (${whyNotSent(err)}). Give them this link yourself, and check SMTP_URL.`
    return reply({ mailed: false, link, message })
  }
}

/** `lifetime` in milliseconds. A link that was made before ends. */
async function makeLink(
  payload: Payload,
  user: UserRow,
  lifetime: number,
): Promise<{ link: string; site: string }> {
  const token = await payload.forgotPassword({
    collection: 'users',
    data: { email: user.email },
    disableEmail: true,
    expiration: lifetime,
  })
  const { serverURL, routes, admin } = payload.config
  return { link: `${serverURL}${routes.admin}${admin.routes.reset}/${token}`, site: serverURL }
}
