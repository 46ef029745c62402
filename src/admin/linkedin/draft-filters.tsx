'use client'
import { useListQuery } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { type Chosen, readChosen, toWhere } from '../chosen.ts'
import type { Counts } from './load-counts.ts'
import { STATES, TYPES } from './states.ts'
import '../publications/filter-bar.css'
import './unseen.css'

/** How long after the last letter it is looked for, in ms. */
const PAUSE = 350

type Props = { counts: Counts; voices: { value: string; label: string }[] }

/** By state, by type, by who posts, and by words. The address says what is chosen. */
export function DraftFilters({ counts, voices }: Props) {
  const { query, handleWhereChange } = useListQuery()
  const where = JSON.stringify(query?.where ?? {})
  // The list follows later than the next choice may come.
  const [chosen, setChosen] = useState<Chosen>(() => readChosen(JSON.parse(where)))
  useEffect(() => setChosen(readChosen(JSON.parse(where))), [where])
  const change = (changes: Chosen) => {
    const now = Object.fromEntries(
      Object.entries({ ...chosen, ...changes }).filter(([, value]) => value !== ''),
    )
    setChosen(now)
    handleWhereChange?.(toWhere(now))
  }
  const tabs = [
    { label: 'All', count: counts.all, state: '', stale: '' },
    ...STATES.map(({ value, plural }) => ({ label: plural, count: counts[value], state: value, stale: '' })),
    { label: 'Content changed', count: counts.stale, state: '', stale: 'true' },
  ]
  return (
    <>
      <fieldset className="galley-states" id="linkedin-states">
        <legend className="galley-unseen">State</legend>
        {tabs.map(({ label, count, state, stale }) => (
          <button
            aria-pressed={(chosen.state ?? '') === state && (chosen.stale ?? '') === stale}
            data-tab={stale ? 'stale' : state || 'all'}
            key={label}
            onClick={() => change({ state, stale })}
            type="button"
          >
            {label} <span>{count ?? 0}</span>
          </button>
        ))}
      </fieldset>
      <div className="galley-filters">
        <Search />
        <Select
          all="All types"
          label="Type"
          name="itemType"
          onChange={(itemType) => change({ itemType })}
          options={Object.entries(TYPES).map(([value, label]) => ({ value, label }))}
          value={chosen.itemType ?? ''}
        />
        <Select
          all="Everybody"
          label="Who posts"
          name="postAs"
          onChange={(postAs) => change({ postAs })}
          options={voices}
          value={chosen.postAs ?? ''}
        />
      </div>
    </>
  )
}

function Search() {
  const { query, handleSearchChange } = useListQuery()
  const asked = typeof query?.search === 'string' ? query.search : ''
  const [words, setWords] = useState(asked)
  useEffect(() => {
    if (words === asked) return
    const timer = setTimeout(() => handleSearchChange?.(words), PAUSE)
    return () => clearTimeout(timer)
  }, [words, asked, handleSearchChange])
  return (
    <input
      aria-label="Search"
      id="linkedin-search"
      onChange={(event) => setWords(event.target.value)}
      placeholder="Search in titles and posts"
      type="search"
      value={words}
    />
  )
}

type SelectProps = {
  name: string
  label: string
  all: string
  value: string
  options: { value: string; label: string }[]
  onChange(value: string): void
}

function Select({ name, label, all, value, options, onChange }: SelectProps) {
  return (
    <select aria-label={label} name={name} onChange={(event) => onChange(event.target.value)} value={value}>
      <option value="">{all}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  )
}
