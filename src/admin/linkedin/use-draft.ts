'use client'
/** An open draft: what somebody has typed, what the server holds, and what is sent when. */
import { toast, useConfig } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'
import { Refusal, send } from '../users/send.ts'
import { type Draft, type Row, toDraft } from './draft.ts'
import { useLook } from './use-look.ts'

export type Words = Pick<Draft, 'text' | 'firstComment'>
export type Change = { [field: string]: unknown }

export type OpenDraft = {
  /** As the server holds it. */
  draft: Draft
  /** As they are in the form. */
  words: Words
  isUnsaved: boolean
  isBusy: boolean
  /** What the server holds instead of what the unsaved words began from. */
  conflict: Draft | null
  type(words: Partial<Words>): void
  /** Saves what was typed. Resolves to whether it is saved. */
  save(): Promise<boolean>
  /** `POST …/:id/<action>` with the hash, after what was typed has been saved. Says `done` when it went well. */
  act(action: string, change?: Change, done?: string): Promise<boolean>
  /** Made again from the content. `isForced`: also when words of a person go with it, typed ones too. */
  renew(isForced: boolean): Promise<boolean>
  /** Ends a conflict: the typed words over those of the server, or the other way about. */
  keepMine(): Promise<boolean>
  takeTheirs(): void
}

const wordsOf = ({ text, firstComment }: Draft): Words => ({ text, firstComment })

export function useDraft(first: Draft): OpenDraft {
  const { config } = useConfig()
  const url = `${config.routes.api}/linkedin-drafts/${first.id}`
  const [draft, setDraft] = useState(first)
  const [words, setWords] = useState(() => wordsOf(first))
  const [conflict, setConflict] = useState<Draft | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const isUnsaved = words.text !== draft.text || words.firstComment !== draft.firstComment

  const take = useCallback((next: Draft) => {
    setDraft(next)
    setWords(wordsOf(next))
    setConflict(null)
  }, [])
  /** Somebody else, or the content, has changed it. */
  const meet = (theirs: Draft) => {
    const isSame = theirs.text === draft.text && theirs.firstComment === draft.firstComment
    if (!isUnsaved) take(theirs)
    // Of something beside the words: they can be saved all the same.
    else if (isSame) setDraft(theirs)
    else setConflict(theirs)
  }
  useLook(url, draft, isBusy || conflict !== null, meet)

  /** Null: it did not go well, and that has been said. */
  const post = async (action: string, hash: string, change: Change): Promise<Draft | null> => {
    setIsBusy(true)
    try {
      const { doc } = await send<{ doc: Row }>('POST', `${url}/${action}`, { hash, ...change })
      return toDraft(doc)
    } catch (error) {
      const theirs = error instanceof Refusal && error.status === 409 ? docOf(error.reply) : null
      if (theirs && theirs.hash !== hash) meet(theirs)
      toast.error((error as Error).message)
      return null
    } finally {
      setIsBusy(false)
    }
  }
  const run = async (action: string, hash: string, change: Change, done?: string) => {
    const next = await post(action, hash, change)
    if (next) take(next)
    if (next && done) toast.success(done)
    return next
  }

  return {
    draft,
    words,
    isUnsaved,
    isBusy,
    conflict,
    type: (typed) => setWords({ ...words, ...typed }),
    save: async () => !isUnsaved || (await run('edit', draft.hash, words, 'Saved.')) !== null,
    async act(action, change = {}, done) {
      const saved = isUnsaved ? await run('edit', draft.hash, words) : draft
      return saved !== null && (await run(action, saved.hash, change, done)) !== null
    },
    renew: async (isForced) =>
      (await run('renew', draft.hash, isForced ? { force: true } : {}, 'Made again from the content.')) !==
      null,
    keepMine: async () => conflict !== null && (await run('edit', conflict.hash, words, 'Saved.')) !== null,
    takeTheirs: () => conflict && take(conflict),
  }
}

/** The draft as it is now, which a refusal brings along. */
function docOf(reply: unknown): Draft | null {
  const { doc } = Object(reply) as { doc?: Row }
  return doc ? toDraft(doc) : null
}

/** Asks before the page is left while something is unsaved. */
export function useAskOnLeaving(isUnsaved: boolean): void {
  useEffect(() => {
    if (!isUnsaved) return
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault()
    // The admin's own links do not unload the page.
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null
      if (!link || link.hasAttribute('download') || link.getAttribute('target') === '_blank') return
      if (window.confirm('What you wrote is not saved. Leave it behind?')) return
      event.preventDefault()
      event.stopPropagation()
    }
    window.addEventListener('beforeunload', onUnload)
    document.addEventListener('click', onClick, true)
    return () => {
      window.removeEventListener('beforeunload', onUnload)
      document.removeEventListener('click', onClick, true)
    }
  }, [isUnsaved])
}
