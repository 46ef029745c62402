'use client'
/** The words of a post and of its first comment, counted while they are typed. */
import { type KeyboardEvent, useLayoutEffect, useRef } from 'react'
import { type Count, countComment, countPost } from './counters.ts'
import { Counts } from './counts.tsx'
import type { OpenDraft } from './use-draft.ts'

export function Writing({ open, isWritable }: { open: OpenDraft; isWritable: boolean }) {
  const { words, type, save } = open
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 's' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    save()
  }
  return (
    <div className="galley-writing">
      <Area
        counts={countPost(words.text)}
        id="draft-text"
        label="Post"
        onChange={(text) => type({ text })}
        onKeyDown={onKeyDown}
        readOnly={!isWritable}
        value={words.text}
      />
      <Area
        counts={[countComment(words.firstComment)]}
        id="draft-comment"
        label="First comment"
        onChange={(firstComment) => type({ firstComment })}
        onKeyDown={onKeyDown}
        readOnly={!isWritable}
        value={words.firstComment}
      />
    </div>
  )
}

type AreaProps = {
  id: string
  label: string
  value: string
  counts: Count[]
  readOnly: boolean
  onChange(value: string): void
  onKeyDown(event: KeyboardEvent): void
}

function Area({ id, label, counts, onChange, value, ...rest }: AreaProps) {
  const area = useRef<HTMLTextAreaElement>(null)
  // As high as its words, also where the browser does not know `field-sizing`.
  // biome-ignore lint/correctness/useExhaustiveDependencies: follows the words
  useLayoutEffect(() => {
    const element = area.current
    if (!element || CSS.supports('field-sizing', 'content')) return
    element.style.height = 'auto'
    element.style.height = `${element.scrollHeight + 2}px`
  }, [value])
  return (
    <div className="galley-area">
      <label htmlFor={id}>{label}</label>
      <textarea
        dir="auto"
        id={id}
        onChange={(event) => onChange(event.target.value)}
        ref={area}
        spellCheck
        value={value}
        {...rest}
      />
      <Counts counts={counts} />
    </div>
  )
}
