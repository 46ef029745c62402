'use client'
/** Below the publication date: what it means, and a question where it would take something off the channels. */
import { Banner, CheckboxInput, useField, useFormFields, useTranslation } from '@payloadcms/ui'
import type { CheckboxFieldClientComponent } from 'payload'
import { useEffect } from 'react'
import { formatTime } from './format-time.ts'
import { usePublicRow } from './public-row.ts'
import { useNow } from './use-now.ts'

const toTime = (date: unknown) => Date.parse(String(date ?? ''))

/** The field `holdBack`: a tick box that is there only while it is a question. */
export const PublicationNote: CheckboxFieldClientComponent = ({ path }) => {
  const { value, setValue } = useField<boolean>({ path })
  const wanted = useFormFields(([fields]) => toTime(fields.publishedAt?.value))
  const row = usePublicRow()
  const { i18n } = useTranslation()
  const out = toTime(row?.publishedAt)
  const now = useNow(Number.isNaN(out) ? wanted : Math.max(out, wanted))

  const isWaiting = Boolean(row?.isPublished) && out > now
  const isPublic = Boolean(row?.isPublished) && !isWaiting
  const isFuture = wanted > now
  const isQuestion = isPublic && isFuture && wanted !== out
  useEffect(() => {
    if (row && value && !isQuestion) setValue(false)
  }, [row, value, isQuestion, setValue])

  if (!row) return null
  const say = (at: number) => formatTime(at, now, i18n.language)
  if (isQuestion) {
    return (
      <div className="field-type" id="publication-note">
        <Banner type="error">
          This is public now. Publishing with this date takes it off every channel until {say(wanted)}.
        </Banner>
        <CheckboxInput
          checked={Boolean(value)}
          id="field-holdBack"
          label="Take it back until then"
          name={path}
          onToggle={(event) => setValue(event.target.checked)}
        />
      </div>
    )
  }
  const words = isWaiting
    ? whileWaiting()
    : isFuture
      ? `Publishing will schedule it for ${say(wanted)}.`
      : null
  if (!words) return null
  return (
    <div className="field-type" id="publication-note">
      <Banner type={isWaiting ? 'success' : 'info'}>{words}</Banner>
    </div>
  )

  function whileWaiting(): string {
    const scheduled = `Scheduled for ${say(out)}. It is held back everywhere until then.`
    if (wanted === out) return scheduled
    return `${scheduled} ${isFuture ? `Publishing will move it to ${say(wanted)}.` : 'Publishing will make it public at once.'}`
  }
}
