'use client'
import { Button, SelectInput, TextInput, toast, useAuth, useConfig } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { type ChangeEvent, useState } from 'react'
import { roles } from '../../../collections/users/roles.ts'
import { Once } from './once.tsx'
import { send } from './send.ts'

type Reply = { mailed: boolean; message: string; link?: string }

const blank = { name: '', email: '', role: 'author' }

/** Above the list of users, for admins: makes an account without choosing its password. */
export function Invite() {
  const { user } = useAuth<{ id: number | string; role?: string }>()
  const { config } = useConfig()
  const router = useRouter()
  const [isOpen, setIsOpen] = useState(false)
  const [isBusy, setIsBusy] = useState(false)
  const [fields, setFields] = useState(blank)
  const [reply, setReply] = useState<Reply | null>(null)
  if (user?.role !== 'admin') return null

  const type = (field: 'name' | 'email') => (event: ChangeEvent<HTMLInputElement>) =>
    setFields({ ...fields, [field]: event.target.value })
  const invite = async () => {
    setIsBusy(true)
    try {
      setReply(await send<Reply>('POST', `${config.routes.api}/users/invite`, fields))
      setFields(blank)
      router.refresh()
    } catch (error) {
      toast.error((error as Error).message)
    }
    setIsBusy(false)
  }

  if (!isOpen)
    return (
      <Button id="invite" size="medium" buttonStyle="secondary" onClick={() => setIsOpen(true)}>
        Invite somebody
      </Button>
    )
  return (
    <section style={{ marginBottom: 'var(--base)', maxWidth: '40rem' }}>
      <h3>Invite somebody</h3>
      <p>They get a link with which they choose their password. It works once, for seven days.</p>
      <div style={{ display: 'grid', gap: 'calc(var(--base) / 2)' }}>
        <TextInput path="invite-name" label="Name" value={fields.name} onChange={type('name')} />
        <TextInput
          path="invite-email"
          label="E-mail"
          required
          value={fields.email}
          onChange={type('email')}
        />
        <SelectInput
          path="invite-role"
          name="invite-role"
          label="Role"
          isClearable={false}
          options={roles}
          value={fields.role}
          onChange={(option) => {
            if (!Array.isArray(option)) setFields({ ...fields, role: String(option?.value ?? blank.role) })
          }}
        />
      </div>
      <div style={{ display: 'flex', gap: 'calc(var(--base) / 2)' }}>
        <Button id="send-invitation" size="medium" disabled={isBusy || !fields.email} onClick={invite}>
          Invite
        </Button>
        <Button size="medium" buttonStyle="secondary" onClick={() => setIsOpen(false)}>
          Close
        </Button>
      </div>
      {reply && (
        <div role="status">
          <strong>{reply.message}</strong>
          {reply.link && <Once id="invitation-link" value={reply.link} label="Copy the link" />}
        </div>
      )}
    </section>
  )
}
