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
  const [said, setSaid] = useState('')
  const day = (label: string, value: string, onChange: (value: string) => void) => (
    <label className="galley-field">
      <span>{label}</span>
      <input onChange={(event) => onChange(event.target.value)} type="date" value={value} />
    </label>
  )
  const download = async (format: string) => {
    setSaid('')
    try {
      const files = await saveAll(`${api}/linkedin-drafts/export?${toQuery(format, { from, to })}`)
      if (files > 1) setSaid(`${files} files: more than the tool takes in one.`)
    } catch (error) {
      setSaid((error as Error).message)
    }
  }
  return (
    <details className="galley-exports" id="linkedin-exports">
      <summary>Export</summary>
      <div>
        <p>Approved posts, of all dates or planned for these. Hootsuite takes only those with a date.</p>
        {day('From', from, setFrom)}
        {day('Until', to, setTo)}
        {FORMATS.map(([format, label]) => (
          <button data-format={format} key={format} onClick={() => download(format)} type="button">
            ↓ {label}
          </button>
        ))}
        <p role="status">{said}</p>
      </div>
    </details>
  )
}

/** Days and times are the reader's own: the tools read them so. */
function toQuery(format: string, { from, to }: { from: string; to: string }): URLSearchParams {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const query = new URLSearchParams({ format, zone })
  if (from) query.set('from', new Date(`${from}T00:00`).toISOString())
  if (to) query.set('to', new Date(`${to}T23:59:59.999`).toISOString())
  return query
}

/** Saves the file, and those that follow it. Answers how many. @throws Error in words for the reader. */
async function saveAll(first: string): Promise<number> {
  let count = 0
  for (let url: string | null = first; url; count += 1) {
    const answer: Response | null = await fetch(url, { credentials: 'same-origin' }).catch(() => null)
    if (!answer) throw new Error('Galley does not answer: check the connection and try again.')
    if (!answer.ok) {
      const { detail } = (await answer.json().catch(() => ({}))) as { detail?: string }
      throw new Error(detail ?? `Galley answered ${answer.status}: try again.`)
    }
    const { headers }: Response = answer
    const name = /filename="([^"]+)"/.exec(headers.get('Content-Disposition') ?? '')?.[1] ?? 'posts'
    save(await answer.blob(), name)
    url = /<([^>]+)>; rel="next"/.exec(headers.get('Link') ?? '')?.[1] ?? null
  }
  return count
}

function save(blob: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
