'use client'
/**
 * Payload's forms lose words that are typed while a save is on its way (@payloadcms/ui 3.90): the answer of an
 * autosave overwrites every field but the one that was typed in last (`UPDATE` in fieldReducer); of two in a row the
 * second calls the form saved whatever was typed meanwhile (`afterProcess` in Autosave); and one that ends while the
 * document is being published opens the form again, which the answer of the publication then overwrites.
 */
import { useAllFormFields, useForm, useFormModified } from '@payloadcms/ui'
import type { FormState } from 'payload'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'

type Typed = { value: unknown; at: number; isUnsaved: boolean }

/**
 * For the form around the calling component.
 * @returns how often words were found unsaved. Payload has looked for something to save already then: it looks
 *   again when a value of the form changes, which is for the caller to do.
 */
export function useKeptWords(): number {
  const { dispatchFields, setModified } = useForm()
  const [fields] = useAllFormFields()
  const isModified = useFormModified()
  const [found, setFound] = useState(0)
  /** By the path of the field. */
  const typed = useRef(new Map<string, Typed>())
  const previous = useRef<FormState>({})
  /** When the last save that has been answered left. */
  const left = useRef(0)

  // Before anything else can be typed: what is dispatched here must not be older than the form.
  useLayoutEffect(() => {
    const isAnswer = previous.current.updatedAt?.value !== fields.updatedAt?.value
    previous.current = fields
    const formState: FormState = {}
    let isOverwritten = false
    for (const [path, field] of Object.entries(fields)) {
      const words = typed.current.get(path)
      if (isAnswer && words && words.at > left.current && field.value !== words.value) {
        formState[path] = { ...field, value: words.value, initialValue: words.value, isModified: true }
        isOverwritten = true
      } else if (field.isModified && words?.value !== field.value) {
        typed.current.set(path, { value: field.value, at: performance.now(), isUnsaved: true })
      } else if (!field.isModified && words?.isUnsaved) formState[path] = { ...field, isModified: true }
    }
    if (Object.keys(formState).length > 0) dispatchFields({ type: 'UPDATE_MANY', formState })
    if (!isOverwritten) return
    setModified(true)
    setFound((count) => count + 1)
  }, [fields, dispatchFields, setModified])

  useEffect(() => {
    if (!isModified) for (const words of typed.current.values()) words.isUnsaved = false
  }, [isModified])

  useEffect(() => {
    const observer = new PerformanceObserver((list) => {
      // So Payload asks in its saves alone.
      const saves = list.getEntries().filter(({ name }) => name.includes('fallback-locale='))
      if (saves.length === 0) return
      left.current = Math.max(left.current, ...saves.map(({ startTime }) => startTime))
      if ([...typed.current.values()].every(({ at }) => at <= left.current)) return
      setModified(true)
      setFound((count) => count + 1)
    })
    observer.observe({ type: 'resource' })
    return () => observer.disconnect()
  }, [setModified])
  return found
}
