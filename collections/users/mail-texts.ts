/** The words of the mails: pure, plain text and the same as simple HTML. */

export type MailText = { subject: string; text: string; html: string }

type Person = { name?: string | null }

/** `site`: Galley's address; `link` sets the password; `days`: how long it works. */
export function invitationText(options: {
  to: Person
  by: Person
  site: string
  link: string
  days: number
}): MailText {
  const { to, by, site, link, days } = options
  return toMail(`You are invited to ${new URL(site).host}`, [
    hello(to),
    `${by.name || 'An admin'} has made an account for you in Galley at ${site}.`,
    'Choose your password here:',
    link,
    `The link works once, for ${days} days. If it has ended, ask for another.`,
  ])
}

/** `minutes`: how long the link works. */
export function resetText(options: { to: Person; site: string; link: string; minutes: number }): MailText {
  const { to, site, link, minutes } = options
  return toMail(`A new password for ${new URL(site).host}`, [
    hello(to),
    `Somebody, probably you, wants a new password for your account in Galley at ${site}.`,
    'Choose it here:',
    link,
    `The link works once, for ${minutes >= 120 ? `${Math.round(minutes / 60)} hours` : `${minutes} minutes`}. If it was not you, do nothing: your password stays as it is.`,
  ])
}

/** `link` leads to the draft in the admin; it is for whoever posts it. */
export function plannedPostText(options: {
  title: string
  text: string
  link: string
  isApproved: boolean
}): MailText {
  const { title, text, link, isApproved } = options
  const subject = `Due on LinkedIn: ${title.replace(/\s+/g, ' ').trim().slice(0, 120)}`
  return toMail(subject, [
    isApproved
      ? 'A LinkedIn post is due. Copy it from here, and mark it as posted when it is:'
      : 'A LinkedIn post is due and not approved yet. It stands here:',
    link,
    'It says:',
    text,
  ])
}

const hello = ({ name }: Person) => (name ? `Hello ${name},` : 'Hello,')

function toMail(subject: string, paragraphs: string[]): MailText {
  const toHtml = (paragraph: string) =>
    /^https?:\/\/\S+$/.test(paragraph)
      ? `<p><a href="${escapeHtml(paragraph)}">${escapeHtml(paragraph)}</a></p>`
      : `<p>${escapeHtml(paragraph)}</p>`
  return {
    subject,
    text: `${paragraphs.join('\n\n')}\n`,
    html: `<!doctype html>\n<html lang="en"><body>\n${paragraphs.map(toHtml).join('\n')}\n</body></html>\n`,
  }
}

const ENTITIES: { [character: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? '')
