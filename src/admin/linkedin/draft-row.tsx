'use client'
import { useConfig } from '@payloadcms/ui'
import { Moment } from '../moment.tsx'
import type { Listed } from './drafts.tsx'
import { Picture } from './picture.tsx'
import { PlannedFor } from './planned-for.tsx'
import { StalePill, StatePill } from './state-pill.tsx'
import { TYPES, whyNone } from './states.ts'

/** `onPick`: null for what cannot be approved. */
type Props = { row: Listed; isPicked: boolean; onPick: ((isPicked: boolean) => void) | null }

export function DraftRow({ row, isPicked, onPick }: Props) {
  const { config } = useConfig()
  const {
    id,
    state,
    stale,
    title,
    hook,
    reason,
    author,
    picture,
    plannedFor,
    postedAt,
    updatedAt,
    furtherOf,
  } = row
  const headline = (state === 'withdrawn' && whyNone({ reason })) || hook || title || 'Without words'
  return (
    <li data-draft={id} data-picked={isPicked} data-state={state}>
      <span className="galley-drafts__pick">
        {onPick && (
          <input
            aria-label={`Choose: ${headline}`}
            checked={isPicked}
            onChange={(event) => onPick(event.target.checked)}
            type="checkbox"
          />
        )}
      </span>
      <span className="galley-drafts__picture">
        {picture && <Picture alt="" loading="lazy" src={picture} />}
      </span>
      <div className="galley-drafts__words">
        <a dir="auto" href={`${config.routes.admin}/collections/linkedin-drafts/${id}`}>
          {headline}
        </a>
        <p>
          {furtherOf && 'Further post · '}
          {TYPES[row.itemType] ?? row.itemType} · {title}
        </p>
        <p>
          {author && `${author} · `}
          {state === 'posted' && postedAt ? (
            <>
              posted <Moment at={postedAt} />
            </>
          ) : plannedFor ? (
            <PlannedFor draft={row} />
          ) : (
            updatedAt && (
              <>
                changed <Moment at={updatedAt} />
              </>
            )
          )}
        </p>
      </div>
      <span className="galley-drafts__state">
        <StatePill state={state} />
        {stale && <StalePill />}
      </span>
    </li>
  )
}
