'use client'
import { Button, toast, useAuth, useConfig, useDocumentInfo } from '@payloadcms/ui'
import { useState } from 'react'
import { Once } from './once.tsx'
import { send } from './send.ts'

type Shown = { kind: 'key' | 'link'; value: string; message: string }

/** On a user's page, for admins: the API key, a link for a new password, and an end to a lockout. */
export function AccountPanel() {
  const { user } = useAuth<{ id: number | string; role?: string }>()
  const { id, data } = useDocumentInfo()
  const { config } = useConfig()
  const [hasKey, setHasKey] = useState(Boolean(data?.hasAPIKey))
  const [shown, setShown] = useState<Shown | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  if (user?.role !== 'admin' || !id) return null
  const url = `${config.routes.api}/users/${id}`

  const run = (action: () => Promise<void>) => async () => {
    setIsBusy(true)
    await action().catch((error: Error) => toast.error(error.message))
    setIsBusy(false)
  }
  const makeKey = run(async () => {
    const { key, message } = await send<{ key: string; message: string }>('POST', `${url}/api-key`)
    setHasKey(true)
    setShown({ kind: 'key', value: key, message })
  })
  const revokeKey = run(async () => {
    await send('DELETE', `${url}/api-key`)
    setHasKey(false)
    setShown(null)
    toast.success('The API key is revoked: it opens nothing any more.')
  })
  const makeLink = run(async () => {
    const { link, message } = await send<{ link?: string; message: string }>('POST', `${url}/reset-link`)
    setShown(link ? { kind: 'link', value: link, message } : null)
    if (!link) toast.success(message)
  })
  const unlock = run(async () => {
    await send('POST', `${config.routes.api}/users/unlock`, { email: data?.email })
    toast.success('Wrong passwords are forgotten: they may try again at once.')
  })

  return (
    <section style={{ marginBottom: 'calc(var(--base) * 1.5)' }}>
      <h3>API key</h3>
      <p>
        {hasKey
          ? 'This account has a key. It is not shown again; a new one takes its place.'
          : 'A key lets another program in, with the role of this account. It is shown once.'}
      </p>
      <div style={row}>
        <Button id="make-api-key" size="medium" buttonStyle="secondary" disabled={isBusy} onClick={makeKey}>
          {hasKey ? 'Make a new key' : 'Make a key'}
        </Button>
        {hasKey && (
          <Button
            id="revoke-api-key"
            size="medium"
            buttonStyle="secondary"
            disabled={isBusy}
            onClick={revokeKey}
          >
            Revoke the key
          </Button>
        )}
      </div>
      {shown?.kind === 'key' && <Given id="api-key" shown={shown} label="Copy the key" />}
      <h3>Password</h3>
      <p>
        A link with which they choose a new password themselves works once, for a day. Five wrong passwords
        lock an account for ten minutes.
      </p>
      <div style={row}>
        <Button
          id="make-reset-link"
          size="medium"
          buttonStyle="secondary"
          disabled={isBusy}
          onClick={makeLink}
        >
          Make a link
        </Button>
        <Button id="unlock" size="medium" buttonStyle="secondary" disabled={isBusy} onClick={unlock}>
          Forget wrong passwords
        </Button>
      </div>
      {shown?.kind === 'link' && <Given id="password-link" shown={shown} label="Copy the link" />}
    </section>
  )
}

const row = { display: 'flex', gap: 'calc(var(--base) / 2)' }

function Given({ id, shown, label }: { id: string; shown: Shown; label: string }) {
  return (
    <div role="status">
      <strong>{shown.message}</strong>
      <Once id={id} value={shown.value} label={label} />
    </div>
  )
}
