'use client'
/** What can be done with a draft as it stands: the next step first. */
import { Button } from '@payloadcms/ui'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { copy } from './copy.ts'
import { isTooLong } from './counters.ts'
import { FurtherDialog } from './further-dialog.tsx'
import { PostedDialog } from './posted-dialog.tsx'
import { RenewDialog } from './renew-dialog.tsx'
import type { OpenDraft } from './use-draft.ts'
import type { Voice } from './voices.ts'

type Props = {
  open: OpenDraft
  voices: Voice[]
  listUrl: string
  isWritable: boolean
  mayEdit: boolean
  mayDecide: boolean
}

export function Actions({ open, voices, listUrl, isWritable, mayEdit, mayDecide }: Props) {
  const [asked, setAsked] = useState<'posted' | 'further' | 'renew' | null>(null)
  const { draft, words, isUnsaved, isBusy, save, act } = open
  const { state, pictures, carousel } = draft
  const close = () => setAsked(null)
  const isRefused = isTooLong(words.text, words.firstComment) || words.text.trim() === ''
  const canReopen =
    state === 'approved' || state === 'posted' || (state === 'withdrawn' && draft.withdrawnBy !== '')
  const button = (label: string, onClick: () => void, options: { id?: string; isOff?: boolean } = {}) => (
    <Button
      buttonStyle="secondary"
      disabled={isBusy || Boolean(options.isOff)}
      {...(options.id ? { id: options.id } : {})}
      margin={false}
      onClick={onClick}
      size="medium"
    >
      {label}
    </Button>
  )
  const item = (label: string, onClick: () => void, id?: string) => (
    <button className="galley-desk__item" disabled={isBusy} id={id} onClick={onClick} type="button">
      {label}
    </button>
  )
  return (
    <div className="galley-desk__actions" id="draft-actions">
      {mayDecide && state === 'draft' && (
        <Step isBusy={isBusy || isRefused} id="approve" onClick={() => act('approve', {}, 'Approved.')}>
          Approve
        </Step>
      )}
      {mayDecide && state === 'approved' && (
        <Step id="mark-posted" isBusy={isBusy} onClick={() => setAsked('posted')}>
          Mark as posted
        </Step>
      )}
      {isWritable && button('Save', save, { id: 'save-draft', isOff: !isUnsaved || open.conflict !== null })}
      {words.text !== '' && button('Copy text', () => copy('The text', words.text), { id: 'copy-text' })}
      {words.firstComment !== '' &&
        button('Copy first comment', () => copy('The first comment', words.firstComment), {
          id: 'copy-comment',
        })}
      {pictures.map(({ url, width, height }) => (
        <Download key={url} url={url}>
          {pictures.length > 1 ? `Picture ${width} × ${height}` : 'Picture'}
        </Download>
      ))}
      {carousel && <Download url={carousel.url}>Carousel (PDF)</Download>}
      <Menu>
        {mayDecide && state === 'draft' && item('Mark as posted', () => setAsked('posted'))}
        {mayEdit && item('New post from this', () => setAsked('further'), 'further')}
        {isWritable && item('Make again from the content', () => setAsked('renew'), 'renew')}
        {mayDecide &&
          canReopen &&
          item('Back to draft', () => act('reopen', {}, 'It is a draft again.'), 'reopen')}
        {mayDecide &&
          state !== 'withdrawn' &&
          item('Withdraw', () => act('withdraw', {}, 'Withdrawn.'), 'withdraw')}
      </Menu>
      {asked === 'posted' && <PostedDialog onClose={close} open={open} />}
      {asked === 'further' && (
        <FurtherDialog draft={draft} listUrl={listUrl} onClose={close} voices={voices} />
      )}
      {asked === 'renew' && <RenewDialog onClose={close} open={open} />}
    </div>
  )
}

function Step(props: { id: string; isBusy: boolean; onClick(): void; children: ReactNode }) {
  return (
    <Button disabled={props.isBusy} id={props.id} margin={false} onClick={props.onClick} size="medium">
      {props.children}
    </Button>
  )
}

function Download({ url, children }: { url: string; children: ReactNode }) {
  return (
    <a className="galley-desk__download" download href={url}>
      ↓ {children}
    </a>
  )
}

/** What is done seldom. Closes when something is chosen, or something else is. */
function Menu({ children }: { children: ReactNode }) {
  const menu = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    const onClick = ({ target }: MouseEvent) => {
      const isOnSummary = target instanceof Element && target.id === 'more-actions'
      if (!isOnSummary) menu.current?.removeAttribute('open')
    }
    document.addEventListener('click', onClick)
    return () => document.removeEventListener('click', onClick)
  }, [])
  return (
    <details className="galley-desk__more" ref={menu}>
      <summary className="galley-desk__download" id="more-actions">
        More ▾
      </summary>
      <div>{children}</div>
    </details>
  )
}
