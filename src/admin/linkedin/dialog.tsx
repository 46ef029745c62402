'use client'
import { Button } from '@payloadcms/ui'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import './dialog.css'

type Props = {
  title: string
  /** Of the button that does it. */
  action: string
  /** Null: nothing can be done yet. */
  onAction: (() => void) | null
  onClose(): void
  children: ReactNode
}

/** A question that has to be answered first. Escape and “Not now” close it. */
export function Dialog({ title, action, onAction, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog aria-labelledby={heading} className="galley-dialog" onClose={onClose} ref={dialog}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          onAction?.()
        }}
      >
        <h2 id={heading}>{title}</h2>
        {children}
        <div className="galley-dialog__ways">
          <Button disabled={!onAction} margin={false} size="medium" type="submit">
            {action}
          </Button>
          <Button buttonStyle="secondary" margin={false} onClick={onClose} size="medium" type="button">
            Not now
          </Button>
        </div>
      </form>
    </dialog>
  )
}
