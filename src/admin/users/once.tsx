'use client'
import { CopyToClipboard } from '@payloadcms/ui'

/** A key or a link with a button that copies it. `id`: of the element that holds it. */
export function Once({ id, label, value }: { id: string; label: string; value: string }) {
  return (
    <div style={box}>
      <code id={id} style={text}>
        {value}
      </code>
      <CopyToClipboard defaultMessage={label} successMessage="Copied" value={value} />
    </div>
  )
}

const box = {
  display: 'flex',
  alignItems: 'center',
  gap: 'calc(var(--base) / 2)',
  padding: 'calc(var(--base) / 2)',
  margin: 'calc(var(--base) / 2) 0',
  background: 'var(--theme-success-100)',
  borderRadius: 'var(--style-radius-s)',
}
const text = { overflowWrap: 'anywhere' as const, userSelect: 'all' as const }
