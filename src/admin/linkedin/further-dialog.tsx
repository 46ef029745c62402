'use client'
import { toast, useConfig } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useState } from 'react'
import { send } from '../users/send.ts'
import { Dialog } from './dialog.tsx'
import type { Draft } from './draft.ts'
import { fromLocal } from './local-time.ts'
import type { Voice } from './voices.ts'

type Props = { draft: Draft; voices: Voice[]; listUrl: string; onClose(): void }

/** Another post of the same item: another hook, another voice, a later date. */
export function FurtherDialog({ draft, voices, listUrl, onClose }: Props) {
  const { config } = useConfig()
  const router = useRouter()
  const { variants } = draft
  const [chosen, setChosen] = useState(variants.length > 1 ? (draft.chosen + 1) % variants.length : 0)
  const [postAs, setPostAs] = useState(draft.postAs)
  const [planned, setPlanned] = useState('')
  const [isBusy, setIsBusy] = useState(false)
  const make = async () => {
    setIsBusy(true)
    try {
      const url = `${config.routes.api}/linkedin-drafts/${draft.id}/further`
      const plannedFor = fromLocal(planned)
      const body = {
        ...(variants.length > 1 ? { chosen } : {}),
        ...(postAs === draft.postAs ? {} : { postAs }),
        ...(plannedFor ? { plannedFor } : {}),
      }
      const { doc } = await send<{ doc: { id: number | string } }>('POST', url, body)
      toast.success('The new post is made.')
      router.push(`${listUrl}/${doc.id}`)
    } catch (error) {
      toast.error((error as Error).message)
      setIsBusy(false)
    }
  }
  return (
    <Dialog
      action="Make the post"
      onAction={isBusy ? null : make}
      onClose={onClose}
      title="New post from this"
    >
      {variants.length > 1 && (
        <label className="galley-field">
          <span>Opening</span>
          <select
            name="further-hook"
            onChange={(event) => setChosen(Number(event.target.value))}
            value={chosen}
          >
            {variants.map(({ hook }, at) => (
              <option key={hook} value={at}>
                {hook}
              </option>
            ))}
          </select>
        </label>
      )}
      <label className="galley-field">
        <span>Post as</span>
        <select name="further-voice" onChange={(event) => setPostAs(event.target.value)} value={postAs}>
          {voices.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label className="galley-field">
        <span>Planned for</span>
        <input onChange={(event) => setPlanned(event.target.value)} type="datetime-local" value={planned} />
      </label>
    </Dialog>
  )
}
