'use client'
import { useState } from 'react'
import './dialog.css'

const FORMATS: [format: string, label: string][] = [
  ['buffer', 'Buffer (CSV)'],
  ['hootsuite', 'Hootsuite (CSV)'],
  ['json', 'JSON'],
  ['markdown', 'Markdown'],
]

/** Approved posts as files for other tools, by the dates that they are planned for. */
export function Exports({ api }: { api: string }) {
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const address = (format: string) =>
    `${api}/linkedin-drafts/export?${new URLSearchParams({ format, ...(from ? { from } : {}), ...(to ? { to } : {}) })}`
  const day = (label: string, value: string, onChange: (value: string) => void) => (
    <label className="galley-field">
      <span>{label}</span>
      <input onChange={(event) => onChange(event.target.value)} type="date" value={value} />
    </label>
  )
  return (
    <details className="galley-exports" id="linkedin-exports">
      <summary>Export</summary>
      <div>
        <p>Approved posts, of all dates or planned for these:</p>
        {day('From', from, setFrom)}
        {day('Until', to, setTo)}
        {FORMATS.map(([format, label]) => (
          <a download href={address(format)} key={format}>
            ↓ {label}
          </a>
        ))}
      </div>
    </details>
  )
}
