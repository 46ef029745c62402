import { describe, expect, it } from 'vitest'
import { invitationText, resetText } from './mail-texts.ts'

const site = 'https://cms.example.com'
const link = `${site}/admin/reset/abc`

describe('invitationText', () => {
  it('says who, where, how long, with the link in both forms', () => {
    const mail = invitationText({ to: { name: 'Mia' }, by: { name: 'Ada' }, site, link, days: 7 })
    expect(mail.subject).toBe('You are invited to cms.example.com')
    expect(mail.text).toContain('Hello Mia,\n\nAda has made an account')
    expect(mail.text).toContain(`\n${link}\n`)
    expect(mail.html).toContain(`<a href="${link}">${link}</a>`)
    expect(mail.text).toContain('7 days')
  })

  it('lets no name become HTML', () => {
    const mail = invitationText({ to: { name: '<b onload="x">' }, by: {}, site, link, days: 7 })
    expect(mail.html).toContain('&lt;b onload=&quot;x&quot;&gt;')
    expect(mail.html).toContain('An admin has made')
  })
})

describe('resetText', () => {
  it('says that nothing happens unless the link is used', () => {
    expect(resetText({ to: {}, site, link, minutes: 60 }).text).toMatch(
      /^Hello,\n\n.*60 minutes.*stays as it is/s,
    )
    expect(resetText({ to: {}, site, link, minutes: 1440 }).text).toContain('24 hours')
  })
})
