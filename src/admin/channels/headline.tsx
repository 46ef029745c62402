'use client'
/** The panel's first lines: public or not, since when, and what the public does not see yet. */
import type { DocumentChannels } from '../../../collections/document-channels.ts'
import { Moment } from '../moment.tsx'

export function Headline({ found, isTrashed }: { found: DocumentChannels; isTrashed: boolean }) {
  return (
    <div className="galley-channels__headline" data-live={found.isLive} role="status">
      <State found={found} isTrashed={isTrashed} />
      {found.isLive && found.draft && (
        <p className="galley-channels__behind">
          Behind the draft{found.draft.by && ` of ${found.draft.by}`}, saved{' '}
          <Moment at={found.draft.savedAt} />: publish to bring it out.
        </p>
      )}
    </div>
  )
}

function State({ found, isTrashed }: { found: DocumentChannels; isTrashed: boolean }) {
  const { isLive, since, last, dueAt, isUnderWay } = found
  if (isLive)
    return (
      <p>
        <strong>Live</strong> since <Moment at={since} />
        {last && last.action === 'updated' && (
          <>
            , changed <Moment at={last.recordedAt} />
          </>
        )}
      </p>
    )
  if (isUnderWay)
    return (
      <p>
        <strong>Being published</strong> …
      </p>
    )
  if (dueAt)
    return (
      <p>
        <strong>Scheduled</strong>: nobody sees it before its date.
      </p>
    )
  return (
    <p>
      <strong>Not live</strong>
      {isTrashed && ': in the trash'}
      {last && (
        <>
          . Taken back <Moment at={last.recordedAt} />
          {last.by && ` by ${last.by}`}
        </>
      )}
    </p>
  )
}
