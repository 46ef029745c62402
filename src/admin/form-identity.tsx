'use client'
/**
 * Two people in one document: gives the open form an identity, which its saves carry (`compareOnSave`), and says
 * as soon as it is known that somebody else has saved meanwhile, before more is written that cannot be saved.
 */
import {
  Banner,
  Button,
  useConfig,
  useDocumentInfo,
  useForm,
  useFormFields,
  useFormModified,
} from '@payloadcms/ui'
import type { TextFieldClientComponent } from 'payload'
import { useEffect, useState } from 'react'
import { useKeptWords } from './use-kept-words.ts'

const LOOK_EVERY = 10_000

type Newest = { updatedAt?: string; editedIn?: string | null; editedBy?: string | null }

export const FormIdentity: TextFieldClientComponent = ({ path }) => {
  const { dispatchFields } = useForm()
  const field = useFormFields(([fields]) => fields[path])
  const [own] = useState(randomId)
  const found = useKeptWords()
  const identity = found === 0 ? own : `${own}:${found}`
  // After every render: the form replaces its whole state when it has loaded, and whoever saved last has left an
  // identity there. Not by `setValue`, which says that somebody has typed: it changes nothing in the document.
  useEffect(() => {
    if (field && field.value !== identity)
      dispatchFields({ type: 'UPDATE_MANY', formState: { [path]: { ...field, value: identity } } })
  })
  const other = useOther(own)
  if (!other) return null
  return (
    <Banner type="error">
      <div id="saved-by-other">
        <strong>{other.editedBy || 'Somebody'} has saved this document since you opened it.</strong> So that
        nothing of theirs is lost, this form can no longer be saved. Your words stay here: copy what you want
        to keep, then load the document again.{' '}
        <Button buttonStyle="secondary" margin={false} onClick={() => window.location.reload()} size="small">
          Load it again
        </Button>
      </div>
    </Banner>
  )
}

/** Whoever saved the newest version when it was not this form and came after what the form holds. */
function useOther(own: string): Newest | null {
  const { id, collectionSlug, isTrashed } = useDocumentInfo()
  const { config } = useConfig()
  const { isValid } = useForm()
  const isModified = useFormModified()
  const opened = useFormFields(([fields]) => Date.parse(String(fields.updatedAt?.value ?? '')))
  const [other, setOther] = useState<Newest | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a refused save makes the form invalid: look at once
  useEffect(() => {
    if (id === undefined || isTrashed || !isModified) return
    const query = 'depth=0&draft=true&select[updatedAt]=true&select[editedBy]=true&select[editedIn]=true'
    const look = async () => {
      const answer = await fetch(`${config.routes.api}/${collectionSlug}/${id}?${query}`).catch(() => null)
      if (!answer?.ok) return
      const newest = (await answer.json()) as Newest
      const isLater = Date.parse(newest.updatedAt ?? '') > opened
      setOther(isLater && newest.editedIn !== `by ${own}` ? newest : null)
    }
    look()
    const timer = setInterval(() => document.visibilityState === 'visible' && look(), LOOK_EVERY)
    return () => clearInterval(timer)
  }, [id, collectionSlug, isTrashed, isModified, isValid, opened, own, config.routes.api])
  return other
}

/** `crypto.randomUUID` is not there on a plain http address in a local network. */
function randomId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
}
