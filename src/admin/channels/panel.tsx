'use client'
/** Beside the form of everything that is published: where it stands on every channel. Follows by itself. */
import { useConfig, useDocumentInfo } from '@payloadcms/ui'
import { useId } from 'react'
import type { ChannelState, Place } from '../../../pipelines/channels/presence.ts'
import { historyOf } from '../history-of.ts'
import { Moment } from '../moment.tsx'
import { channelName } from './channel-name.ts'
import { Headline } from './headline.tsx'
import { useChannels } from './use-channels.ts'
import './panel.css'

export function ChannelsPanel() {
  const { id, isTrashed } = useDocumentInfo()
  const { config } = useConfig()
  const heading = useId()
  const { found, isLost } = useChannels()
  if (id === undefined || !found) return null
  return (
    <section aria-labelledby={heading} className="galley-channels" id="channels-panel">
      <header>
        <h3 id={heading}>Channels</h3>
        {found.last && <a href={historyOf(found.itemId, config.routes.admin)}>History</a>}
      </header>
      <Headline found={found} isTrashed={Boolean(isTrashed)} />
      {found.channels.length > 0 && (found.isLive || found.channels.some(isWorthSaying)) && (
        <ul>
          {found.channels.map((state) => (
            <Row key={state.channel} admin={config.routes.admin} since={found.since} state={state} />
          ))}
        </ul>
      )}
      {isLost && <p className="galley-channels__quiet">Galley does not answer: this may be out of date.</p>}
    </section>
  )
}

const isWorthSaying = ({ isLive, isBehind, error }: ChannelState) => isLive || isBehind || error !== ''

function Row({ admin, since, state }: { admin: string; since: string; state: ChannelState }) {
  const { channel, isLive, isBehind, note, error, places } = state
  const kind = error ? 'failed' : isBehind ? 'waiting' : isLive ? 'live' : 'absent'
  return (
    <li data-channel={channel} data-state={kind}>
      <span aria-hidden="true" className="galley-channels__dot" />
      <div>
        <strong>{channelName(channel)}</strong>{' '}
        <span className="galley-channels__quiet">
          {words[kind]}
          {kind === 'live' && since && (
            <>
              {' '}
              since <Moment at={since} />
            </>
          )}
        </span>
        {note && <p className="galley-channels__quiet">{note}</p>}
        {error && <p className="galley-channels__error">{error}</p>}
        {places.length > 0 && (
          <p className="galley-channels__places">
            {places.map((place) => (
              <a
                key={'url' in place ? place.url : place.id}
                href={addressOf(place, admin)}
                rel="noreferrer"
                target="_blank"
              >
                {place.name}
              </a>
            ))}
          </p>
        )}
      </div>
    </li>
  )
}

const words = { live: 'live', waiting: 'on its way', failed: 'being tried again', absent: 'not there' }

function addressOf(place: Place, admin: string): string {
  return 'url' in place ? place.url : `${admin}/collections/${place.collection}/${place.id}`
}
