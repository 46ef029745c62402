import { channelName } from '../channels/channel-name.ts'
import { historyOf } from '../history-of.ts'
import { Moment } from '../moment.tsx'
import type { ChannelHealth, TitledSetAside } from './load.ts'
import { TryAgain } from './try-again.tsx'

type Props = {
  admin: string
  health: ChannelHealth[]
  setAside: { rows: TitledSetAside[]; total: number }
  mayRetry: boolean
}

/** Whether everything that was published has arrived everywhere, and what has not. */
export function Channels({ admin, health, setAside, mayRetry }: Props) {
  const isCalm = health.every(({ lag, error }) => lag === 0 && !error) && setAside.total === 0
  return (
    <section aria-labelledby="channels" className="galley-card" id="dashboard-channels">
      <header>
        <h2 id="channels">Channels</h2>
        {isCalm && <span className="galley-row__more">Everything has arrived</span>}
      </header>
      <ul className="galley-health">
        {health.map(({ channel, lag, error, failures }) => (
          <li
            key={channel}
            data-channel={channel}
            data-state={error ? 'failed' : lag > 0 ? 'waiting' : 'live'}
          >
            <div className="galley-row">
              <span>
                <span aria-hidden="true" className="galley-dot" />
                {channelName(channel)}
              </span>
              <span className="galley-row__more">
                {lag === 0 ? 'up to date' : `${lag} to go`}
                {failures > 0 && `, tried ${failures === 1 ? 'once' : `${failures} times`}`}
              </span>
            </div>
            {error && <p className="galley-error">{error}</p>}
          </li>
        ))}
      </ul>
      {setAside.total > 0 && (
        <div id="dashboard-set-aside">
          <h3>Set aside ({setAside.total})</h3>
          <ul>
            {setAside.rows.map(({ id, consumer, itemId, title, error, attempts, setAsideAt }) => (
              <li key={`${id}`}>
                <div className="galley-row">
                  <a className="galley-row__title" href={historyOf(itemId, admin)}>
                    {title}
                  </a>
                  {mayRetry && <TryAgain id={id} />}
                </div>
                <p className="galley-row__more">
                  {channelName(consumer)} · after {attempts} tries · <Moment at={setAsideAt} />
                </p>
                <p className="galley-error">{error}</p>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  )
}
