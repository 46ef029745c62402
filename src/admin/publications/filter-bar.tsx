'use client'
import { useListQuery } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { ACTION_WORDS } from '../action-pill.tsx'
import { type Chosen, readChosen, toWhere } from '../chosen.ts'
import './filter-bar.css'

type Option = { value: string; label: string }

const ACTIONS: Option[] = Object.entries(ACTION_WORDS).map(([value, label]) => ({ value, label }))

/** The list by type, by what was done, and by person; what else is filtered by stays. */
export function FilterBar({ types, people }: { types: Option[]; people: Option[] }) {
  const { query, handleWhereChange } = useListQuery()
  const where = JSON.stringify(query?.where ?? {})
  // The list follows later than the next choice may come.
  const [chosen, setChosen] = useState<Chosen>(() => readChosen(JSON.parse(where)))
  useEffect(() => setChosen(readChosen(JSON.parse(where))), [where])
  const choose = (field: string, value: string) => {
    const { [field]: _, ...others } = chosen
    const now = value ? { ...others, [field]: value } : others
    setChosen(now)
    handleWhereChange?.(toWhere(now))
  }
  const selects: [field: string, label: string, all: string, options: Option[]][] = [
    ['type', 'Type', 'All types', types],
    ['action', 'What was done', 'Everything', ACTIONS],
    ['by', 'Who', 'Everybody', people],
  ]
  return (
    <fieldset className="galley-filters" id="publication-filters">
      <legend>Show</legend>
      {selects.map(([field, label, all, options]) => (
        <select
          aria-label={label}
          key={field}
          name={field}
          onChange={(event) => choose(field, event.target.value)}
          value={chosen[field] ?? ''}
        >
          <option value="">{all}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      ))}
      {chosen.itemId && (
        <button onClick={() => choose('itemId', '')} type="button">
          Only one document ✕
        </button>
      )}
    </fieldset>
  )
}
